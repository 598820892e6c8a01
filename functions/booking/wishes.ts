import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { type Calendar, type Entry, isSameWish } from '@niangjia/shared/venues/calendar';
import { slotAt } from '@niangjia/shared/venues/room';
import { knows } from '@niangjia/shared/venues/slot';
import { roomOf } from '@niangjia/shared/venues/venue';
import { getCalendar } from '../calendars.ts';
import { activeMember } from '../members.ts';
import { venuesPolicy } from '../policies.ts';
import { entryOf, type Noted, type Wish } from './bookings.ts';
import { getSlot, placeInTime } from './slots.ts';
import { knownVenue } from './venues.ts';

const notedFor = ({ entries, waits }: Calendar, id: string, of: string, start: Instant) =>
  [...entries, ...waits].find((entry) => entry.id === id && entry.of === of && entry.start === start);

/** Reads what a wish is about, in one round trip: the person's calendar beside their membership. */
export async function wishOf(
  { venue: venueId, room: roomId, start }: { venue: string; room: string; start: Instant },
  { id, person, now }: { id: string; person: string; now: Instant },
): Promise<{ wish: Wish; calendar: Calendar }> {
  const [venue, policy, member, calendar] = await Promise.all([
    knownVenue(venueId, now),
    venuesPolicy(now),
    activeMember(person),
    getCalendar(person),
  ]);
  const room = venue && roomOf(venue, roomId);
  // What this request has got before stays its own, though the room may have no such slot any more.
  const slot = room && (slotAt(room, venue, start) ?? notedFor(calendar, id, roomId, start));
  if (!venue || !room) throw new Refusal('NOT_FOUND');
  if (!slot) throw new Refusal('SLOT_CLOSED');
  if (!member) throw new Refusal('MEMBERS_ONLY');
  return { wish: { id, person, member, venue, room, slot, policy, now }, calendar };
}

/**
 * Something in the caller's calendar; undefined when it is not there. It is what it was when it was noted:
 * whoever is no member any more, or whose house has other hours now, can still cancel.
 */
export async function notedAs(
  id: string,
  person: string,
  now: Instant,
  list: (calendar: Calendar) => readonly Entry[],
): Promise<{ noted: Noted; calendar: Calendar } | undefined> {
  const [policy, member, calendar] = await Promise.all([
    venuesPolicy(now),
    activeMember(person),
    getCalendar(person),
  ]);
  const entry = list(calendar).find((known) => known.id === id);
  const venue = entry?.venue ? await knownVenue(entry.venue, now) : undefined;
  const room = entry && venue && roomOf(venue, entry.of);
  if (!room) return undefined;
  const slot = { start: entry.start, end: entry.end };
  return { noted: { id, person, member, venue, room, slot, policy, now }, calendar };
}

/**
 * Whether this very request has noted its wish before. Throws KEY_REUSED for the key of another wish: elsewhere, or in
 * place of another booking.
 */
export function isNoted(wish: Wish, calendar: Calendar): boolean {
  const noted = [...calendar.entries, ...calendar.waits].find((entry) => entry.id === wish.id);
  if (noted && !isSameWish(noted, entryOf(wish))) throw new Refusal('KEY_REUSED');
  return noted !== undefined;
}

/**
 * Whether this very request was accepted before, whatever became of it since. Only who finds it in their
 * calendar asks the slot. Throws KEY_REUSED.
 */
export const isKnown = async (wish: Wish, calendar: Calendar): Promise<boolean> =>
  isNoted(wish, calendar) && knows(await getSlot(placeInTime(wish.room, wish.slot)), wish.id);
