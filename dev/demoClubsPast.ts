import type { Activity } from '@niangjia/shared/clubs/activity';
import type { Club } from '@niangjia/shared/clubs/club';
import { gradeOf, pointsOf } from '@niangjia/shared/clubs/grading';
import { award, hold, type State } from '@niangjia/shared/clubs/ledger';
import { type ClubsPolicy, firstClubsPolicy, type Nature } from '@niangjia/shared/clubs/policy';
import { act, requested } from '@niangjia/shared/clubs/redemption';
import { DAY, dayOf, HOUR, type Instant, MINUTE } from '@niangjia/shared/time';
import { enterClub, getClub, putClub } from '../functions/clubRecords.ts';
import { putActivity } from '../functions/clubs/activities.ts';
import { ledgerSince, putEntry } from '../functions/clubs/ledgers.ts';
import { putRedemption } from '../functions/clubs/redemptions.ts';
import { AUTHORITY, castPerson, clubOrg, crowdPerson, daysAgo, saidBy } from './demoClubPeople.ts';

/** What clubs of the demo did in the last months, with what it came to: written as the functions leave it, with clocks of then. */

const policy: ClubsPolicy = firstClubsPolicy;

/** An activity of the past: how many days ago, what, and how many came. */
export interface Past {
  readonly id: string;
  readonly days: number;
  readonly title: string;
  readonly nature: Nature;
  readonly people: number;
}

export const reading = {
  id: 'rQ7tYx2mKcW0bVnLs5PdZg',
  leader: 'liuyu',
  facts: {
    name: '喜阅社',
    category: 'reading',
    words: '每周四晚上一起读一本书，不点名，想来就来。',
  },
  past: [
    { id: 'a1KmT0pQzR6dVx9wYbNs3Q', days: 150, title: '社内读书会', nature: 'inClub', people: 12 },
    {
      id: 'a2KmT0pQzR6dVx9wYbNs3Q',
      days: 121,
      title: '夏夜共读《平凡的世界》',
      nature: 'acrossUnions',
      people: 34,
    },
    { id: 'a3KmT0pQzR6dVx9wYbNs3Q', days: 94, title: '骑手读书夜', nature: 'street', people: 32 },
    { id: 'a4KmT0pQzR6dVx9wYbNs3Q', days: 64, title: '西城职工朗读节', nature: 'district', people: 128 },
    {
      id: 'a5KmT0pQzR6dVx9wYbNs3Q',
      days: 36,
      title: '秋日共读《平凡的世界》',
      nature: 'acrossUnions',
      people: 22,
    },
    { id: 'a6KmT0pQzR6dVx9wYbNs3Q', days: 19, title: '换书集市', nature: 'inClub', people: 14 },
  ],
} as const;
export const basketball = {
  id: 'bQ7tYx2mKcW0bVnLs5PdZg',
  leader: 'hanlei',
  facts: { name: '篮球社', category: 'sport', words: '周末打半场，不分水平，带水带毛巾。' },
  past: [
    { id: 'b1KmT0pQzR6dVx9wYbNs3Q', days: 108, title: '周末友谊赛', nature: 'acrossUnions', people: 16 },
    { id: 'b2KmT0pQzR6dVx9wYbNs3Q', days: 41, title: '街道三人篮球赛', nature: 'street', people: 46 },
  ],
} as const;
type Plan = typeof reading | typeof basketball;

/** A club that its union agreed to half a year ago, with its members. */
export async function putDemoClub({ id, leader, facts }: Plan, now: Instant): Promise<Club> {
  const known = await getClub(id);
  if (known) return known;
  const since = daysAgo(now, 190, '10:00');
  const club = await putClub({
    ...{ id, version: 2, org: clubOrg, ...facts, leader: await castPerson(leader), state: 'active', since },
    decided: saidBy(await castPerson('fangling'), since + DAY),
    accepted: [],
  });
  const members = [castPerson('linxiu'), castPerson('zhaomin'), ...[5, 6, 7, 8, 9].map(crowdPerson)];
  await Promise.all(members.map(async (member, i) => enterClub(id, await member, since + (i + 2) * DAY)));
  return club;
}

/** What every activity of the demo has. */
export const activityOf = (
  club: Club,
  { id, title, nature, start }: Pick<Activity, 'id' | 'title' | 'nature' | 'start'>,
  what: Partial<Activity> & Pick<Activity, 'status'>,
): Activity => ({
  ...{ id, version: 5, club: { id: club.id, name: club.name }, org: club.org, leader: club.leader },
  ...{ title, nature, start, end: start + 2 * HOUR, expected: 30, declaredAt: start - 6 * DAY },
  ...{ place: '新街口职工之家', latitude: 39.9421, longitude: 116.3699 },
  words: '带一本想分享的书，没有也可以来听。',
  accepted: [],
  ...what,
});

/** A graded activity, and its award as the next entry of the ledger. */
async function grade(club: Club, state: State, past: Past, by: string, now: Instant): Promise<State> {
  const { id, title, nature, people } = past;
  const start = daysAgo(now, past.days, '14:00');
  const at = start + 3 * DAY;
  const grade = gradeOf(nature, people, policy);
  if (!grade) throw new Error(`${title} has too few people`);
  const [points, rule] = [pointsOf(grade, policy), policy.version];
  const said = saidBy(by, at);
  const what = { activity: id, title, day: dayOf(start), nature, headcount: people, grade, rule, points };
  const entry = award(state, what, { by, role: said.role, authority: said.authority }, at);
  const counted = { at: start + 2 * DAY, headcount: people, came: people, far: 0, denied: 0, anomalies: [] };
  const activity = activityOf(
    club,
    { id, title, nature, start },
    {
      ...{ status: 'graded', heldAt: start - 10 * MINUTE, reportedAt: start + 5 * HOUR },
      ...{ askedAt: start + 19 * HOUR, counted, ruled: { ...said, from: 'reported', to: 'graded' } },
      result: { grade, points, rule, at, entry: entry.seq },
    },
  );
  await putActivity(activity, policy);
  await putEntry(entry);
  return entry;
}

/** A hundred points that were asked for, reviewed and paid in time. */
async function redeem(club: Club, state: State, now: Instant): Promise<State> {
  const [fangling, majun] = [await castPerson('fangling'), await castPerson('majun')];
  const at = daysAgo(now, 52, '20:10');
  const request = (step: string) => ({ key: `demo-${step}`, hash: 'demo' });
  const id = 'm1KmT0pQzR6dVx9wYbNs3Q';
  const asked = { redemption: id, points: 100, request: request('ask') };
  const entry = hold(state, asked, policy, { by: club.leader }, at);
  const reviewer = { ...saidBy(fangling, at), leads: false };
  const reviewed = act(requested(entry, club), 'review', reviewer, request('review'), at + 2 * DAY);
  const payer = { by: majun, role: 'finance', authority: AUTHORITY, voucher: '西工财〔2026〕0417' } as const;
  await putRedemption(act(reviewed, 'pay', { ...payer, leads: false }, request('pay'), at + 6 * DAY));
  await putEntry(entry);
  return entry;
}

/** What a club did, once: its activities with their awards, in the order in which they were; the reading club redeemed. */
export async function loadPast(club: Club, past: readonly Past[], now: Instant): Promise<boolean> {
  let { state } = await ledgerSince(club.id, now, 'now');
  if (state.seq > 0) return false;
  const by = await castPerson('guohao');
  for (const one of past) {
    state = await grade(club, state, one, by, now);
    if (one === reading.past[3]) state = await redeem(club, state, now);
  }
  return true;
}
