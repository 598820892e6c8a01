import { HOUR, instantOf } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changes } from '../../proof/changes.ts';
import { underFaults } from '../../proof/layers/faults.ts';
import { member, openedVenue } from '../../proof/venues/house.ts';
import { type Actor, applied, approval, openedSession, staffActor, worker } from '../../proof/world.ts';
import { seed } from '../seed.ts';
import { main as consume } from '../stream.ts';
import { queryItems } from '../table.ts';
import { tick } from './tick.ts';

/** A booking changed for another slot, and what people are told of theirs. */

const at = (clock: string) => instantOf('2026-11-25', clock); // a Wednesday
let people = 700;
const unit = { kind: 'unit', unit: '新街口物业服务中心' };
const somebody = (employment?: object) => member(people++, employment);

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

const slot = (court: number, clock: string) => ({
  venue: venue.id,
  room: venue.rooms[court - 1]?.id ?? '',
  start: at(clock),
});
async function booked(who: Actor, court: number, clock: string): Promise<string> {
  const { body, refusal } = await who.call('bookSlot', slot(court, clock));
  expect(refusal).toBeUndefined();
  return body.id;
}
const change = (who: Actor, id: string, court: number, clock: string) =>
  who.call('changeBooking', { id, ...slot(court, clock) });
/** What somebody has ahead, as its slots say. */
async function has(who: Actor): Promise<[number, string][]> {
  const { body } = await who.call('listBookings', {});
  return body.bookings.map(({ start, state }) => [start, state]);
}
/** A member who joined through the API, so that they can leave. */
async function joined(number: number): Promise<Actor> {
  const reviewer = await staffActor('limin');
  const who = await worker(number);
  const id = await applied(await openedSession(reviewer), who);
  await reviewer.call('decideApplication', { id, ...approval });
  return who;
}
const toldOf = async (who: Actor) =>
  (await who.call('listMessages', {})).body.messages.map(({ title }) => title);
const streamed = async () => consume({ Records: await changes() });

describe('a changed booking', () => {
  it('moves in one act, also to a time that overlaps, and its place goes on to who waits', async () => {
    venue = await openedVenue(2, { slotMinutes: 60 });
    const id = await booked(one, 1, '14:00');
    const wait = await other.call('waitForSlot', slot(1, '14:00'));
    expect(wait.refusal).toBeUndefined();
    const { body, refusal } = await change(one, id, 2, '14:00');
    expect(refusal).toBeUndefined();
    expect(body.id).not.toBe(id);
    expect(await has(one)).toEqual([[at('14:00'), 'confirmed']]);
    expect(await has(other)).toEqual([[at('14:00'), 'offered']]);
  });

  it('counts once: whoever has as much as they may can still change', async () => {
    const ids = [];
    for (const clock of ['13:00', '14:00', '15:00']) ids.push(await booked(one, 1, clock));
    const full = await one.call('bookSlot', slot(1, '16:00'));
    expect(full.refusal?.code).toBe('TOO_MANY_AHEAD');
    const seen = await one.call('getDay', { venue: venue.id, day: '2026-11-25', change: ids[0] });
    const whyOf = (clock: string) => seen.body.rooms[0]?.slots.find(({ start }) => start === at(clock))?.why;
    expect(whyOf('16:00')).toBeUndefined();
    expect((await change(one, ids[0] ?? '', 1, '16:00')).status).toBe(200);
    expect(await has(one)).toEqual([
      [at('14:00'), 'confirmed'],
      [at('15:00'), 'confirmed'],
      [at('16:00'), 'confirmed'],
    ]);
    expect((await one.call('bookSlot', slot(1, '17:00'))).refusal?.code).toBe('TOO_MANY_AHEAD');
  });

  it("keeps within its union's day", async () => {
    one = await somebody(unit);
    other = await somebody(unit);
    const id = await booked(one, 1, '14:00');
    await booked(other, 2, '14:00');
    expect((await change(one, id, 1, '16:00')).status).toBe(200);
    expect((await (await somebody(unit)).call('bookSlot', slot(3, '17:00'))).refusal?.code).toBe(
      'UNION_DAY_FULL',
    );
    await one.call('cancelBooking', { id: (await one.call('listBookings', {})).body.bookings[0]?.id ?? '' });
    expect((await (await somebody(unit)).call('bookSlot', slot(3, '17:00'))).status).toBe(200);
  });

  it('stays where it is when the other slot is gone, with what is free instead', async () => {
    const id = await booked(one, 1, '14:00');
    await booked(other, 2, '14:00');
    const { refusal } = await change(one, id, 2, '14:00');
    expect(refusal?.code).toBe('SLOT_TAKEN');
    expect(refusal?.details?.alternatives).toContainEqual({
      room: slot(3, '14:00').room,
      name: '乒乓球 3 号台',
      start: at('14:00'),
      end: at('15:00'),
    });
    expect(await has(one)).toEqual([[at('14:00'), 'confirmed']]);
    expect((await change(one, id, 3, '14:00')).status).toBe(200);
    expect(await has(one)).toEqual([[at('14:00'), 'confirmed']]);
  });

  it.each([
    ['to itself', 'SLOT_YOURS', '12:00', '14:00'],
    ['too late', 'CANCEL_TOO_LATE', '13:45', '16:00'],
  ] as const)('is refused %s', async (_, code, now, clock) => {
    const id = await booked(one, 1, '14:00');
    vi.setSystemTime(at(now));
    expect((await change(one, id, 1, clock)).refusal?.code).toBe(code);
    expect(await has(one)).toEqual([[at('14:00'), 'confirmed']]);
  });

  it('gives up only what its key was first sent for, one after the other and at once', async () => {
    const [old, late] = [await booked(one, 1, '16:00'), await booked(one, 1, '13:00')];
    const key = 'the-very-same-key';
    const to = (id: string, clock: string) =>
      one.call('changeBooking', { id, ...slot(2, clock) }, { key: key + clock.slice(0, 2) });
    vi.setSystemTime(at('12:45'));
    const moved = await to(old, '17:00');
    expect(moved.refusal).toBeUndefined();
    expect((await to(late, '17:00')).refusal?.code).toBe('KEY_REUSED');
    expect((await to(old, '17:00')).body.id).toBe(moved.body.id);
    const both = await Promise.all([moved.body.id, late].map((id) => to(id, '18:00')));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await has(one)).toContainEqual([at('13:00'), 'confirmed']);
  });

  it('changed twice at once ends with one place', async () => {
    const id = await booked(one, 1, '14:00');
    const replies = await Promise.all(['15:00', '16:00', '17:00'].map((clock) => change(one, id, 1, clock)));
    const told = replies.map(({ status, refusal }) => refusal?.code ?? status);
    expect(told.filter((answer) => answer === 200)).toHaveLength(1);
    expect(await has(one)).toHaveLength(1);
  });

  it('is made whole by the stream when its request dies between the two slots', async () => {
    const id = await booked(one, 1, '14:00');
    let slots = 0;
    // The first write of a slot takes the new place; whatever comes after it does not happen.
    const { answer } = await underFaults(
      ({ command, input }) => {
        const isSlot = command === 'UpdateItemCommand' && JSON.stringify(input).includes('SLOT#');
        if (isSlot) slots += 1;
        return isSlot && slots === 1 ? 'dieAfter' : undefined;
      },
      () => change(one, id, 2, '14:00'),
    );
    expect(answer.status).not.toBe(200);
    expect(await has(one)).toHaveLength(2);
    await streamed();
    expect(await has(one)).toEqual([[at('14:00'), 'confirmed']]);
  });
});

