import { type Room, slotsOn } from '@niangjia/shared/venues/room';
import { whyNotSettled } from '@niangjia/shared/venues/settling';
import { isHeld, type Slot, untouched } from '@niangjia/shared/venues/slot';
import type { Venue } from '@niangjia/shared/venues/venue';
import { placeInTime, slotsOfDay } from './slots.ts';

/**
 * Every slot of a room's day, those that nobody has touched too; eventually consistent, for showing. One that
 * somebody has though the room has it no more is among them, and closed, until it is given back.
 */
export async function roomDay(room: Room, venue: Venue, day: string): Promise<Slot[]> {
  const touched = await slotsOfDay(room.id, day);
  const slots = slotsOn(room, venue, day).map((time) => {
    const at = placeInTime(room, time);
    const found = touched.find(({ start }) => start === time.start);
    const slot = !found
      ? untouched(at)
      : isHeld(found)
        ? { ...found, capacity: at.capacity }
        : { ...found, ...at };
    return slot.end === time.end && !whyNotSettled(venue, room, time) ? slot : { ...slot, closed: true };
  });
  const outside = touched
    .filter((slot) => isHeld(slot) && !slots.some(({ start }) => start === slot.start))
    .map((slot) => ({ ...slot, closed: true }));
  return [...slots, ...outside].sort((a, b) => a.start - b.start);
}
