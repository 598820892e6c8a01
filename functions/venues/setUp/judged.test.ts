import { orgs } from '@niangjia/shared/cast';
import { instantOf, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { member, openedVenue } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { venuesPolicy } from '../../policies.ts';
import { seed } from '../../seed.ts';
import { tick } from '../tick.ts';

/** A booking is judged by the rules it was made under, whatever holds by then. */

const noon = instantOf('2026-11-25', '12:00');
const at = (clock: string) => instantOf('2026-11-26', clock);
let old: Actor;
let fresh: Actor;
let venue: Venue;
let waiter: Actor;
let offered: string;

beforeAll(async () => {
  vi.setSystemTime(noon);
  await seed();
  [old, fresh] = [await member(720), await member(721)];
  venue = await openedVenue(2);
  const { version: _, effectiveFrom: __, ...first } = firstVenuesPolicy;
  const numbers = {
    ...first,
    notice: 60 * MINUTE,
    cancelUntil: 120 * MINUTE,
    checkInBefore: 5 * MINUTE,
    checkInAfter: 30 * MINUTE,
  };
  const admin = await staffActor('zhenghua');
  // Running functions have the policy as it is by now.
  await venuesPolicy(noon);
  await old.call('bookSlot', slot(0, '14:00'));
  await old.call('bookSlot', slot(0, '16:00'));
  await admin.call('draftPolicy', {
    org: orgs.city.id,
    after: 1,
    effectiveFrom: noon + 10 * MINUTE,
    numbers,
  });
  const leaver = await member(722);
  waiter = await member(723);
  const soon = { ...slot(0, '14:00'), start: instantOf('2026-11-25', '13:00') };
  const { body } = await leaver.call('bookSlot', soon);
  offered = (await waiter.call('waitForSlot', soon)).body.id;
  vi.setSystemTime(noon + 9 * MINUTE);
  await leaver.call('cancelBooking', { id: body.id });
  vi.setSystemTime(noon + 10 * MINUTE);
  await fresh.call('bookSlot', slot(1, '14:00'));
  await fresh.call('bookSlot', slot(1, '16:00'));
});
afterAll(() => {
  vi.useRealTimers();
});

const slot = (room: number, clock: string) => ({
  ...{ venue: venue.id, room: venue.rooms[room]?.id ?? '' },
  start: at(clock),
});
const bookings = async (who: Actor) => (await who.call('listBookings', {})).body.bookings;
const idAt = async (who: Actor, clock: string) =>
  (await bookings(who)).find(({ start }) => start === at(clock))?.id ?? '';

it('holds from its moment on, for all at once', async () => {
  expect((await venuesPolicy(noon + 10 * MINUTE)).version).toBe(2);
  expect((await venuesPolicy(noon + 10 * MINUTE - 1)).version).toBe(1);
});

it('is taken until the moment it was offered for, though nobody else can book so late any more', async () => {
  const start = instantOf('2026-11-25', '13:00');
  const late = await fresh.call('bookSlot', { ...slot(1, '14:00'), start });
  expect(late.refusal?.code).toBe('SLOT_TOO_SOON');
  expect(await waiter.call('acceptOffer', { id: offered })).toMatchObject({ status: 200 });
});

it('is shown what it was told', async () => {
  vi.setSystemTime(at('10:00'));
  expect((await bookings(old))[0]).toMatchObject({
    ...{ cancelUntil: at('13:30'), checkInFrom: at('13:45'), checkInUntil: at('14:15') },
  });
  expect((await bookings(fresh))[0]).toMatchObject({
    ...{ cancelUntil: at('12:00'), checkInFrom: at('13:55'), checkInUntil: at('14:30') },
  });
});

it('is cancelled until the moment it was told', async () => {
  vi.setSystemTime(at('13:00'));
  const cancels = async (who: Actor) => who.call('cancelBooking', { id: await idAt(who, '14:00') });
  expect((await cancels(fresh)).refusal?.code).toBe('CANCEL_TOO_LATE');
  expect((await cancels(old)).status).toBe(200);
});

it('is checked in from the moment it was told, also by the card', async () => {
  vi.setSystemTime(at('15:50'));
  const comes = async (who: Actor, room: number) =>
    who.call('checkIn', { id: await idAt(who, '16:00'), door: venue.rooms[room]?.door ?? '' });
  expect((await comes(fresh, 1)).refusal?.code).toBe('CHECK_IN_EARLY');
  expect((await comes(old, 0)).status).toBe(200);
});

it('is released when it was told', async () => {
  vi.setSystemTime(at('16:20'));
  await tick(Date.now());
  // By the first version it would be gone by now.
  expect(await idAt(fresh, '16:00')).not.toBe('');
  vi.setSystemTime(at('16:31'));
  await tick(Date.now());
  expect(await idAt(fresh, '16:00')).toBe('');
});
