import { orgs } from '@niangjia/shared/cast';
import type { Activity } from '@niangjia/shared/clubs/activity';
import { type Attendee, count } from '@niangjia/shared/clubs/attendance';
import type { Club } from '@niangjia/shared/clubs/club';
import { award } from '@niangjia/shared/clubs/ledger';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY, dayOf, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { changeClub, getClub, putClub } from '../../functions/clubRecords.ts';
import { activityPut, putActivity } from '../../functions/clubs/activities.ts';
import { attendeePut } from '../../functions/clubs/attendees.ts';
import { entryPut, ledgerSince } from '../../functions/clubs/ledgers.ts';
import { projectEntry } from '../../functions/clubs/money/projectEntry.ts';
import { newId } from '../../functions/secrets.ts';
import { transact } from '../../functions/table.ts';
import { type Actor, staffActor } from '../world.ts';

/** Clubs and what they did, for the proofs: written as the functions leave them, past the functions. */

const { kind: _, ...org } = orgs.xinjiekouJoint;
const policy = firstClubsPolicy;

/** A club that goes on, of the street's joint union, with its leader in it. */
export const makeClub = (leader: Pick<Actor, 'id'>, changed: Partial<Club> = {}): Promise<Club> =>
  putClub({
    ...{ id: newId(), version: 1, org, name: '喜阅社', category: 'reading', words: '每周一起读书。' },
    ...{ leader: leader.id, state: 'active', since: Date.now() - 30 * DAY, accepted: [] },
    ...changed,
  });

/** Gives a club to somebody else, as taking it over does. */
export async function handOver(club: Pick<Club, 'id'>, leader: Pick<Actor, 'id'>): Promise<void> {
  const seen = await getClub(club.id);
  if (!seen) throw new Error('no club');
  await changeClub(seen, (one) => ({ ...one, version: one.version + 1, leader: leader.id }));
}

/** A moment of a day some days from now, or before now. */
export const dayFromNow = (days: number, clock: string) => instantOf(dayOf(Date.now() + days * DAY), clock);

/** An activity of tomorrow afternoon that a club has declared, or whatever `changed` makes of it. */
export function makeActivity(club: Club, changed: Partial<Activity> = {}): Promise<Activity> {
  const start = changed.start ?? dayFromNow(1, '14:00');
  const activity: Activity = {
    ...{
      id: newId(),
      version: 1,
      club: { id: club.id, name: club.name },
      org: club.org,
      leader: club.leader,
    },
    ...{ title: '读书分享会', nature: 'acrossUnions', start, end: start + 2 * HOUR, expected: 20 },
    ...{ place: '新街口职工之家', latitude: 39.94, longitude: 116.37, words: '读《平凡的世界》。' },
    ...{ status: 'declared', declaredAt: start - 7 * DAY, accepted: [] },
    ...changed,
  };
  return putActivity(activity, policy);
}

/** Who came to an activity: near its place, and each says they were there. */
const whoCame = (people: readonly string[], activity: string, start: number): Attendee[] =>
  people.map((person, i) => ({
    ...{ activity, person, version: 1, cameAt: start + i * MINUTE, where: 'near', metres: 20 },
    answer: { was: true, at: start + DAY },
  }));

interface Reported {
  /** How many came, or who. */
  readonly people: number | readonly string[];
  /** What of each is otherwise. */
  readonly attendee?: (attendee: Attendee, i: number) => Attendee;
  readonly changed?: Partial<Activity>;
}

/** An activity of three days ago that was held, reported and counted: it waits to be graded. */
export async function reportedActivity(
  club: Club,
  { people, attendee = (one) => one, changed = {} }: Reported,
): Promise<Activity> {
  const id = changed.id ?? newId();
  const start = changed.start ?? dayFromNow(-3, '14:00');
  const came = typeof people === 'number' ? Array.from({ length: people }, newId) : people;
  const attendees = whoCame(came, id, start).map(attendee);
  // What one transaction takes.
  for (let i = 0; i < attendees.length; i += 100)
    await transact(attendees.slice(i, i + 100).map(attendeePut));
  const counted = count(attendees, [], policy, start + 2 * DAY);
  const status = 'reported';
  const [heldAt, reportedAt, askedAt] = [start - 10 * MINUTE, start + 3 * HOUR, start + DAY];
  return makeActivity(club, { id, start, status, heldAt, reportedAt, askedAt, counted, ...changed });
}

/** Activities that club made points of stand days apart, so that each is paid. */
let days = 10;

/** An activity that was graded, with its award in the ledger: so many points. */
export async function gradedActivity(
  club: Club,
  points = 100,
  changed: Partial<Activity> = {},
): Promise<Activity> {
  const start = changed.start ?? dayFromNow(-days++, '14:00');
  const counted = { at: start + 2 * DAY, headcount: 120, came: 120, far: 0, denied: 0, anomalies: [] };
  const waiting = await reportedActivity(club, {
    people: 0,
    changed: { nature: 'district', start, counted, ...changed },
  });
  const { id: activity, title, nature } = waiting;
  const { state } = await ledgerSince(club.id, start, 'now');
  const [grade, rule, at] = ['A+', policy.version, Date.now()] as const;
  const what = { activity, title, day: dayOf(start), nature, headcount: 120, grade, rule, points };
  const entry = award(state, what, { by: 'seed', role: 'clubReviewer', authority: '工发〔2026〕1号' }, at);
  const graded: Activity = {
    ...{ ...waiting, version: waiting.version + 1, status: 'graded' },
    result: { grade, points, rule, at, entry: entry.seq },
  };
  await transact([activityPut(graded, policy), entryPut(entry)]);
  return graded;
}

/** A club whose ledger has so many points, all from graded activities. */
export async function clubWithPoints(leader: Pick<Actor, 'id'>, points: number): Promise<Club> {
  const club = await makeClub(leader);
  for (let left = points; left > 0; left -= 100) await gradedActivity(club, Math.min(100, left));
  return club;
}

/** Does what the stream does with the latest entries of a ledger: holds become redemptions. */
export async function handedOn(club: string): Promise<void> {
  const { entries } = await ledgerSince(club, Date.now(), 'now');
  for (const entry of entries) await projectEntry(entry);
}

/** What a leader has asked money for, as the stream leaves it; its id. */
export async function askedRedemption(leader: Actor, club: string, points = 100): Promise<string> {
  const { body, refusal } = await leader.call('redeemPoints', { club, points });
  if (refusal) throw new Error(`not redeemed: ${refusal.code}`);
  await handedOn(club);
  return body.id;
}

/** A club that owes so many points: its award was taken back when it had been redeemed. */
export async function owingClub(leader: Actor, owed = 100): Promise<Club> {
  const club = await makeClub(leader);
  const { id: activity } = await gradedActivity(club, owed);
  await askedRedemption(leader, club.id, owed);
  const reviewer = await staffActor('fangling');
  const { refusal } = await reviewer.call('reverseAward', { activity, words: '名单不实' });
  if (refusal) throw new Error(`not taken back: ${refusal.code}`);
  return club;
}
