import { Refusal } from '@niangjia/shared/refusal';
import { strike } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { pass } from '@niangjia/shared/venues/ending';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import { changeCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';

/** Passes an offer on: the next in line is offered the place in the same write. */
export const passOffer: OpenHandler<typeof venues.passOffer> = async ({ input: { id }, caller, now }) => {
  const found = await notedAs(id, caller, now, ({ waits }) => waits);
  if (!found) throw new Refusal('OFFER_OVER');
  const { room, slot, policy } = found.noted;
  await changeSlot(await getSlot(placeInTime(room, slot)), policy, now, (current) =>
    pass(current, id, policy, now),
  );
  await changeCalendar(found.calendar, (current) => strike(current, [id], now));
  return { id };
};
