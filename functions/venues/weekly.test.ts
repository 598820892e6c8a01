import { DAY, instantOf } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newKey } from '../../dev/api.ts';
import { groupOf, member, openedVenue } from '../../proof/venues/house.ts';
import type { Actor } from '../../proof/world.ts';
import { seed } from '../seed.ts';

/** A group books its standing place: every week until a day, each date decided on its own. */

const at = (clock: string, week = 0) => instantOf('2026-11-25', clock) + 7 * week * DAY; // a Wednesday
let people = 900;
let venue: Venue;
let leader: Actor;
let group: string;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00'));
  venue = await openedVenue(2);
  leader = await member(people++);
  group = await groupOf(leader);
});

const court = (number: number) => ({ venue: venue.id, room: venue.rooms[number - 1]?.id ?? '' });
const weekly = (until: string, start = at('14:00'), key = newKey()) =>
  leader.call('bookWeekly', { group, ...court(1), start, until }, { key });
const ahead = async () => (await leader.call('listBookings', {})).body.bookings;

it('books ahead of the day on which members can, and takes nothing of what the leader may book', async () => {
  const { body } = await weekly('2026-12-16');
  expect(body.weeks.map(({ start, state }) => [start, state])).toEqual([
    [at('14:00'), 'confirmed'],
    [at('14:00', 1), 'confirmed'],
    [at('14:00', 2), 'confirmed'],
    [at('14:00', 3), 'confirmed'],
  ]);
  expect(await ahead()).toHaveLength(4);
  const own = await Promise.all(
    ['15:00', '16:00', '17:00'].map((clock) => leader.call('bookSlot', { ...court(1), start: at(clock) })),
  );
  expect(own.map(({ status }) => status)).toEqual([200, 200, 200]);
  const fourth = await leader.call('bookSlot', { ...court(1), start: at('18:00') });
  expect(fourth.refusal?.code).toBe('TOO_MANY_AHEAD');
});

it('says of each date what came of it, and what is free near one that is taken, to be booked by itself', async () => {
  const other = await member(people++);
  await other.call('bookSlot', { ...court(1), start: at('14:00') });
  await leader.call('bookSlot', { ...court(2), start: at('16:00') });
  const { body } = await weekly('2026-12-02');
  expect(body.weeks).toMatchObject([
    { start: at('14:00'), why: 'SLOT_TAKEN' },
    { start: at('14:00', 1), state: 'confirmed', instead: [] },
  ]);
  const [near] = body.weeks[0]?.instead ?? [];
  expect(near).toMatchObject({ room: court(2).room, start: at('14:00') });
  const room = near?.room ?? '';
  const instead = { group, venue: venue.id, room, start: at('14:00'), until: '2026-11-25' };
  expect((await leader.call('bookWeekly', instead)).body.weeks).toMatchObject([{ state: 'confirmed' }]);
});

it('where the leader is elsewhere then, says what they could have at other hours, one alternative for one', async () => {
  await leader.call('bookSlot', { ...court(2), start: at('16:00') });
  const { weeks } = (await weekly('2026-12-02', at('16:00'))).body;
  expect(weeks).toMatchObject([
    { start: at('16:00'), why: 'ELSEWHERE_THEN' },
    { start: at('16:00', 1), state: 'confirmed', instead: [] },
  ]);
  const near = weeks[0]?.instead ?? [];
  expect(near).toHaveLength(4);
  expect(near.map(({ start }) => start)).not.toContain(at('16:00'));
  const [first] = near;
  const instead = { group, venue: venue.id, room: first?.room ?? '', start: first?.start ?? 0 };
  const taken = await leader.call('bookWeekly', { ...instead, until: '2026-11-25' });
  expect(taken.body.weeks).toMatchObject([{ state: 'confirmed' }]);
});

it('sent twice, or at once, it books each date once', async () => {
  const key = newKey();
  const [one, two] = await Promise.all([
    weekly('2026-12-09', at('14:00'), key),
    weekly('2026-12-09', at('14:00'), key),
  ]);
  const again = await weekly('2026-12-09', at('14:00'), key);
  expect(again.body.weeks.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  for (const { status } of [one, two]) expect([200, 409, 503]).toContain(status);
  expect(await ahead()).toHaveLength(3);
});

it('one date is cancelled like any booking', async () => {
  const { body } = await weekly('2026-12-02');
  expect((await leader.call('cancelBooking', { id: body.weeks[0]?.id ?? '' })).status).toBe(200);
  expect((await ahead()).map(({ start }) => start)).toEqual([at('14:00', 1)]);
});

it('is for who leads the group, and as far ahead as the policy lets it', async () => {
  const other = await member(people++);
  const wish = { group, ...court(1), start: at('14:00'), until: '2026-12-02' };
  expect((await other.call('bookWeekly', wish)).refusal?.code).toBe('NOT_FOUND');
  expect((await other.call('listGroups', {})).body.groups).toEqual([]);
  expect((await leader.call('listGroups', {})).body.groups).toEqual([
    { id: group, name: '新街口乒乓球小组' },
  ]);
  expect((await weekly('2026-11-24')).refusal?.code).toBe('WEEKS_NONE');
  expect((await weekly('2027-03-01')).refusal?.code).toBe('WEEKS_TOO_MANY');
});
