import { Refusal } from '@niangjia/shared/refusal';
import type { Calendar } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { whyNotCancel } from '@niangjia/shared/venues/ending';
import { book, giveBack, type Noted, refuseClosed, stateFor, type Wish } from '../booking/bookings.ts';
import { getSlot, placeInTime } from '../booking/slots.ts';
import { isKnown, notedAs, wishOf } from '../booking/wishes.ts';
import { getCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';

/** Throws why a booking can't be given up for another one. */
async function refuseKept({ id, room, slot, policy, now }: Noted): Promise<void> {
  const why = whyNotCancel(await getSlot(placeInTime(room, slot)), id, policy, now);
  if (why) throw new Refusal(why);
}

async function takeInstead(wish: Wish, insteadOf: Noted, calendar: Calendar): Promise<void> {
  refuseClosed(wish);
  await refuseKept(insteadOf);
  await book(wish, calendar);
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
  if (!(await isKnown(wish, calendar)))
    await takeInstead(wish, insteadOf, calendar).catch(async (error: unknown) => {
      // The same request, sent twice at once, may have given the old one up a moment ago.
      if (!(error instanceof Refusal && (await isKnown(wish, await getCalendar(caller))))) throw error;
    });
  await giveBack(insteadOf, 'moved');
  return { id: wish.id, state: stateFor(wish) };
};
