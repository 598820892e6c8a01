import { type Club, whyNotRegister } from '@niangjia/shared/clubs/club';
import { Refusal } from '@niangjia/shared/refusal';
import * as v from 'valibot';
import { clubsWith, getClub, putClub } from '../clubRecords.ts';
import { absent, atVersion, ConditionFailed, getItem, type Operation } from '../table.ts';

/**
 * The clubs that somebody asked for: one item a person, written with each new club, so that of two requests at once
 * only one is the third. Whether they still lead them the clubs say.
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

const TRIES = 4;

/** Writes a club that is new, unless its leader has as many as one leads; where it is there, gives that. */
export async function putRegistered(club: Club): Promise<Club> {
  const { leader } = club;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [leads, led] = await Promise.all([getLeads(leader), clubsWith(leader)]);
    // What they have come to lead otherwise is in the list alone, which may be old.
    const others = led.filter(({ id }) => !leads.clubs.includes(id));
    const asked = (await Promise.all(leads.clubs.map((id) => getClub(id)))).filter(
      (one) => one !== undefined,
    );
    const why = whyNotRegister([...asked, ...others], leader);
    if (why) throw new Refusal(why);
    const kept = asked.filter(({ state }) => state !== 'closed').map(({ id }) => id);
    try {
      return await putClub(club, [leadsPut(leader, leads, [...kept, club.id])]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new Refusal('BUSY');
}
