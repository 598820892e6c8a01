import { instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pausedAt, underFaults } from '../../proof/layers/faults.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import { seed } from '../seed.ts';

/** Getting out of a line while something else happens to the same wait. */

const at = (clock: string) => instantOf('2026-11-25', clock); // a Wednesday

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
});
afterAll(() => {
  vi.useRealTimers();
});

it('a place that was taken on another phone is kept, and its person is nowhere else then', async () => {
  const venue = await openedVenue(2);
  const [one, two] = [await member(1200), await member(1201)];
  const slot = (room: number) => ({ venue: venue.id, room: venue.rooms[room]?.id ?? '', start: at('16:00') });
  const { id: booked } = (await one.call('bookSlot', slot(0))).body;
  const { id } = (await two.call('waitForSlot', slot(0))).body;
  await one.call('cancelBooking', { id: booked });
  // Both calendars are read by the time the slot is.
  const { answer } = await underFaults(
    pausedAt(3, () => two.call('acceptOffer', { id })),
    () => two.call('giveUpWait', { id }),
  );
  expect(answer.status).toBe(200);
  const { bookings } = (await two.call('listBookings', {})).body;
  expect(bookings).toMatchObject([{ id, state: 'confirmed' }]);
  expect((await two.call('bookSlot', slot(1))).refusal?.code).toBe('ELSEWHERE_THEN');
});
