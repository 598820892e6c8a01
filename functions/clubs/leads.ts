import { type Club, whyNotRegister } from '@niangjia/shared/clubs/club';
import { Refusal } from '@niangjia/shared/refusal';
import * as v from 'valibot';
import { clubsWith, getClub, putClub } from '../clubRecords.ts';
import { absent, atVersion, ConditionFailed, getItem, type Operation } from '../table.ts';

/**
 * The clubs that somebody asked for or came to lead: one item a person, written with each, so that of two requests at
 * once only one is the third. Whether they still lead them the clubs say.
 */

const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'LEADS' });
const Leads = v.object({ version: v.number(), clubs: v.array(v.string()) });
type Leads = v.InferOutput<typeof Leads>;

async function getLeads(person: string): Promise<Leads> {
  const item = await getItem(keyOf(person));
  return item ? v.parse(Leads, item) : { version: 0, clubs: [] };
}

const leadsPut = (person: string, { version }: Leads, clubs: readonly string[]): Operation => ({
  Put: {
    Item: { ...keyOf(person), version: version + 1, clubs },
    ...(version === 0 ? absent : atVersion(version)),
  },
});

/**
 * What is written beside a club that somebody comes to lead: that it is one of theirs. Throws CLUBS_TOO_MANY where
 * they have as many as one leads; of two requests at once one sees the other.
 */
export async function leading({ id, leader }: Pick<Club, 'id' | 'leader'>): Promise<Operation[]> {
  const [leads, led] = await Promise.all([getLeads(leader), clubsWith(leader)]);
  // What they came to lead before this was kept is in the list alone, which may be old.
  const others = led.filter((club) => !leads.clubs.includes(club.id));
  const kept = (await Promise.all(leads.clubs.map((one) => getClub(one)))).filter((one) => one !== undefined);
  const besides = [...kept, ...others].filter((club) => club.id !== id);
  const why = whyNotRegister(besides, leader);
  if (why) throw new Refusal(why);
  const open = kept.filter((club) => club.leader === leader && club.state !== 'closed').map((one) => one.id);
  return [leadsPut(leader, leads, [...new Set([...open, id])])];
}

const TRIES = 4;

/** Writes a club that is new, unless its leader has as many as one leads; where it is there, gives that. */
export async function putRegistered(club: Club): Promise<Club> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      return await putClub(club, await leading(club));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new Refusal('BUSY');
}
