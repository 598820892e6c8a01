import { DAY, instantOf, MINUTE } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { following } from '../../../proof/changes.ts';
import {
  cardOf,
  castMember,
  guestToken,
  member,
  noShowOf,
  openedVenue,
} from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { slotsDue } from '../../booking/slots.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { signToken } from '../../tokens.ts';
import { tick } from '../tick.ts';

/** A keeper books for a member at the desk, and lets one in at the door. */

const settled = following();
const today = '2026-11-25'; // a Wednesday
const at = (clock: string) => instantOf(today, clock);
let people = 500;
let venue: Venue;
let keeper: Actor;
let guest: Actor;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  keeper = await staffActor('tianyu');
});
afterAll(() => {
  vi.useRealTimers();
});
beforeEach(async () => {
  vi.setSystemTime(at('12:00'));
  venue = await openedVenue(2);
  guest = await member(people++);
});

const slot = (start: number, room = 0) => ({ venue: venue.id, room: venue.rooms[room]?.id ?? '', start });
const bookFor = async (start: number, who = guest, room = 0) =>
  keeper.call('bookFor', { ...slot(start, room), guest: await guestToken(who) });
const letIn = async (start: number, who = guest) =>
  keeper.call('walkIn', { ...slot(start), guest: await guestToken(who) });
const placesIn = async (start: number) => {
  const { body } = await keeper.call('getKeptDay', { venue: venue.id, day: today });
  return body.rooms[0]?.slots.find((view) => view.start === start)?.places;
};
const told = async (who: Actor) => {
  await settled();
  return (await who.call('listMessages', {})).body.messages.map(({ title }) => title);
};
const outcomes = async (who: Actor) =>
  (await decisionsAbout(who.id)).map(({ kind, from, to, by, role, authority }) => ({
    ...{ what: `${kind} ${from} ${to}`, by, role, authority: authority !== '' },
  }));

describe('whose card it is', () => {
  const see = (card: object, start = at('14:00'), walkIn = false) =>
    keeper.call('seeGuest', { ...slot(start), walkIn, card } as never);
  const byCode = async (who: Actor) => ({
    by: 'code',
    token: (await signToken('card', who.id, Date.now())).token,
  });

  it('is found by its code and by its number', async () => {
    const { body } = await see(await byCode(guest));
    expect(body.why).toBeUndefined();
    const number = await cardOf(guest);
    const found = await see({ by: 'cardNumber', cardNumber: number });
    expect((await keeper.call('bookFor', { ...slot(at('14:00')), guest: found.body.guest })).status).toBe(
      200,
    );
  });

  it('of nobody, or of who has left, is answered alike; a code that is over is told so', async () => {
    const nobody = await see({ by: 'cardNumber', cardNumber: '110102000000' });
    expect(nobody.refusal?.code).toBe('CARD_UNKNOWN');
    const card = await byCode(guest);
    vi.setSystemTime(at('12:02'));
    expect((await see(card)).refusal?.code).toBe('CARD_OVER');
  });

  it('says before the tap what is in the way, and no more', async () => {
    await guest.call('bookSlot', slot(at('14:00'), 1));
    expect((await see(await byCode(guest))).body.why).toBe('GUEST_ELSEWHERE');
    expect((await see(await byCode(guest), at('14:00') + 8 * DAY)).body.why).toBe('SLOT_NOT_OPEN');
    expect((await see(await byCode(guest), at('15:00'), true)).body.why).toBe('WALK_IN_EARLY');
  });

  it('a guest is good for ten minutes', async () => {
    const token = await guestToken(guest);
    vi.setSystemTime(at('12:11'));
    const { refusal } = await keeper.call('bookFor', { ...slot(at('14:00')), guest: token });
    expect(refusal?.code).toBe('CARD_OVER');
  });
});

