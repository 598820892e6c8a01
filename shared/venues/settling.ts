import type { RefusalCode } from '../refusal.ts';
import { DAY, dayOf, type Instant, MINUTE } from '../time.ts';
import type { KeepersWord } from './keepersWord.ts';
import { type Grid, type Room, type SlotTime, slotsOn } from './room.ts';
import { next, type Slot, vacate } from './slot.ts';
import { type Before, roomOf, type Venue } from './venue.ts';

/**
 * How a change of a house's slots comes into force, though running functions know the house as it was for a
 * minute: what stays a slot goes on; what is none any more is given back once nobody books by what was
 * before; what would overlap with it can be booked after that.
 */

/** A function knows a venue for a minute and runs ten seconds at most; this is more than both. */
export const SETTLES_IN = 2 * MINUTE;

/** As many days as somebody can have a place ahead; see the most that a policy and a room can say. */
const FARTHEST = 120;

const isIn = (slots: readonly SlotTime[], { start, end }: SlotTime) =>
  slots.some((slot) => slot.start === start && slot.end === end);
const overlap = (a: SlotTime, b: SlotTime) => a.start < b.end && b.start < a.end;

/** Whether a room has just this slot. */
export const hasSlot = (venue: Venue, room: Grid, slot: SlotTime): boolean =>
  isIn(slotsOn(room, venue, dayOf(slot.start)), slot);

/** Whether a room had a slot on a day that it has no more. */
function loses(was: Before['rooms'][number], before: Before, after: Venue, day: string): boolean {
  const room = roomOf(after, was.id);
  const slots = room ? slotsOn(room, after, day) : [];
  return slotsOn(was, before, day).some((slot) => !isIn(slots, slot));
}

/** Where a change touches what may have been booked: the days of each room from today on. */
export function touchedBy(before: Before, after: Venue, now: Instant): { room: Room; days: string[] }[] {
  const days = Array.from({ length: FARTHEST }, (_, i) => dayOf(now + i * DAY));
  return before.rooms.flatMap((was) => {
    const room = roomOf(after, was.id);
    if (!room) return [];
    const touched = days.filter((day) => room.capacity !== was.capacity || loses(was, before, after, day));
    return touched.length > 0 ? [{ room, days: touched }] : [];
  });
}

/** The first day of which slots can be taken away: what has begun by the time it settles stays as it is. */
export const firstDayToChange = (now: Instant): string => dayOf(now + DAY + 5 * SETTLES_IN);

/** Whether a change takes slots away sooner than that. */
export function isTooSoon(before: Before, after: Venue, now: Instant): boolean {
  const soon = [now, now + DAY].map(dayOf).filter((day) => day < firstDayToChange(now));
  return before.rooms.some((was) => soon.some((day) => loses(was, before, after, day)));
}

/** Why a slot can't be booked yet, though the room has it: one of before that is no more overlaps with it. */
export function whyNotSettled({ settling }: Venue, { id }: Room, slot: SlotTime): RefusalCode | undefined {
  const was = settling?.before.rooms.find((room) => room.id === id);
  if (!settling || !was) return undefined;
  const slots = slotsOn(was, settling.before, dayOf(slot.start)).filter((old) => overlap(old, slot));
  return slots.length === 0 || isIn(slots, slot) ? undefined : 'SLOT_SETTLING';
}

/**
 * A touched slot as the room is now: whoever is in one that is no more is given it back with the keeper's
 * word; otherwise it takes as many as the room does, and nobody loses their place for that.
 */
export function refit(slot: Slot, venue: Venue, room: Room, word: KeepersWord): Slot {
  if (!hasSlot(venue, room, slot)) return vacate(slot, word);
  return slot.capacity === room.capacity ? slot : next(slot, { capacity: room.capacity });
}

/**
 * A room's slots of now that lie across one of before which a keeper has closed, among the touched ones of a day:
 * they are closed too, by the same act. Without it a court under repair could be booked by slots of another length.
 */
export function closedAlong(
  stored: readonly Slot[],
  before: Before,
  venue: Venue,
  room: Room,
  day: string,
): { slot: SlotTime; by: NonNullable<Slot['turned']> }[] {
  const was = before.rooms.find(({ id }) => id === room.id);
  if (!was) return [];
  const shut = slotsOn(was, before, day).flatMap((slot) => {
    const { closed, turned } = stored.find(({ start }) => start === slot.start) ?? {};
    return closed && turned ? [{ ...slot, by: turned }] : [];
  });
  return slotsOn(room, venue, day).flatMap((slot) => {
    const across = shut.find((old) => overlap(old, slot));
    return across ? [{ slot, by: across.by }] : [];
  });
}
