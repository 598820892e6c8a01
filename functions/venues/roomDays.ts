import { type Doors, type Room, slotsOn } from '@niangjia/shared/venues/room';
import { type Slot, untouched } from '@niangjia/shared/venues/slot';
import { placeInTime, slotsOfDay } from './slots.ts';

/** Every slot of a room's day, those that nobody has touched too; eventually consistent, for showing. */
export async function roomDay(room: Room, doors: Doors, day: string): Promise<Slot[]> {
  const touched = await slotsOfDay(room.id, day);
  return slotsOn(room, doors, day).map((time) => {
    const at = placeInTime(room, time);
    const found = touched.find(({ start }) => start === time.start);
    return found ? { ...found, ...at } : untouched(at);
  });
}