describe('booking for somebody', () => {
  it('gives them the place, tells them, and is recorded once', async () => {
    const { body } = await bookFor(at('14:00'));
    expect((await guest.call('listBookings', {})).body.bookings).toMatchObject([
      { id: body.id, start: at('14:00'), state: 'confirmed' },
    ]);
    expect(await told(guest)).toEqual(['场馆帮您订好了']);
    expect(await outcomes(guest)).toEqual([
      { what: 'booking free bookedFor', by: keeper.id, role: 'venueKeeper', authority: true },
    ]);
  });

  it('sets aside the notice and the keeper’s own word, and nothing else', async () => {
    vi.setSystemTime(at('13:59'));
    venue = await openedVenue(2, { needsApproval: true });
    expect((await bookFor(at('14:00'))).status).toBe(200);
    expect(await placesIn(at('14:00'))).toMatchObject([{ state: 'confirmed' }]);
    vi.setSystemTime(at('14:00'));
    expect((await bookFor(at('14:00'))).refusal?.code).toBe('SLOT_PAST');
    const late = await bookFor(at('10:00') + 8 * DAY);
    expect(late.refusal).toMatchObject({ code: 'SLOT_NOT_OPEN' });
  });

  it('is refused where it would be to them, without a word of where they are', async () => {
    const other = await openedVenue(1);
    await guest.call('bookSlot', { venue: other.id, room: other.rooms[0]?.id ?? '', start: at('14:00') });
    const { refusal } = await bookFor(at('14:00'));
    expect(refusal).toMatchObject({ code: 'GUEST_ELSEWHERE' });
    expect(refusal?.details).toBeUndefined();
    for (const clock of ['15:00', '16:00']) await guest.call('bookSlot', slot(at(clock)));
    expect((await bookFor(at('17:00'))).refusal?.code).toBe('GUEST_LIMIT');
    expect((await bookFor(at('15:00'))).refusal?.code).toBe('GUEST_HERE');
    const banned = await member(people++);
    for (const _ of [1, 2]) await noShowOf(banned, venue.id, venue.rooms[0]?.id ?? '');
    const ban = (await bookFor(at('17:00'), banned)).refusal;
    expect(ban).toMatchObject({ code: 'GUEST_BANNED' });
    expect(ban?.details).toBeUndefined();
    expect((await bookFor(at('16:00'), await member(people++))).refusal).toMatchObject({
      code: 'NO_PLACE_LEFT',
    });
  });

  it('goes not before who waits', async () => {
    const [one, two] = [await member(people++), await member(people++)];
    const { body } = await one.call('bookSlot', slot(at('14:00')));
    await two.call('waitForSlot', slot(at('14:00')));
    await one.call('cancelBooking', { id: body.id });
    expect((await bookFor(at('14:00'))).refusal?.code).toBe('NO_PLACE_LEFT');
  });

  it('of one’s own is a colleague’s', async () => {
    const self = await castMember('tianyu');
    expect((await bookFor(at('14:00'), self)).refusal?.code).toBe('OWN_BOOKING');
  });

  it('sent again is the same booking; with the same key for somebody else it is refused', async () => {
    const [key, stands] = ['the-same-key-again', await guestToken(guest)];
    const send = (token: string) => keeper.call('bookFor', { ...slot(at('14:00')), guest: token }, { key });
    const first = await send(stands);
    vi.setSystemTime(at('12:30'));
    expect((await send(stands)).body).toEqual(first.body);
    const other = await member(people++);
    expect((await send(await guestToken(other))).refusal?.code).toBe('KEY_REUSED');
    expect(await placesIn(at('14:00'))).toHaveLength(1);
    // Nothing of the other's booking is theirs to see, or to cancel.
    expect((await other.call('listBookings', {})).body.bookings).toEqual([]);
    expect((await other.call('cancelBooking', { id: first.body.id })).refusal?.code).toBe('NOT_BOOKED');
    const elsewhere = { ...slot(at('16:00')), guest: await guestToken(other) };
    expect((await keeper.call('bookFor', elsewhere, { key })).refusal?.code).toBe('KEY_REUSED');
    expect(await placesIn(at('16:00'))).toEqual([]);
  });
});

describe('somebody at the door', () => {
  it('is let in to what is free now, and has come', async () => {
    vi.setSystemTime(at('14:40'));
    expect((await letIn(at('14:00'))).body.at).toBe(at('14:40'));
    expect(await placesIn(at('14:00'))).toMatchObject([{ state: 'came', verified: true }]);
    expect(await told(guest)).toEqual(['场馆给您登记并签到了']);
    expect(await outcomes(guest)).toMatchObject([{ what: 'booking free letIn' }]);
    // Nothing is due in the slot: nobody is released, nobody is reminded.
    const due = (await slotsDue(Date.now() + 30 * MINUTE)).map(({ room }) => room);
    expect(due).not.toContain(venue.rooms[0]?.id);
    expect(await placesIn(at('14:00'))).toHaveLength(1);
  });

  it('who was the wrong person is taken out again, and told; the place is for the right one', async () => {
    vi.setSystemTime(at('14:10'));
    const { id } = (await letIn(at('14:00'))).body;
    expect(await placesIn(at('14:00'))).toMatchObject([{ state: 'came', letIn: true }]);
    const undo = () => keeper.call('cancelFor', { ...slot(at('14:00')), id, reason: 'mistake' });
    expect((await undo()).status).toBe(200);
    expect((await undo()).status).toBe(200);
    expect(await told(guest)).toContain('您的预订或签到被退掉了');
    expect((await guest.call('listBookings', {})).body.bookings).toEqual([]);
    expect((await letIn(at('14:00'), await member(people++))).status).toBe(200);
    // The hour counts in nobody's week: they may be elsewhere at the time.
    expect(
      (await keeper.call('walkIn', { ...slot(at('14:00'), 1), guest: await guestToken(guest) })).status,
    ).toBe(200);
  });

  it('comes neither too early nor too late, nor where somebody is', async () => {
    expect((await letIn(at('14:00'))).refusal?.code).toBe('WALK_IN_EARLY');
    vi.setSystemTime(at('13:45'));
    expect((await letIn(at('14:00'))).status).toBe(200);
    expect((await letIn(at('14:00'), await member(people++))).refusal?.code).toBe('NO_PLACE_LEFT');
    vi.setSystemTime(at('15:00'));
    expect((await letIn(at('14:00'), await member(people++))).refusal?.code).toBe('WALK_IN_OVER');
  });

  it('may have as much ahead of them as they can; a ban holds all the same', async () => {
    for (const clock of ['15:00', '16:00', '17:00']) await guest.call('bookSlot', slot(at(clock), 1));
    vi.setSystemTime(at('14:20'));
    expect((await letIn(at('14:00'))).status).toBe(200);
    const banned = await member(people++);
    for (const _ of [1, 2]) await noShowOf(banned, venue.id, venue.rooms[0]?.id ?? '');
    vi.setSystemTime(at('15:20'));
    expect((await letIn(at('15:00'), banned)).refusal?.code).toBe('GUEST_BANNED');
  });

  it('who was released a moment ago and came late is let in again', async () => {
    await guest.call('bookSlot', slot(at('14:00')));
    vi.setSystemTime(at('14:16'));
    await tick(Date.now());
    expect((await letIn(at('14:00'))).status).toBe(200);
    expect(await placesIn(at('14:00'))).toMatchObject([{ state: 'came' }]);
  });
});
