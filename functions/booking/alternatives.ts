import { dayOf } from '@niangjia/shared/time';
import type { Calendar } from '@niangjia/shared/venues/calendar';
import type { FreeSlot } from '@niangjia/shared/venues/freeSlot';
import { nearestTo, type Room, type SlotTime } from '@niangjia/shared/venues/room';
import { roomsOn, type Venue } from '@niangjia/shared/venues/venue';
import { roomDay } from './roomDays.ts';
import { standingCalendar } from './standing.ts';
import { slotView, type Viewer } from './views.ts';

/** What was wanted, and all that is known of who wanted it. */
interface Wanted extends Omit<Viewer, 'calendar' | 'unionFull'> {
  readonly venue: Venue;
  readonly room: Room;
  readonly slot: SlotTime;
}

/**
 * What the same person can book instead of a slot that was just taken: on its day, in rooms of its kind
 * in its venue, the nearest in time. One query a room; nothing is promised by it.
 */
export async function alternativesTo(wanted: Wanted, calendar: Calendar): Promise<FreeSlot[]> {
  const { venue, room, slot, now } = wanted;
  const rooms = roomsOn(venue, dayOf(slot.start)).filter(({ kind }) => kind === room.kind);
  const days = await Promise.all(rooms.map((other) => roomDay(other, venue, dayOf(slot.start))));
  const viewer = {
    ...wanted,
    calendar: await standingCalendar(calendar, days.flat(), now),
    // The wish got past its union's limit.
    unionFull: false,
  };
  const free = rooms.flatMap((other, i) =>
    (days[i] ?? [])
      .map((there) => slotView(there, other, viewer))
      .filter(
        ({ state, why, start }) => state === 'free' && !why && !(other === room && start === slot.start),
      )
      .map(({ start, end }) => ({ room: other.id, name: other.name, start, end })),
  );
  return nearestTo(slot, free);
}
