import { DAY, HOUR } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { takePlace } from '../../functions/booking/slots.ts';
import { decisionsAbout } from '../../functions/records.ts';
import { newId } from '../../functions/secrets.ts';
import { seed } from '../../functions/seed.ts';
import { following } from '../changes.ts';
import { dump } from '../dump.ts';
import { type Plan, underFaults } from '../layers/faults.ts';
import { sabotaged } from '../layers/sabotage.ts';
import { seeded, seeds, shuffled } from '../seeded.ts';
import { type Actor, staffActor } from '../world.ts';
import { member, openedVenue, tomorrowAt } from './house.ts';

/** A keeper closes a room while many book in it. */

const CLIENTS = 60;
const HOURS = 6;
const settled = following();
let members: Actor[];
let keeper: Actor;
let venue: Venue;

beforeAll(async () => {
  await seed();
  keeper = await staffActor('tianyu');
  members = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => member(900 + i)));
});
beforeEach(async () => {
  venue = await openedVenue(1, { capacity: 10 });
});

const room = () => venue.rooms[0]?.id ?? '';
const where = () => ({ venue: venue.id, room: room() });
const period = (from = tomorrowAt('10:00')) => ({ ...where(), from, until: from + HOURS * HOUR });
const close = (from?: number) => keeper.call('closeRoom', { ...period(from), reason: 'event' });

/** Everybody books at once, the keeper closes in their midst; who was told that they have a place. */
async function rush(random: () => number): Promise<Actor[]> {
  const booked: Actor[] = [];
  const wishes = shuffled([...members], random).map((who, i) => async () => {
    const start = period().from + (i % HOURS) * HOUR;
    const { status } = await who.call('bookSlot', { venue: venue.id, room: room(), start });
    if (status === 200) booked.push(who);
  });
  wishes.splice(Math.floor(random() * CLIENTS), 0, async () => {
    let reply = await close();
    while (reply.refusal?.code === 'BUSY') reply = await close();
    expect(reply.status).toBe(200);
  });
  const queue = [...wishes];
  const phone = async () => {
    for (let wish = queue.shift(); wish; wish = queue.shift()) await wish();
  };
  await Promise.all(Array.from({ length: 20 }, phone));
  return booked;
}

/** Slots of the room with somebody in them, and how many there are closed. */
async function kept() {
  const items = [...(await dump()).values()]
    .map(({ item }) => item)
    .filter((item) => item.room?.S === room());
  const isTaken = (item: object) => Object.keys(item).some((name) => name.startsWith('place:'));
  return { taken: items.filter(isTaken).length, closed: items.filter((item) => item.closed?.BOOL).length };
}

it.each(seeds())('nobody has a place in a closed period, whoever was quicker (seed %i)', async (seed) => {
  const booked = await rush(seeded(seed));
  expect(await kept()).toEqual({ taken: 0, closed: HOURS });
  const [late] = members;
  const { refusal } =
    (await late?.call('bookSlot', { venue: venue.id, room: room(), start: period().from })) ?? {};
  expect(refusal?.code).toBe('SLOT_CLOSED');
  await settled();
  for (const who of booked) {
    expect(
      (await who.call('listBookings', {})).body.bookings.filter((one) => one.venue.id === venue.id),
    ).toEqual([]);
    const { messages } = (await who.call('listMessages', {})).body;
    expect(messages.some(({ text }) => text.includes('场馆有活动要用'))).toBe(true);
  }
});

it('negative control: without the conditions somebody keeps a place, or a slot stays open', async () => {
  const broken = await sabotaged('conditions', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      venue = await openedVenue(1, { capacity: 10 });
      await rush(seeded(seed));
      const { taken, closed } = await kept();
      if (taken > 0 || closed < HOURS) return true;
    }
    return false;
  });
  expect(broken).toBe(true);
});

