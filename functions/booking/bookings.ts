import type { Template } from '@niangjia/shared/messages/reminder';
import { Refusal, type RefusalCode } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import {
  type Calendar,
  type Entry,
  enter,
  inTheWay,
  inTheWayOfChange,
  isSameWish,
  strike,
  whyNotAgain,
  whyNotYet,
} from '@niangjia/shared/venues/calendar';
import { firstDue } from '@niangjia/shared/venues/due';
import { giveBack as given } from '@niangjia/shared/venues/ending';
import type { KeepersWord } from '@niangjia/shared/venues/keepersWord';
import { bannedUntil } from '@niangjia/shared/venues/noShow';
import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import { opensAt, type Room, type SlotTime } from '@niangjia/shared/venues/room';
import { hasSlot, whyNotSettled } from '@niangjia/shared/venues/settling';
import { endingOf, type Place, type Slot, whyNotTake } from '@niangjia/shared/venues/slot';
import type { Venue } from '@niangjia/shared/venues/venue';
import { type Asking, whyNotRoom } from '@niangjia/shared/venues/whyNotBook';
import { changeCalendar, getCalendar } from '../calendars.ts';
import type { Member } from '../members.ts';
import { alternativesTo } from './alternatives.ts';
import { changeSlot, getSlot, placeInTime, standsOrNever, takePlace } from './slots.ts';
import { dropBooking, nameBooking, unionDayOf } from './unionDays.ts';

/**
 * Booking a slot. What belongs to one person (their calendar) or to one union (its day) is written
 * first and is void unless the slot names the booking; then the slot decides, by one conditional update.
 */

/** What somebody wants, and all that is known of them and of it. */
export interface Wish {
  /** The booking's id, from the request that asks for it. */
  readonly id: string;
  readonly person: string;
  readonly member: Member;
  readonly venue: Venue;
  readonly room: Room;
  readonly slot: SlotTime;
  /** The keeper's word, where they book for the person: they may set the notice aside, and confirm it with it. */
  readonly word?: KeepersWord;
  /** Whether the person is at the door of a room that is free now: nobody is kept from it by what they may book. */
  readonly walkIn?: boolean;
  /** The booking that is given up for it. */
  readonly insteadOf?: Noted;
  /** The group it is for, which has a standing place: from when a day opens is for members. */
  readonly group?: string;
  /** What WeChat may tell the person of. */
  readonly remind?: readonly Template[];
  readonly policy: VenuesPolicy;
  readonly now: Instant;
}

/** Something in somebody's calendar; they may be no member any more. */
export interface Noted extends Omit<Wish, 'member'> {
  readonly member: Member | undefined;
}

/** Where a booking is, in what is kept of it. */
const placeOf = ({ id, venue, room, slot: { start, end } }: Noted): NonNullable<Place['insteadOf']> => ({
  id,
  venue: venue.id,
  room: room.id,
  start,
  end,
});

const TRIES = 4;

/** A wish as an entry of the calendar. */
export const entryOf = ({ id, venue, room, slot, insteadOf, group, remind = [], now }: Wish): Entry => ({
  id,
  what: 'slot',
  of: room.id,
  venue: venue.id,
  start: slot.start,
  end: slot.end,
  since: now,
  insteadOf: insteadOf?.id,
  group,
  remind: remind.length > 0 ? [...remind] : undefined,
});

/**
 * Those of some bookings that came to nothing; from now on none of them can take a place any more. What somebody
 * has that is no slot is written together with its place, so that it always stands.
 */
export async function comeToNothing(
  bookings: readonly Pick<Entry, 'id' | 'start' | 'end' | 'of' | 'what'>[],
): Promise<string[]> {
  const slots = bookings.filter(({ what }) => what === 'slot');
  const standing = await Promise.all(
    slots.map(({ id, of, start, end }) => standsOrNever({ room: of, start, end }, id)),
  );
  return slots.filter((_, i) => !standing[i]).map(({ id }) => id);
}

/** Refuses somebody who may not book for now, with the moment from which they may. */
export function refuseBanned(calendar: Calendar, policy: VenuesPolicy, now: Instant): void {
  const why = whyNotYet(calendar, policy, now);
  if (why) throw new Refusal(why, { until: bannedUntil(calendar.noShows, policy, now) });
}

/** Refuses a slot that somebody has asked for too often. */
export function refuseTurned(calendar: Calendar, { id, room, slot, walkIn, now }: Wish): void {
  // Who waited has asked already; who is at the door is kept out of no room that is free.
  if (walkIn || [...calendar.entries, ...calendar.waits].some((entry) => entry.id === id)) return;
  const why = whyNotAgain(calendar, { of: room.id, start: slot.start }, now);
  if (why) throw new Refusal(why);
}

/** Enters a wish in the person's calendar. Entries in its way that came to nothing are struck out first. */
async function enterCalendar(wish: Wish, start: Calendar): Promise<Calendar> {
  const { id, slot, insteadOf, group, walkIn = false, policy, now } = wish;
  const judged = (current: Calendar) =>
    insteadOf
      ? inTheWayOfChange(current, slot, insteadOf.id, policy, now)
      : inTheWay(current, slot, policy, now, group ?? walkIn);
  let calendar = start;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    let obstacle: ReturnType<typeof inTheWay>;
    calendar = await changeCalendar(calendar, (current) => {
      refuseBanned(current, policy, now);
      const same = current.entries.find((entry) => entry.id === id);
      // Another request with the same key, sent at the same moment.
      if (same && !isSameWish(same, entryOf(wish))) throw new Refusal('KEY_REUSED');
      refuseTurned(current, wish);
      obstacle = same ? undefined : judged(current);
      return obstacle ? current : enter(current, entryOf(wish), now);
    });
    if (!obstacle) return calendar;
    const gone = await comeToNothing(obstacle.entries);
    if (gone.length === 0) throw new Refusal(obstacle.code);
    calendar = await changeCalendar(calendar, (current) => strike(current, gone, now));
  }
  throw new Refusal('BUSY');
}

