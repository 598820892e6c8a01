import { DAY, dayOf, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { member, openedVenue } from '../../proof/venues/house.ts';
import { type Actor, worker } from '../../proof/world.ts';
import { putVenue } from '../booking/venues.ts';
import { seed } from '../seed.ts';

/** What is shown of venues before somebody taps, and what a loser is offered instead. */

const today = '2026-11-25'; // a Wednesday
const at = (clock: string, day = today) => instantOf(day, clock);
let people = 100;
const somebody = (employment?: object) => member(people++, employment);
const unit = { kind: 'unit', unit: '新街口物业服务中心' };

let venue: Venue;
let one: Actor;
let other: Actor;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00'));
  venue = await openedVenue(3);
  [one, other] = [await somebody(), await somebody()];
});

const room = (number: number) => venue.rooms[number - 1]?.id ?? '';
const slot = (number: number, start: number) => ({ venue: venue.id, room: room(number), start });
const book = (who: Actor, number: number, start: number) => who.call('bookSlot', slot(number, start));
async function dayFor(who: Actor, day = today) {
  const { body } = await who.call('getDay', { venue: venue.id, day });
  const whyOf = (number: number, start: number) =>
    body.rooms[number - 1]?.slots.find((view) => view.start === start)?.why;
  return { ...body, whyOf };
}

describe('a day says why before the tap', () => {
  it('to who is no member, and to who does other work', async () => {
    const stranger = await worker(7);
    expect((await dayFor(stranger)).whyOf(1, at('14:00'))).toBe('MEMBERS_ONLY');
    venue = await openedVenue(1, { audience: { occupations: ['foodRider'] } });
    expect((await dayFor(one)).whyOf(1, at('14:00'))).toBe('NOT_FOR_YOUR_WORK');
    const rider = await somebody({ kind: 'newForm', occupation: 'foodRider', platform: '顺达' });
    expect((await dayFor(rider)).whyOf(1, at('14:00'))).toBeUndefined();
  });

  it('what is over, and what is not open yet, with when it opens', async () => {
    expect((await dayFor(one)).whyOf(1, at('11:00'))).toBe('SLOT_PAST');
    const day = '2026-12-03';
    const later = await dayFor(one, day);
    expect(later.rooms[0]?.slots[0]).toMatchObject({
      why: 'SLOT_NOT_OPEN',
      opensAt: at('08:00', '2026-11-26'),
    });
    const { refusal } = await book(one, 1, at('14:00', day));
    expect(refusal).toMatchObject({
      code: 'SLOT_NOT_OPEN',
      details: { opensAt: at('08:00', '2026-11-26') },
    });
  });

  it('where one is elsewhere, and how much is left', async () => {
    expect((await dayFor(one)).left).toEqual({ week: 6 * HOUR, upcoming: 3 });
    await book(one, 1, at('14:00'));
    const after = await dayFor(one);
    expect(after.left).toEqual({ week: 5 * HOUR, upcoming: 2 });
    expect(after.whyOf(2, at('14:00'))).toBe('ELSEWHERE_THEN');
    expect(after.whyOf(2, at('15:00'))).toBeUndefined();
    expect(after.rooms[0]?.slots.find(({ start }) => start === at('14:00'))?.state).toBe('mine');
  });

  it('where one is elsewhere in another venue', async () => {
    await book(one, 1, at('14:00'));
    venue = await openedVenue(1);
    expect((await dayFor(one)).whyOf(1, at('14:00'))).toBe('ELSEWHERE_THEN');
  });

  it('that a union has booked its share, of what stands alone', async () => {
    const [a, b, c, d] = await Promise.all([unit, unit, unit, unit].map((work) => somebody(work)));
    if (!a || !b || !c || !d) throw new Error('nobody');
    await book(a, 1, at('14:00'));
    // Lost, and void in the union's day.
    expect((await book(b, 1, at('14:00'))).refusal?.code).toBe('SLOT_TAKEN');
    expect((await dayFor(d)).whyOf(2, at('14:00'))).toBeUndefined();
    await book(c, 2, at('14:00'));
    expect((await dayFor(d)).whyOf(3, at('14:00'))).toBe('UNION_DAY_FULL');
    expect((await dayFor(d, '2026-11-26')).whyOf(3, at('14:00', '2026-11-26'))).toBeUndefined();
    expect((await dayFor(one)).whyOf(3, at('14:00'))).toBeUndefined();
  });

  it('but nothing of a slot one has just lost', async () => {
    await book(one, 1, at('14:00'));
    expect((await book(other, 1, at('14:00'))).refusal?.code).toBe('SLOT_TAKEN');
    const after = await dayFor(other);
    expect(after.whyOf(2, at('14:00'))).toBeUndefined();
    expect(after.left).toEqual({ week: 6 * HOUR, upcoming: 3 });
    venue = await openedVenue(1);
    expect((await dayFor(other)).whyOf(1, at('14:00'))).toBeUndefined();
  });
});