it('a request that was cut short anywhere ends the same when it is sent again', async () => {
  const [one] = members;
  for (let cut = 1; cut <= 12; cut += 3) {
    venue = await openedVenue(1);
    await one?.call('bookSlot', { venue: venue.id, room: room(), start: period().from + HOUR });
    let calls = 0;
    const dies: Plan = () => (++calls >= cut ? 'dieBefore' : undefined);
    await underFaults(dies, close).catch(() => undefined);
    expect((await close()).body.slots).toBe(HOURS);
    expect((await close()).body.slots).toBe(HOURS);
    expect(await kept()).toEqual({ taken: 0, closed: HOURS });
    await settled();
    const { messages } = (await one?.call('listMessages', {}))?.body ?? { messages: [] };
    expect(messages.filter(({ text }) => text.includes('场馆有活动要用')).length).toBeGreaterThan(0);
  }
});

it('is recorded once for the act, and so is opening again', async () => {
  await close();
  await keeper.call('reopenRoom', period());
  await settled();
  const records = await decisionsAbout(room());
  expect(records.map(({ kind, from, to, by }) => [kind, from, to, by])).toEqual([
    ['room', 'closed', 'reopened', keeper.id],
    ['room', 'open', 'closed', keeper.id],
  ]);
  expect(records[0]?.thing).toMatch(/^乒乓球 1 号台 \d\d-\d\d 10:00–\d\d-\d\d 16:00$/);
});

it('leaves what is over, and a slot in which somebody is, and says so of each', async () => {
  const [one, two] = members;
  const { from } = period();
  const { body: in11 } = (await one?.call('bookSlot', { ...where(), start: from + HOUR })) ?? {};
  await two?.call('bookSlot', { ...where(), start: from + HOUR });
  vi.setSystemTime(from + HOUR);
  await keeper.call('seeBooking', { ...where(), start: from + HOUR, id: in11?.id ?? '' });
  const { from: first, until, ...place } = period(tomorrowAt('10:00', from - DAY));
  const seen = await keeper.call('listClosing', { ...place, from: String(first), until: String(until) });
  expect(seen.body).toMatchObject({ slots: HOURS, kept: 2, bookings: [] });
  const { body } = await close(first);
  expect(body.slots).toBe(HOURS - 2);
  expect(body.results.map(({ why }) => why)).toEqual([
    'CLOSE_OVER',
    'CLOSE_CAME',
    ...Array(HOURS - 2).fill(undefined),
  ]);
  await settled();
  expect((await two?.call('listBookings', {}))?.body.bookings.map(({ start }) => start)).toContain(
    from + HOUR,
  );
  vi.useRealTimers();
});

it('opens again, and can be booked', async () => {
  const [one] = members;
  await close();
  await keeper.call('reopenRoom', period());
  const booked = await one?.call('bookSlot', { venue: venue.id, room: room(), start: period().from });
  expect(booked?.status).toBe(200);
});

it('lists whose bookings it would end', async () => {
  const one = await member(990);
  await one.call('bookSlot', { venue: venue.id, room: room(), start: period().from });
  const { from, until, ...where } = period();
  const asked = { ...where, from: String(from), until: String(until) };
  const { body } = await keeper.call('listClosing', asked);
  expect(body).toMatchObject({ slots: HOURS, closed: 0, waiting: 0, bookings: [{ start: from }], count: 1 });
  const wrong = await keeper.call('listClosing', { ...asked, until: String(from) });
  expect(wrong.refusal?.code).toBe('PERIOD_WRONG');
});

it('lists the first of very many, and says how many there are', async () => {
  venue = await openedVenue(1, { capacity: 200 });
  const { from, until, ...where } = period();
  const place = { person: members[0]?.id ?? '', at: Date.now(), state: 'confirmed', policy: 1 } as const;
  for (let i = 0; i < 230; i++) {
    const start = from + (i % HOURS) * HOUR;
    const at = { room: room(), start, end: start + HOUR, capacity: 200 };
    await takePlace(at, { id: newId(), ...place }, undefined);
  }
  const asked = { ...where, from: String(from), until: String(until) };
  const { status, body } = await keeper.call('listClosing', asked);
  expect([status, body.bookings.length, body.count]).toEqual([200, 200, 230]);
});
