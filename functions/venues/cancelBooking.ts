import { Refusal } from '@niangjia/shared/refusal';
import type { venues } from '@niangjia/shared/venues/contract';
import { cancel } from '@niangjia/shared/venues/ending';
import { leave } from '../booking/bookings.ts';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import type { OpenHandler } from '../handler.ts';

/** Cancels: the slot first, since it decides, and offers the place on in the same write. */
export const cancelBooking: OpenHandler<typeof venues.cancelBooking> = async ({
  input: { id },
  caller,
  now,
}) => {
  const found = await notedAs(id, caller, now, ({ entries }) => entries);
  if (!found) throw new Refusal('NOT_BOOKED');
  const { room, slot, policy } = found.noted;
  await changeSlot(await getSlot(placeInTime(room, slot)), policy, now, (current) =>
    cancel(current, id, policy, now),
  );
  await leave(found.noted, found.calendar);
  return { id };
};
