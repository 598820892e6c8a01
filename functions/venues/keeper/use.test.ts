import { DAY, dayOf, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { guestToken, member, openedVenue } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { seed } from '../../seed.ts';
import { tick } from '../tick.ts';

/** How a house was used, and its bookings for a spreadsheet. */

const today = '2026-11-25'; // a Wednesday
const at = (clock: string) => instantOf(today, clock);
let venue: Venue;
let keeper: Actor;

const slot = (start: number, room = 0) => ({ venue: venue.id, room: venue.rooms[room]?.id ?? '', start });

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  keeper = await staffActor('tianyu');
  venue = await openedVenue(2);
  const [one, two, three] = [await member(1401), await member(1402), await member(1403)];
  const { body: came } = await one.call('bookSlot', slot(at('14:00')));
  await two.call('bookSlot', slot(at('14:00'), 1));
  const { body: off } = await three.call('bookSlot', slot(at('15:00')));
  await three.call('cancelBooking', { id: off.id });
  vi.setSystemTime(at('14:00'));
  await keeper.call('seeBooking', { ...slot(at('14:00')), id: came.id });
  vi.setSystemTime(at('14:00') + 16 * MINUTE);
  await tick(Date.now());
  await keeper.call('walkIn', { ...slot(at('14:00'), 1), guest: await guestToken(three) });
});
afterAll(() => {
  vi.useRealTimers();
});

it('counts yesterday’s slots by weekday and hour, of one room or of all', async () => {
  vi.setSystemTime(at('12:00') + DAY);
  const { body } = await keeper.call('getUse', { venue: venue.id });
  expect(body).toMatchObject({ from: '2026-10-29', until: '2026-11-25' });
  const cell = (hour: number) => body.cells.find((one) => one.weekday === 3 && one.hour === hour);
  // Four Wednesdays of two rooms.
  expect(cell(14)).toEqual({ weekday: 3, hour: 14, places: 8, booked: 2, came: 2, missed: 1 });
  expect(cell(15)).toEqual({ weekday: 3, hour: 15, places: 8, booked: 0, came: 0, missed: 0 });
  const first = await keeper.call('getUse', { venue: venue.id, room: venue.rooms[0]?.id });
  expect(first.body.cells.find((one) => one.weekday === 3 && one.hour === 14)).toMatchObject({
    places: 4,
    booked: 1,
  });
  const none = await keeper.call('getUse', { venue: venue.id, room: 'A'.repeat(22) });
  expect(none.refusal?.code).toBe('NOT_FOUND');
});

const list = (from: string, until: string, cursor?: string) =>
  keeper.call('listKeptBookings', { venue: venue.id, from, until, cursor });

it('lists what was booked and what became of it', async () => {
  vi.setSystemTime(at('12:00') + DAY);
  const { body } = await list(today, today);
  expect(body.bookings.map(({ room, outcome, by }) => [room, outcome, by])).toEqual([
    ['乒乓球 1 号台', 'came', 'member'],
    ['乒乓球 1 号台', 'cancelled', undefined],
    ['乒乓球 2 号台', 'came', 'keeper'],
    ['乒乓球 2 号台', 'missed', undefined],
  ]);
  expect(body.cursor).toBeUndefined();
});

it('is read in pages, all of them together as one list; at most 31 days', async () => {
  const days = Array.from({ length: 31 }, (_, i) => dayOf(at('12:00') + i * DAY));
  const one = await member(1404);
  vi.setSystemTime(at('12:00') + 30 * DAY - HOUR);
  await one.call('bookSlot', { ...slot(instantOf(days[30] ?? '', '18:00')) });
  const first = await list(days[0] ?? '', days[30] ?? '');
  expect(first.body.cursor).toBeDefined();
  const rest = await list(days[0] ?? '', days[30] ?? '', first.body.cursor);
  expect(rest.body.cursor).toBeUndefined();
  expect([...first.body.bookings, ...rest.body.bookings]).toHaveLength(5);
  expect((await list(today, '2026-12-26')).refusal?.code).toBe('PERIOD_WRONG');
  expect((await list(today, '2026-11-24')).refusal?.code).toBe('PERIOD_WRONG');
  expect((await list(today, today, first.body.cursor)).refusal?.code).toBe('INVALID');
});
