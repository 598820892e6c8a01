import { orgs } from '@niangjia/shared/cast';
import type { Attendee } from '@niangjia/shared/clubs/attendance';
import type { Club } from '@niangjia/shared/clubs/club';
import { MINUTE } from '@niangjia/shared/time';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { toldTo } from '../../../proof/clubs/acts.ts';
import { handOver, makeActivity, makeClub, reportedActivity } from '../../../proof/clubs/world.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { seed } from '../../seed.ts';
import { getActivity } from '../activities.ts';

/** What an activity is judged by: that it is to be held at all, who was there, what is odd. */

const settled = following();
const org = orgs.xinjiekou.id;
let people = 5_100;
let reviewer: Actor;
let other: Actor;
let leader: Actor;
let club: Club;

beforeAll(async () => {
  await seed();
  [reviewer, other] = [await staffActor('fangling'), await staffActor('guohao')];
  leader = await member(people++);
});
beforeEach(async () => {
  club = await makeClub(leader);
});

const kept = async (activity: string, who = reviewer) =>
  (await who.call('getKeptActivity', { activity })).body;
const waiting = async (what: 'declared' | 'counted') =>
  (await reviewer.call('listKeptActivities', { org, waiting: what })).body.activities;

it('agrees to what was declared, once; then it waits no more', async () => {
  const { id: activity } = await makeActivity(club);
  expect((await waiting('declared')).map(({ id }) => id)).toContain(activity);
  expect((await kept(activity)).whyNotRule).toBeUndefined();
  const key = newKey();
  const agree = () => reviewer.call('decideActivity', { activity, approved: true }, { key });
  expect([(await agree()).status, (await agree()).status]).toEqual([200, 200]);
  const second = await other.call('decideActivity', { activity, approved: false, words: '改个时间' });
  expect(second.refusal?.code).toBe('ACTIVITY_DECIDED');
  expect((await kept(activity)).activity.status).toBe('approved');
  expect((await waiting('declared')).map(({ id }) => id)).not.toContain(activity);
});

it('is told to who declared it, and to who leads the club by then', async () => {
  const { id: activity } = await makeActivity(club);
  const heir = await member(people++);
  await handOver(club, heir);
  await reviewer.call('decideActivity', { activity, approved: true });
  await settled();
  for (const who of [leader, heir]) expect(await toldTo(who)).toContain('activityApproved');
});

it('sends back with words only, and nobody judges what they lead, then or now', async () => {
  const { id: activity } = await makeActivity(club);
  const without = await reviewer.call('decideActivity', { activity, approved: false });
  expect(without.refusal?.code).toBe('REASON_MISSING');
  const back = await reviewer.call('decideActivity', { activity, approved: false, words: '改个时间' });
  expect(back.status).toBe(200);
  const [then, now] = [await makeActivity(club, { leader: reviewer.id }), await makeClub(reviewer)];
  for (const { id } of [then, await makeActivity(now, { leader: leader.id })]) {
    expect((await kept(id)).whyNotRule).toBe('OWN_CLUB');
    const own = await reviewer.call('decideActivity', { activity: id, approved: true });
    expect(own.refusal?.code).toBe('OWN_CLUB');
  }
});

it('an activity whose room is on its way is nobody’s yet', async () => {
  const { id: activity } = await makeActivity(club, { status: 'booking' });
  expect((await reviewer.call('getKeptActivity', { activity })).refusal?.code).toBe('NOT_FOUND');
});

/** The first two were far away, and the third says they were not there. */
const odd = (attendee: Attendee, i: number): Attendee => ({
  ...attendee,
  ...(i < 2 ? { where: 'far' as const, metres: 900, answer: undefined } : {}),
  ...(i === 2 ? { answer: { was: false, at: attendee.cameAt ?? 0 } } : {}),
});

it('shows who was there, masked, who needs a look first, and what is odd', async () => {
  const { id: activity } = await reportedActivity(club, { people: 12, attendee: odd });
  const { attendees, counted, table, whyNotGrade } = await kept(activity);
  expect(counted).toMatchObject({ headcount: 9, came: 12, far: 2, denied: 1 });
  expect(counted?.anomalies.map(({ kind }) => kind)).toEqual(['far', 'denied']);
  expect(attendees.map(({ counts }) => counts)).toEqual([false, false, false, ...Array(9).fill(true)]);
  expect(table).toMatchObject({ grade: 'D', points: 20, rule: 1, besides: ['C', 'E'] });
  expect(whyNotGrade).toBe('ANOMALIES_OPEN');
  const row = (await waiting('counted')).find(({ id }) => id === activity);
  expect(row).toMatchObject({ headcount: 9, odd: 2, settled: false, proposed: false });
});

