import { enterWait } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { positionOf, wait } from '@niangjia/shared/venues/line';
import { changeCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { entryOf, refuseBanned, refuseClosed } from './bookings.ts';
import { changeSlot, getSlot, placeInTime } from './slots.ts';
import { isKnown, wishOf } from './wishes.ts';

/** Gets in line: noted in the calendar, so that the person sees it, then at the slot, which decides. */
export const waitForSlot: OpenHandler<typeof venues.waitForSlot> = async ({
  input,
  caller,
  request,
  now,
}) => {
  const { wish, calendar } = await wishOf(input, { id: request.key, person: caller, now });
  const { id, policy, room, slot: time } = wish;
  const at = placeInTime(room, time);
  if (await isKnown(wish, calendar)) return { id, position: positionOf(await getSlot(at), caller) };
  refuseClosed(wish);
  refuseBanned(calendar, policy, now);
  const entry = entryOf({ ...wish, remind: input.remind });
  await changeCalendar(calendar, (current) => enterWait(current, entry, now));
  const slot = await changeSlot(await getSlot(at), policy, now, (current) =>
    wait(current, { id, person: caller, since: now }, policy, now),
  );
  return { id, position: positionOf(slot, caller) };
};