describe('who loses a slot', () => {
  const offered = async (who: Actor, number: number, start: number) => {
    const { refusal, cost } = await book(who, number, start);
    expect(refusal?.code).toBe('SLOT_TAKEN');
    expect(cost.writes).toBeLessThanOrEqual(2);
    const alternatives = (refusal?.details?.alternatives ?? []) as { room: string; start: number }[];
    return alternatives.map((free) => [
      venue.rooms.findIndex(({ id }) => id === free.room) + 1,
      (free.start - start) / HOUR,
    ]);
  };

  it('is offered the nearest in time that they can book', async () => {
    await book(one, 2, at('14:00'));
    await book(await somebody(), 1, at('14:00'));
    expect(await offered(other, 1, at('14:00'))).toEqual([
      [3, 0],
      [1, -1],
      [1, 1],
      [2, -1],
    ]);
    // One of them is taken with the next tap.
    expect((await book(other, 3, at('14:00'))).body.state).toBe('confirmed');
  });

  it('is offered nothing of another kind, nothing that is over, and no time when they are elsewhere', async () => {
    const [first, second, third] = venue.rooms;
    if (!first || !second || !third) throw new Error('no rooms');
    const changed = { ...venue, version: 2, rooms: [first, { ...second, kind: 'meeting' as const }, third] };
    await putVenue(changed, venue);
    vi.setSystemTime(at('16:30'));
    await book(one, 1, at('17:00'));
    await book(other, 3, at('18:00'));
    expect(await offered(other, 1, at('17:00'))).toEqual([[3, 0]]);
  });
});

describe('venues with places left', () => {
  const free = async (from: string, kind?: 'court' | 'meeting') =>
    (await one.call('listFree', { venues: venue.id, day: today, from, kind })).body.venues;

  it('say how many, and the first', async () => {
    await book(one, 1, at('17:00'));
    await book(other, 2, at('17:00'));
    expect(await free('17:00')).toEqual([
      {
        id: venue.id,
        slots: 4,
        first: { room: room(3), name: '乒乓球 3 号台', start: at('17:00'), end: at('18:00') },
      },
    ]);
    expect(await free('17:00', 'meeting')).toEqual([]);
  });

  it('say nothing of what is over, nor of a place that somebody waits for', async () => {
    vi.setSystemTime(at('17:10'));
    venue = await openedVenue(1);
    await book(one, 1, at('18:00'));
    expect(await free('17:00')).toEqual([]);
    venue = await openedVenue(1);
    expect((await free('17:00'))[0]?.slots).toBe(1);
  });

  it('say nothing of rooms for other work', async () => {
    venue = await openedVenue(2, { audience: { occupations: ['foodRider'] } });
    expect(await free('09:00')).toEqual([]);
    const stranger = await worker(7);
    const { body } = await stranger.call('listFree', { venues: venue.id, day: today, from: '17:00' });
    expect(body.venues[0]?.slots).toBe(4);
  });

  it('are asked for eight at a time, in the order given; one that is not there is left out', async () => {
    const more = await openedVenue(1);
    const ask = (venues: string[]) =>
      one.call('listFree', { venues: venues.join(','), day: dayOf(at('12:00') + DAY), from: '09:00' });
    const { body } = await ask([more.id, 'A'.repeat(22), venue.id]);
    expect(body.venues.map(({ id }) => id)).toEqual([more.id, venue.id]);
    expect((await ask(Array.from({ length: 9 }, () => venue.id))).refusal?.code).toBe('INVALID');
  });
});

it('a booking says when one checks in', async () => {
  await book(one, 1, at('14:00'));
  const { body } = await one.call('listBookings', {});
  expect(body.bookings[0]).toMatchObject({
    cancelUntil: at('14:00') - 30 * MINUTE,
    checkInFrom: at('14:00') - 15 * MINUTE,
    checkInUntil: at('14:00') + 15 * MINUTE,
  });
});