/** Names a wish in its union's day, once those named there that came to nothing are taken out. */
async function enterUnionDay(wish: Wish): Promise<void> {
  const { id, member, venue, room, slot, insteadOf, group, walkIn, policy } = wish;
  const day = group === undefined && !walkIn ? unionDayOf(member, venue, slot.start) : undefined;
  if (!day) return;
  const booking = { id, room: room.id, start: slot.start, end: slot.end };
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const others = await nameBooking(day, booking, policy.aUnionADay, insteadOf?.id);
    if (others.length === 0) return;
    const gone = await comeToNothing(others.map((other) => ({ ...other, of: other.room, what: 'slot' })));
    if (gone.length === 0) throw new Refusal('UNION_DAY_FULL');
    await Promise.all(gone.map((other) => dropBooking(day, other)));
  }
  throw new Refusal('BUSY');
}

/** Writes what must be there before the slot is asked; both at once, since each is void without the slot. */
export async function prepare(wish: Wish, calendar: Calendar): Promise<void> {
  if (wish.insteadOf) {
    // The union's day lends a changed booking a place; the calendar first, which lets one through at a time.
    await enterCalendar(wish, calendar);
    return enterUnionDay(wish);
  }
  const written = await Promise.allSettled([enterCalendar(wish, calendar), enterUnionDay(wish)]);
  for (const result of written) if (result.status === 'rejected') throw result.reason;
}

/** What a slot says that gave this booking no place. */
function whyNot(slot: Slot, id: string): RefusalCode {
  // Another request of the same person found this one on its way and took its turn.
  if (slot.void.includes(id)) return 'BOOKING_OVERTAKEN';
  return whyNotTake(slot) ?? 'BUSY';
}

/** A refusal by the slot; when it was just taken, with what is free instead. */
async function lost(wish: Wish, calendar: Calendar, why: RefusalCode): Promise<Refusal> {
  // What is free for somebody says where they are; a keeper has the whole day before them.
  if (why !== 'SLOT_TAKEN' || wish.word) return new Refusal(why);
  const { insteadOf, now } = wish;
  const free = insteadOf ? strike(calendar, [insteadOf.id], now) : calendar;
  return new Refusal(why, { alternatives: await alternativesTo(wish, free) });
}

/** What a booking begins as: where a keeper must confirm it, as a request that holds its place. */
export const stateFor = ({ room, word }: Wish) =>
  room.needsApproval && !word ? ('pending' as const) : ('confirmed' as const);

/**
 * Books: throws what the rules say before anything is asked of the slot, and SLOT_TAKEN or SLOT_CLOSED
 * when the slot says no.
 */
export async function book(wish: Wish, calendar: Calendar): Promise<void> {
  const { id, person, room, slot, word, walkIn, insteadOf, group, policy, now } = wish;
  await prepare(wish, calendar);
  const place: Place = {
    id,
    person,
    by: word?.by,
    word,
    at: now,
    state: stateFor(wish),
    policy: policy.version,
    insteadOf: insteadOf && placeOf(insteadOf),
    group,
    came: walkIn ? { at: now, verified: true, by: word?.by } : undefined,
  };
  // Nobody waits for who is there already.
  const due = walkIn ? undefined : firstDue(slot, policy, now);
  const { taken, slot: there } = await takePlace(placeInTime(room, slot), place, due);
  if (taken || there.places.some((entry) => entry.id === id)) return;
  // Made before and over since, while the calendar no longer knew it: nothing of it is left behind.
  if (!endingOf(there, id)) throw await lost(wish, calendar, whyNot(there, id));
  await leave(wish, await getCalendar(person));
}

/** Who asks for the slot of a wish, and in which way. */
export const askingOf = ({ member, group, word, walkIn, policy, now }: Wish): Asking => ({
  employment: member.employment,
  group,
  byKeeper: word !== undefined,
  walkIn,
  policy,
  now,
});

/** Why the house has no such slot to give now. */
export const whyNotSlot = ({ venue, room, slot }: Wish): RefusalCode | undefined =>
  hasSlot(venue, room, slot) ? whyNotSettled(venue, room, slot) : 'SLOT_CLOSED';

/** Refuses what house and room say no to. */
export function refuseClosed(wish: Wish): void {
  const why = whyNotSlot(wish) ?? whyNotRoom(wish.room, wish.slot, askingOf(wish));
  const { room, slot } = wish;
  if (why)
    throw new Refusal(why, why === 'SLOT_NOT_OPEN' ? { opensAt: opensAt(room, slot.start) } : undefined);
}

/** What is named outside the slot of a booking that is over: taken out, so that it is in nobody's way. */
export async function leave({ id, member, venue, slot, now }: Noted, calendar: Calendar): Promise<void> {
  const day = member && unionDayOf(member, venue, slot.start);
  await Promise.all([
    changeCalendar(calendar, (current) => strike(current, [id], now)),
    day ? dropBooking(day, id) : undefined,
  ]);
}

/** Gives a booking back, whenever that is: its slot first, then what is named outside. */
export async function giveBack(old: Noted, how: 'moved' | 'cancelled'): Promise<void> {
  const { id, person, room, slot, policy, now } = old;
  const seen = await getSlot(placeInTime(room, slot));
  await changeSlot(seen, policy, now, (current) => given(current, id, how, policy, now));
  await leave(old, await getCalendar(person));
}
