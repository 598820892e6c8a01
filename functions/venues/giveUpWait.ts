import { strike } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { giveUp } from '@niangjia/shared/venues/ending';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import { changeCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';

/** Gets out of the line. Whoever is in no line is out of it. */
export const giveUpWait: OpenHandler<typeof venues.giveUpWait> = async ({ input: { id }, caller, now }) => {
  const found = await notedAs(id, caller, now, ({ waits }) => waits);
  if (found) {
    const { room, slot, policy } = found.noted;
    const after = await changeSlot(await getSlot(placeInTime(room, slot)), policy, now, (current) =>
      giveUp(current, id, policy, now),
    );
    // Taken on another phone a moment ago, it is a booking, and stays in the calendar.
    if (!after.places.some((place) => place.id === id))
      await changeCalendar(found.calendar, (current) => strike(current, [id], now));
  }
  return { id };
};
