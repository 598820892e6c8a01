import { dayOf, instantOf, MINUTE } from '@niangjia/shared/time';
import { hasSlot } from '@niangjia/shared/venues/settling';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { slotsOfDay } from '../../functions/booking/slots.ts';
import { getVenue } from '../../functions/booking/venues.ts';
import { seed } from '../../functions/seed.ts';
import { tick } from '../../functions/venues/tick.ts';
import { following } from '../changes.ts';
import { type Plan, underFaults } from '../layers/faults.ts';
import { seeded, seeds, shuffled } from '../seeded.ts';
import { type Actor, one, staffActor } from '../world.ts';
import { member, openedVenue, tomorrowAt } from './house.ts';

/** A keeper changes a room's slots while many book in them. */

const CLIENTS = 30;
const settled = following();
const noon = instantOf(dayOf(Date.now()), '12:00');
let members: Actor[];
let keeper: Actor;
let venue: Venue;

beforeAll(async () => {
  vi.setSystemTime(noon);
  await seed();
  keeper = await staffActor('tianyu');
  members = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => member(1400 + i)));
});
beforeEach(async () => {
  vi.setSystemTime(noon);
  venue = await openedVenue(1, { capacity: 5 });
});
afterAll(() => {
  vi.useRealTimers();
});

const room = () => one(venue.rooms);
const changes: Record<string, () => VenueChange> = {
  'another slot length': () => {
    const { audience, id, door, next, retired, ...facts } = room();
    const changed = { ...facts, slotMinutes: 45 as const, occupations: [] };
    return { kind: 'room', room: id, facts: changed, from: dayOf(tomorrowAt('00:00')) };
  },
  'hours that move the slots': () => ({
    ...{ kind: 'hours', from: dayOf(tomorrowAt('00:00')), closedDays: [] },
    hours: Array.from({ length: 7 }, () => [{ from: '10:30', until: '19:30' }]),
  }),
};
const change = (what: VenueChange) =>
  keeper.call('changeVenue', { venue: venue.id, version: 1, change: what });

async function booksAt(who: Actor, hour: number): Promise<boolean> {
  const start = tomorrowAt(`${String(hour).padStart(2, '0')}:00`);
  return (await who.call('bookSlot', { venue: venue.id, room: room().id, start })).status === 200;
}

/** Everybody books at once, the keeper changes the slots in their midst; who was told that they have a place. */
async function rush(what: VenueChange, random: () => number): Promise<Actor[]> {
  const booked: Actor[] = [];
  const acts = shuffled([...members], random).map((who, i) => async () => {
    if (await booksAt(who, 9 + (i % 10))) booked.push(who);
  });
  acts.splice(Math.floor(random() * CLIENTS), 0, async () => {
    expect((await change(what)).status).toBe(200);
  });
  const queue = acts.values();
  const phone = async () => {
    for (const act of queue) await act();
  };
  await Promise.all(Array.from({ length: 10 }, phone));
  return booked;
}

/** How many have a place in a slot that the room has, and how many in one that it has not. */
async function places(): Promise<{ inside: number; outside: number }> {
  const now = await getVenue(venue.id);
  const held = (await slotsOfDay(room().id, dayOf(tomorrowAt('00:00')), 'now')).flatMap((slot) =>
    slot.places.map(() => now !== undefined && hasSlot(now, now.rooms[0] ?? room(), slot)),
  );
  return { inside: held.filter(Boolean).length, outside: held.filter((inside) => !inside).length };
}

const closings = async (who: Actor) =>
  (await who.call('listMessages', {})).body.messages.filter(({ text }) => text.includes('开放时间有调整'))
    .length;

it.each(Object.keys(changes).flatMap((title) => seeds().map((seed) => [title, seed] as const)))(
  '%s: nobody stays in a slot of before, and whoever was is told (seed %i)',
  async (title, seed) => {
    const what = changes[title]?.();
    if (!what) throw new Error('no change');
    const booked = await rush(what, seeded(seed));
    expect(booked.length).toBeGreaterThan(0);
    vi.setSystemTime(noon + 2 * MINUTE);
    await tick(Date.now());
    const { outside, inside } = await places();
    expect(outside).toBe(0);
    await settled();
    const lists = await Promise.all(
      booked.map(async (who) => {
        const ahead = (await who.call('listBookings', {})).body.bookings;
        const { messages } = (await who.call('listMessages', {})).body;
        return [
          ahead.some((booking) => booking.venue.id === venue.id),
          messages.some(({ text }) => text.includes('开放时间有调整')),
        ];
      }),
    );
    expect(lists.filter(([kept]) => kept)).toHaveLength(inside);
    expect(lists.every(([kept, told]) => kept || told)).toBe(true);
  },
);

it('negative control: settled before everybody knows the change, somebody stays outside', async () => {
  const [who] = members;
  // This process knows the venue as it is now.
  await who?.call('getDay', { venue: venue.id, day: dayOf(tomorrowAt('00:00')) });
  const what = changes['another slot length']?.();
  if (!what || !who) throw new Error('no change');
  await change(what);
  await tick(noon + 2 * MINUTE);
  expect(await booksAt(who, 18)).toBe(true);
  expect((await places()).outside).toBe(1);
});

it('a tick that dies anywhere is followed by one that goes on: all are told, once', async () => {
  const [first, second] = members;
  for (let cut = 1; cut <= 16; cut += 3) {
    vi.setSystemTime(noon);
    venue = await openedVenue(1);
    const what = changes['hours that move the slots']?.();
    if (!first || !second || !what) throw new Error('nobody');
    const before = await Promise.all([first, second].map(closings));
    expect([await booksAt(first, 10), await booksAt(second, 15)]).toEqual([true, true]);
    await change(what);
    vi.setSystemTime(noon + 2 * MINUTE);
    let calls = 0;
    const dies: Plan = () => (++calls >= cut ? 'dieBefore' : undefined);
    await underFaults(dies, () => tick(Date.now())).catch(() => undefined);
    await tick(Date.now());
    await tick(Date.now());
    await settled();
    expect((await places()).outside).toBe(0);
    expect((await getVenue(venue.id))?.settling).toBeUndefined();
    const told = await Promise.all([first, second].map(closings));
    expect(told.map((count, i) => count - (before[i] ?? 0))).toEqual([1, 1]);
  }
});