it('who leaves the union gives up what they have ahead, and it goes on', async () => {
  const leaver = await joined(people++);
  const first = await leaver.call('bookSlot', slot(1, '16:00'));
  expect(first.refusal).toBeUndefined();
  await booked(one, 2, '17:00');
  await leaver.call('waitForSlot', slot(2, '17:00'));
  await other.call('waitForSlot', slot(1, '16:00'));
  expect((await leaver.call('leaveUnion', {})).status).toBe(200);
  await streamed();
  expect(await has(leaver)).toEqual([]);
  expect(await has(other)).toEqual([[at('16:00'), 'offered']]);
  const { body } = await one.call('getDay', { venue: venue.id, day: '2026-11-25' });
  expect(body.rooms[1]?.slots.find(({ start }) => start === at('17:00'))?.waiting).toBe(0);
});

it('who leaves and asks to be forgotten before anything was given back gives it up all the same', async () => {
  const leaver = await joined(people++);
  expect((await leaver.call('bookSlot', slot(1, '16:00'))).refusal).toBeUndefined();
  await other.call('waitForSlot', slot(1, '16:00'));
  await leaver.call('leaveUnion', {});
  expect((await leaver.call('forgetMe', {})).refusal).toBeUndefined();
  await streamed();
  expect(await has(other)).toEqual([[at('16:00'), 'offered']]);
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :person AND sk = :calendar',
    ExpressionAttributeValues: { ':person': `PERSON#${leaver.id}`, ':calendar': 'CALENDAR' },
    ConsistentRead: true,
  });
  expect(items).toEqual([]);
});

it('who books and cancels in a loop is told to come back tomorrow, and the slot stays small', async () => {
  for (let turn = 1; turn <= 5; turn++)
    await one.call('cancelBooking', { id: await booked(one, 1, '16:00') });
  expect((await one.call('bookSlot', slot(1, '16:00'))).refusal?.code).toBe('TURNED_TOO_OFTEN');
  const { body } = await one.call('getDay', { venue: venue.id, day: '2026-11-25' });
  const seen = body.rooms[0]?.slots.find(({ start }) => start === at('16:00'));
  expect(seen).toMatchObject({ state: 'free', why: 'TURNED_TOO_OFTEN' });
  await booked(other, 1, '16:00');
  expect((await one.call('waitForSlot', slot(1, '16:00'))).refusal?.code).toBe('TURNED_TOO_OFTEN');
  await booked(one, 1, '17:00');
});

describe('people are told', () => {
  it('of a place that is held for them, once, and that theirs begins soon', async () => {
    const id = await booked(one, 1, '16:00');
    await other.call('waitForSlot', slot(1, '16:00'));
    await booked(one, 2, '17:00');
    await one.call('cancelBooking', { id });
    await streamed();
    await streamed();
    expect(await toldOf(other)).toEqual(['轮到您了，位置给您留着']);
    vi.setSystemTime(at('17:00') - 2 * HOUR);
    await tick(Date.now());
    await tick(Date.now());
    await streamed();
    await streamed();
    expect(await toldOf(one)).toEqual(['您订的场馆快开始了']);
    expect(await toldOf(other)).not.toContain('您订的场馆快开始了');
  });

  it('of a no-show, with where to say that it was otherwise', async () => {
    await booked(one, 1, '13:00');
    vi.setSystemTime(at('13:16'));
    await tick(Date.now());
    await streamed();
    expect(await toldOf(one)).toEqual(['记了一次没来']);
    const { noShows } = (await one.call('listNoShows', {})).body;
    expect(noShows).toMatchObject([{ by: 'system', start: at('13:00'), place: { room: '乒乓球 1 号台' } }]);
  });
});
