import { Refusal } from '@niangjia/shared/refusal';
import type { venues } from '@niangjia/shared/venues/contract';
import { whyNotCancel } from '@niangjia/shared/venues/slot';
import type { OpenHandler } from '../handler.ts';
import { book, giveBack, type Noted, refuseClosed, stateFor } from './bookings.ts';
import { getSlot, placeInTime } from './slots.ts';
import { isKnown, notedAs, wishOf } from './wishes.ts';

/** Throws why a booking can't be given up for another one. */
async function refuseKept({ id, room, slot, policy, now }: Noted): Promise<void> {
  const why = whyNotCancel(await getSlot(placeInTime(room, slot)), id, policy, now);
  if (why) throw new Refusal(why);
}

/**
 * Changes a booking for another slot: the new one is taken first, and carries what it was taken in place of,
 * so that the stream gives that up where this request could not. Where the new one is lost, the old one stays.
 */
export const changeBooking: OpenHandler<typeof venues.changeBooking> = async ({
  input: { id, ...to },
  caller,
  request,
  now,
}) => {
  const found = await notedAs(id, caller, now, ({ entries }) => entries);
  if (!found) throw new Refusal('NOT_BOOKED');
  const { noted: insteadOf } = found;
  if (insteadOf.room.id === to.room && insteadOf.slot.start === to.start) throw new Refusal('SLOT_YOURS');
  const { wish: plain, calendar } = await wishOf(to, { id: request.key, person: caller, now });
  const wish = { ...plain, insteadOf };
  if (!(await isKnown(wish, calendar))) {
    refuseClosed(wish);
    await refuseKept(insteadOf);
    await book(wish, calendar);
  }
  await giveBack(insteadOf, 'moved');
  return { id: wish.id, state: stateFor(wish) };
};
