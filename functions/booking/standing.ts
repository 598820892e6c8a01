import type { Instant } from '@niangjia/shared/time';
import { type Calendar, type Entry, strike } from '@niangjia/shared/venues/calendar';
import type { Slot } from '@niangjia/shared/venues/slot';
import { slotsAt } from './slots.ts';

/**
 * Somebody's calendar without what came to nothing, for showing: a slot lost a moment ago must not seem
 * to be in the way of another. Slots that are not among those seen are looked up; nothing is written.
 */
export async function standingCalendar(
  calendar: Calendar,
  seen: readonly Slot[],
  now: Instant,
): Promise<Calendar> {
  const entries = calendar.entries.filter(({ what, over }) => what === 'slot' && over === undefined);
  const of = (slots: readonly Slot[], { of: room, start }: Entry) =>
    slots.find((slot) => slot.room === room && slot.start === start);
  const elsewhere = entries.filter((entry) => !of(seen, entry));
  const slots = [...seen, ...(await slotsAt(elsewhere.map(({ of: room, start }) => ({ room, start }))))];
  const stands = (entry: Entry) => of(slots, entry)?.places.some(({ id }) => id === entry.id);
  const gone = entries.filter((entry) => !stands(entry)).map(({ id }) => id);
  return strike(calendar, gone, now);
}
