import { DAY, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../dev/api.ts';
import { following } from '../../proof/changes.ts';
import { approvedBy, clubOf, declaredBy, planOf, ruled, toldTo } from '../../proof/clubs/acts.ts';
import { type Plan as Faults, underFaults } from '../../proof/layers/faults.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import type { Actor } from '../../proof/world.ts';
import { decisionsAbout } from '../records.ts';
import { seed } from '../seed.ts';
import { tick } from './tick.ts';

/** A leader declares activities: with a room of a house all or nothing, mended, cancelled. */

const at = (clock: string, days = 0) => instantOf('2026-11-26', clock) + days * DAY; // tomorrow, a Thursday
let people = 3_200;
let venue: Venue;
let leader: Actor;
let club: string;
const settled = following();

beforeAll(async () => {
  vi.setSystemTime(instantOf('2026-11-25', '12:00'));
  await seed();
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(instantOf('2026-11-25', '12:00'));
  venue = await openedVenue(2, { kind: 'meeting' });
  leader = await member(people++);
  club = await clubOf(leader);
});

const plan = planOf({ start: at('14:00'), end: at('16:00') });
const roomOf = (number = 1) => ({ venue: venue.id, room: venue.rooms[number - 1]?.id ?? '' });
const wish = (...clocks: string[]) => ({ ...roomOf(), starts: clocks.map((clock) => at(clock)) });
const declare = (changed: object = {}, key = newKey()) =>
  leader.call('declareActivity', { club, ...plan, room: wish('14:00', '15:00'), ...changed }, { key });
const bookings = async () => (await leader.call('listBookings', {})).body.bookings;
const activities = async (who = leader) => (await who.call('listActivities', { club })).body.activities;

it('is not declared in a room that many share', async () => {
  const shared = await openedVenue(1, { kind: 'reading', capacity: 12 });
  const room = { venue: shared.id, room: shared.rooms[0]?.id ?? '', starts: [at('14:00'), at('15:00')] };
  expect((await declare({ room })).refusal?.code).toBe('ROOM_SHARED');
  expect(await activities()).toEqual([]);
  expect(await bookings()).toEqual([]);
});

it('is in its club’s list for its leader alone until the union agrees; who has its link sees it as it was declared', async () => {
  const activity = await declaredBy(leader, club);
  const other = await member(people++);
  const seen = (await other.call('getActivity', { activity })).body;
  expect(seen.activity).toMatchObject({ ...planOf(), status: 'declared', union: expect.any(String) });
  expect(seen).toMatchObject({ leads: false, signedUp: 0, came: 0 });
  expect(seen.mine).toMatchObject({ signedUp: false, whyNotSignUp: 'ACTIVITY_NOT_OPEN' });
  expect((await activities()).map(({ id }) => id)).toEqual([activity]);
  expect(await activities(other)).toEqual([]);
  expect((await other.call('getClub', { club })).body.activities).toEqual([]);
});

it.each([
  ['by somebody else', {}, 'NOT_FOUND'],
  ['backwards', { start: at('16:00'), end: at('14:00') }, 'ACTIVITY_TIMES'],
  ['of yesterday', { start: at('14:00', -2), end: at('16:00', -2) }, 'ACTIVITY_PAST'],
  ['of next year', { start: at('14:00', 200), end: at('16:00', 200) }, 'ACTIVITY_TOO_FAR'],
  ['in three months, in a room', { start: at('14:00', 90), end: at('16:00', 90) }, 'ROOM_TOO_FAR'],
  ['longer than its room', { end: at('17:00') }, 'ROOM_NOT_WHOLE'],
  ['when the house is closed', { room: 'night' }, 'SLOT_CLOSED'],
  ['in a room that is none', { room: 'none' }, 'NOT_FOUND'],
] as const)('is not declared %s, and nothing is written', async (title, changed, code) => {
  const as = title === 'by somebody else' ? await member(people++) : leader;
  const rooms: Record<string, object> = {
    night: wish('23:00'),
    none: { ...wish('14:00'), room: 'x'.repeat(22) },
  };
  const room = 'room' in changed ? rooms[changed.room] : wish('14:00', '15:00');
  const input = { club, ...plan, ...changed, room } as never;
  expect((await as.call('declareActivity', input)).refusal?.code).toBe(code);
  expect(await activities()).toEqual([]);
  expect(await bookings()).toEqual([]);
});

describe('a room', () => {
  it('is booked in the same step, and says where it is', async () => {
    const key = newKey();
    const { body, status } = await declare({ place: '随便', latitude: 1, longitude: 1 }, key);
    expect(status).toBe(200);
    const { activity } = (await leader.call('getActivity', { activity: body.id })).body;
    expect(activity).toMatchObject({
      place: '新街口职工之家 乒乓球 1 号台',
      ...{ latitude: venue.latitude, longitude: venue.longitude, status: 'declared' },
    });
    expect((await bookings()).map(({ start, group }) => [start, group])).toEqual([
      [at('14:00'), true],
      [at('15:00'), true],
    ]);
    expect((await declare({ place: '随便', latitude: 1, longitude: 1 }, key)).body).toEqual(body);
    expect((await declare({ place: '别处' }, key)).refusal?.code).toBe('KEY_REUSED');
    expect(await bookings()).toHaveLength(2);
    expect(await activities()).toHaveLength(1);
  });

  it('that is lost in part is given back, says what is free, and may be had by the same request later', async () => {
    const other = await member(people++);
    const { body: taken } = await other.call('bookSlot', { ...roomOf(), start: at('15:00') });
    const key = newKey();
    for (let time = 0; time < 2; time++) {
      const { refusal } = await declare({}, key);
      expect(refusal?.code).toBe('SLOT_TAKEN');
      expect(refusal?.details?.alternatives?.map(({ room }) => room)).toContain(roomOf(2).room);
      expect(await bookings()).toEqual([]);
      expect(await activities()).toEqual([]);
    }
    // The first slot went back to everybody.
    const { body: first } = await other.call('bookSlot', { ...roomOf(), start: at('14:00') });
    for (const id of [first.id, taken.id]) await other.call('cancelBooking', { id });
    const { body } = await declare({}, key);
    expect((await activities()).map(({ id, status }) => [id, status])).toEqual([[body.id, 'declared']]);
    expect(await bookings()).toHaveLength(2);
  });

  it('of which the leader is elsewhere is refused', async () => {
    await leader.call('bookSlot', { ...roomOf(2), start: at('15:00') });
    expect((await declare()).refusal?.code).toBe('ELSEWHERE_THEN');
    expect(await bookings()).toHaveLength(1);
  });

  it('is booked by one request, however many at once want it for different activities', async () => {
    const second = await member(people++);
    const theirs = await clubOf(second);
    const both = await Promise.all([
      declare(),
      second.call('declareActivity', { club: theirs, ...plan, room: wish('14:00', '15:00') }),
    ]);
    const won = both.filter(({ status }) => status === 200);
    expect(won.length).toBeLessThanOrEqual(1);
    const all = await Promise.all([leader, second].map((who) => who.call('listBookings', {})));
    expect(all.map(({ body }) => body.bookings.length).sort()).toEqual(won.length ? [0, 2] : [0, 0]);
  });

  /** Dies after the second booking took its place. */
  const dying = (): Faults => {
    let updates = 0;
    return ({ command }) => {
      if (command === 'UpdateItemCommand') updates++;
      return updates === 2 ? 'dieAfter' : undefined;
    };
  };

  it('that was left on its way is seen by nobody, goes on with the same request', async () => {
    const key = newKey();
    await underFaults(dying(), () => declare({}, key));
    expect(await activities()).toEqual([]);
    const { body } = await declare({}, key);
    expect((await activities()).map(({ id }) => id)).toEqual([body.id]);
    expect(await bookings()).toHaveLength(2);
  });

  it('that was left on its way for good is given back within minutes', async () => {
    const key = newKey();
    await underFaults(dying(), () => declare({}, key));
    await tick(Date.now() + 4 * MINUTE);
    expect(await bookings()).not.toEqual([]);
    vi.setSystemTime(Date.now() + 6 * MINUTE);
    await tick(Date.now());
    await tick(Date.now());
    expect(await bookings()).toEqual([]);
    expect(await activities()).toEqual([]);
    expect((await declare({}, key)).status).toBe(200);
    expect(await bookings()).toHaveLength(2);
  });
});

it('is sent back with words, mended, and agreed to; its room and time stay', async () => {
  const { body } = await declare();
  const activity = body.id;
  vi.setSystemTime(Date.now() + MINUTE);
  await ruled(activity, false);
  const { start: _start, end: _end, ...mended } = { ...plan, title: '读书会', place: '别处' };
  const key = newKey();
  for (let time = 0; time < 2; time++)
    expect((await leader.call('redeclareActivity', { activity, ...mended }, { key })).status).toBe(200);
  expect((await activities())[0]).toMatchObject({
    ...{ title: '读书会', status: 'declared', start: plan.start, place: '新街口职工之家 乒乓球 1 号台' },
  });
  await settled();
  vi.setSystemTime(Date.now() + MINUTE);
  await ruled(activity);
  const late = await leader.call('redeclareActivity', { activity, ...mended });
  expect(late.refusal?.code).toBe('ACTIVITY_DECIDED');
  await settled();
  expect(await toldTo(leader)).toEqual(['activityApproved', 'activityReturned', 'clubApproved']);
  const decisions = (await decisionsAbout(leader.id)).filter(({ kind }) => kind === 'activity');
  expect(decisions.map(({ to, about }) => [to, about])).toEqual([
    ['approved', activity],
    ['returned', activity],
  ]);
  expect(decisions[0]?.thing).toBe('读书会');
});

describe('is cancelled', () => {
  it('by its leader, twice as once; its room is given back', async () => {
    const activity = (await declare()).body.id;
    await ruled(activity);
    const other = await member(people++);
    expect((await other.call('cancelActivity', { activity })).refusal?.code).toBe('NOT_FOUND');
    for (let time = 0; time < 2; time++)
      expect((await leader.call('cancelActivity', { activity })).body).toEqual({ id: activity });
    expect(await bookings()).toEqual([]);
    expect((await activities())[0]?.status).toBe('cancelled');
    expect((await other.call('bookSlot', { ...roomOf(), start: at('14:00') })).status).toBe(200);
  });

  it('with its room given back by the stream where the request could not', async () => {
    const activity = (await declare()).body.id;
    await underFaults(
      ({ command }) => (command === 'PutItemCommand' ? 'dieAfter' : undefined),
      () => leader.call('cancelActivity', { activity }),
    );
    expect(await bookings()).toHaveLength(2);
    await settled();
    expect(await bookings()).toEqual([]);
  });

  it('no more once it is held', async () => {
    const activity = await approvedBy(leader, club);
    vi.setSystemTime(planOf().start);
    await leader.call('showCode', { activity });
    expect((await leader.call('cancelActivity', { activity })).refusal?.code).toBe('ACTIVITY_HELD');
  });
});

it('a club books weekly like a group', async () => {
  const until = '2026-12-03';
  const weekly = { group: club, ...roomOf(), start: at('18:00'), until };
  const { weeks } = (await leader.call('bookWeekly', weekly)).body;
  expect(weeks.map(({ state }) => state)).toEqual(['confirmed', 'confirmed']);
  const other = await member(people++);
  expect((await other.call('bookWeekly', weekly)).refusal?.code).toBe('NOT_FOUND');
});

it("lists a club's activities, the next ones first on its page", async () => {
  const near = await declaredBy(leader, club, { start: at('14:00', 1), end: at('14:00', 1) + HOUR });
  vi.setSystemTime(Date.now() + MINUTE);
  const far = await declaredBy(leader, club, { start: at('14:00', 2) });
  expect((await activities()).map(({ id }) => id)).toEqual([far, near]);
  const page = (await leader.call('getClub', { club })).body;
  expect(page.activities.map(({ id }) => id)).toEqual([near, far]);
});
