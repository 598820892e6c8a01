import * as v from 'valibot';
import { Count, list, text } from '../bounds.ts';
import { Id } from '../ids.ts';
import { Clock, Day, RoomKind } from './room.ts';

/** What of houses and rooms is shown, to members and to keepers alike. */

/** Opening hours by weekday, Sunday first. */
export const HoursView = list(list(v.object({ from: Clock, until: Clock }), 3), 7);

/** A room, whoever looks. */
export const RoomView = v.object({
  id: Id,
  name: text(20),
  kind: RoomKind,
  slotMinutes: Count,
  capacity: Count,
  needsApproval: v.boolean(),
  /** A new day opens so many days ahead, at this hour. */
  daysAhead: Count,
  opensAtHour: Count,
});

/** What is coming of a room: slots of another length from a day on, and from which day on there are none. */
export const RoomToCome = {
  next: v.optional(v.object({ from: Day, slotMinutes: Count })),
  retired: v.optional(Day),
};