it('what is odd is settled with words, by who neither leads nor was there', async () => {
  const { id: activity } = await reportedActivity(club, {
    people: [...Array(6).keys()].map(String),
    attendee: odd,
  });
  const settled = await reviewer.call('settleAnomalies', { activity, words: '打电话问过了' });
  expect(settled.status).toBe(200);
  expect((await kept(activity, other)).settled).toMatchObject({ words: '打电话问过了', by: '方玲' });
  expect((await kept(activity)).whyNotGrade).toBeUndefined();
  const fine = await reportedActivity(club, { people: 6 });
  const nothing = await reviewer.call('settleAnomalies', { activity: fine.id, words: '没有问题' });
  expect(nothing.refusal?.code).toBe('NOTHING_TO_SETTLE');
  const there = await reportedActivity(club, { people: [reviewer.id, '1', '2', '3', '4'], attendee: odd });
  const own = await reviewer.call('settleAnomalies', { activity: there.id, words: '我在场' });
  expect(own.refusal?.code).toBe('OWN_CLUB');
});

const strike = async (activity: string, i: number, struck: boolean, who = reviewer) => {
  const attendee = (await kept(activity)).attendees[i]?.id ?? '';
  return who.call('strikeAttendee', { activity, attendee, struck });
};

it('who is struck out counts no more, and counts again when that is taken back; twice is once', async () => {
  const { id: activity } = await reportedActivity(club, { people: 10 });
  expect((await strike(activity, 0, true)).body.counted.headcount).toBe(9);
  expect((await strike(activity, 0, true)).body.counted.headcount).toBe(9);
  const { version } = (await getActivity(activity)) ?? {};
  expect((await kept(activity)).table?.grade).toBe('D');
  expect((await kept(activity)).attendees.filter(({ struck }) => struck)).toHaveLength(1);
  expect((await strike(activity, 0, false)).body.counted.headcount).toBe(10);
  expect((await getActivity(activity))?.version).toBe((version ?? 0) + 1);
  expect((await kept(activity)).table?.grade).toBe('C');
});

it('two strikes at once are both counted', async () => {
  const { id: activity } = await reportedActivity(club, { people: 8 });
  const { attendees } = await kept(activity);
  const both = await Promise.all(
    attendees
      .slice(0, 2)
      .map(({ id }, i) =>
        (i === 0 ? reviewer : other).call('strikeAttendee', { activity, attendee: id, struck: true }),
      ),
  );
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await kept(activity)).counted?.headcount).toBe(6);
});

it('a strike ends a proposal, and what stands for somebody is good at their activity only', async () => {
  const { id: activity } = await reportedActivity(club, { people: 12 });
  await reviewer.call('proposeGrade', { activity, grade: 'B', words: '影响很好' });
  expect((await kept(activity)).proposed).toMatchObject({ grade: 'B', mine: true });
  await strike(activity, 0, true);
  expect((await kept(activity)).proposed).toBeUndefined();
  const elsewhere = await reportedActivity(club, { people: 12 });
  const [{ id: attendee } = { id: '' }] = (await kept(activity)).attendees;
  const wrong = await reviewer.call('strikeAttendee', { activity: elsewhere.id, attendee, struck: true });
  expect(wrong.refusal?.code).toBe('NOT_FOUND');
});

it('nobody is struck out before it is counted, nor after it was judged', async () => {
  const start = Date.now() - 60 * MINUTE;
  const early = await reportedActivity(club, { people: 6, changed: { start, counted: undefined } });
  expect((await strike(early.id, 0, true)).refusal?.code).toBe('ANSWERS_PENDING');
  const { id: activity } = await reportedActivity(club, { people: 6 });
  expect((await reviewer.call('voidActivity', { activity, words: '没有办' })).status).toBe(200);
  expect((await strike(activity, 0, true)).refusal?.code).toBe('ACTIVITY_DECIDED');
  const again = await other.call('voidActivity', { activity, words: '没有办' });
  expect(again.refusal?.code).toBe('ACTIVITY_DECIDED');
  expect((await waiting('counted')).map(({ id }) => id)).not.toContain(activity);
});
