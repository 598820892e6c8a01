import { strike } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { giveUp } from '@niangjia/shared/venues/line';
import { changeCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { changeSlot, getSlot, placeInTime } from './slots.ts';
import { notedAs } from './wishes.ts';

/** Gets out of the line. Whoever is in no line is out of it. */
export const giveUpWait: OpenHandler<typeof venues.giveUpWait> = async ({ input: { id }, caller, now }) => {
  const found = await notedAs(id, caller, now, ({ waits }) => waits);
  if (found) {
    const { room, slot, policy } = found.noted;
    await changeSlot(await getSlot(placeInTime(room, slot)), policy, now, (current) =>
      giveUp(current, id, now),
    );
    await changeCalendar(found.calendar, (current) => strike(current, [id], now));
  }
  return { id };
};
