import { instantOf } from '@niangjia/shared/time';
import { firstVenuesPolicy } from '@niangjia/shared/venues/policy';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../dev/api.ts';
import { changes, following } from '../../proof/changes.ts';
import { pausedAt, underFaults } from '../../proof/layers/faults.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import type { Actor } from '../../proof/world.ts';
import { getCalendar } from '../calendars.ts';
import { putVenuesPolicy } from '../policies.ts';
import { seed } from '../seed.ts';
import { main as consume } from '../stream.ts';
import { tick } from './tick.ts';

/** Lines as people's calendars have them, whatever happens to the same wait meanwhile. */

const settled = following();
const at = (clock: string) => instantOf('2026-11-25', clock); // a Wednesday

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  await putVenuesPolicy({ ...firstVenuesPolicy, waiting: 5 });
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

describe('a calendar has as waits what slots have in line', () => {
  let people = 1210;
  const somebody = () => member(people++);
  const waits = async ({ id }: Actor) => (await getCalendar(id)).waits;
  const standing = async (who: Actor) => (await waits(who)).filter(({ over }) => over === undefined);

  /** A court that somebody has at four. */
  async function taken() {
    vi.setSystemTime(at('12:00'));
    const { id: venue, rooms } = await openedVenue(1);
    const slot = { venue, room: rooms[0]?.id ?? '', start: at('16:00') };
    const one = await somebody();
    const { id } = (await one.call('bookSlot', slot)).body;
    return { one, id, slot };
  }

  it('what the slot refuses leaves nothing, and is judged afresh when it is sent again', async () => {
    const { one, id, slot } = await taken();
    const free = { ...slot, start: at('17:00') };
    expect((await one.call('waitForSlot', slot)).refusal?.code).toBe('SLOT_YOURS');
    expect((await one.call('waitForSlot', free)).refusal?.code).toBe('SLOT_FREE');
    expect(await waits(one)).toEqual([]);
    const line = await Promise.all(Array.from({ length: 5 }, somebody));
    for (const who of line) expect((await who.call('waitForSlot', slot)).refusal).toBeUndefined();
    const [first = one] = line;
    expect((await first.call('waitForSlot', slot)).refusal?.code).toBe('ALREADY_WAITING');
    expect(await waits(first)).toHaveLength(1);
    const [late, key] = [await somebody(), newKey()];
    const { refusal, cost } = await late.call('waitForSlot', slot, { key });
    expect([refusal?.code, cost.writes]).toEqual(['WAITLIST_FULL', 0]);
    expect(await waits(late)).toEqual([]);
    await one.call('cancelBooking', { id });
    expect((await late.call('waitForSlot', slot, { key })).body).toMatchObject({ position: 5 });
    expect(await standing(late)).toHaveLength(1);
  });

  it('many at once: who finds no room in line has no wait', async () => {
    const { slot } = await taken();
    const crowd = await Promise.all(Array.from({ length: 8 }, somebody));
    const key = new Map(crowd.map((who) => [who, newKey()]));
    const inLine = async (who: Actor): Promise<boolean> => {
      const { refusal } = await who.call('waitForSlot', slot, { key: key.get(who) });
      return refusal?.code === 'BUSY' ? inLine(who) : !refusal;
    };
    const got = await Promise.all(crowd.map(inLine));
    expect(got.filter(Boolean)).toHaveLength(5);
    const lines = await Promise.all(crowd.map(waits));
    expect(lines.map(({ length }) => length === 1)).toEqual(got);
  });

  /** A request that the slot refuses at the last moment, whose twin finds room before its call number `k` to the table. */
  async function refusedBesideTwin(k: number) {
    const { slot } = await taken();
    const [first, last, late] = [await somebody(), await somebody(), await somebody()];
    const { id } = (await first.call('waitForSlot', slot)).body;
    for (const _ of [1, 2, 3]) await (await somebody()).call('waitForSlot', slot);
    const key = newKey();
    const ask = () => late.call('waitForSlot', slot, { key });
    const twin = pausedAt(k, async () => {
      await first.call('giveUpWait', { id });
      await ask();
    });
    // By the fifth call it has seen the slot, and is in the calendar.
    const { answer, calls } = await underFaults(
      pausedAt(5, () => last.call('waitForSlot', slot), twin),
      ask,
    );
    return { late, code: answer.refusal?.code, calls: calls.length };
  }

  it('what was refused at the last moment is taken out; not if its twin got in line meanwhile', async () => {
    const alone = await refusedBesideTwin(99);
    expect(alone.code).toBe('WAITLIST_FULL');
    expect(await waits(alone.late)).toEqual([]);
    for (let k = 6; k <= alone.calls; k++) {
      const { late, code } = await refusedBesideTwin(k);
      expect(code).toBe('WAITLIST_FULL');
      expect(await standing(late)).toHaveLength(1);
      expect((await late.call('listBookings', {})).body.bookings).toMatchObject([{ state: 'waiting' }]);
    }
    expect(alone.calls).toBeGreaterThanOrEqual(7);
  });

  it('what lapsed or was not reached is struck once the stream has told of it, however often', async () => {
    const { one, id, slot } = await taken();
    const [lapses, misses] = [await somebody(), await somebody()];
    for (const who of [lapses, misses]) await who.call('waitForSlot', slot);
    await settled();
    vi.setSystemTime(at('15:29'));
    await one.call('cancelBooking', { id });
    expect(await standing(lapses)).toHaveLength(1);
    vi.setSystemTime(at('15:59') + 1);
    await tick(Date.now());
    await settled();
    await consume({ Records: await changes() });
    expect([await standing(lapses), await standing(misses)]).toEqual([[], []]);
    for (const who of [lapses, misses]) {
      const [told] = (await who.call('listMessages', {})).body.messages;
      expect(told?.booking).toMatchObject({ start: slot.start });
    }
  });

  it('a wait whose request died before its slot was asked is in no list, and stands when it is sent again', async () => {
    const { slot } = await taken();
    const [who, key] = [await somebody(), newKey()];
    const isSlot = ({ pk = '' }: { pk?: string }) => pk.startsWith('ROOM#');
    const { answer } = await underFaults(
      ({ input }) => (isSlot((input.Item ?? {}) as object) ? 'dieBefore' : undefined),
      () => who.call('waitForSlot', slot, { key }),
    );
    expect(answer.status).toBe(500);
    expect(await standing(who)).toHaveLength(1);
    expect((await who.call('listBookings', {})).body.bookings).toEqual([]);
    expect((await who.call('waitForSlot', slot, { key })).body).toMatchObject({ position: 1 });
    expect(await standing(who)).toHaveLength(1);
  });
});
