import type { venues } from '@niangjia/shared/venues/contract';
import { positionOf } from '@niangjia/shared/venues/line';
import { knows } from '@niangjia/shared/venues/slot';
import { refuseBanned, refuseClosed, refuseTurned } from '../booking/bookings.ts';
import { getSlot, placeInTime } from '../booking/slots.ts';
import { isNoted, wishOf } from '../booking/wishes.ts';
import type { OpenHandler } from '../handler.ts';
import { getInLine } from './lines.ts';

/** Gets in line. */
export const waitForSlot: OpenHandler<typeof venues.waitForSlot> = async ({
  input,
  caller,
  request,
  now,
}) => {
  const { wish, calendar } = await wishOf(input, { id: request.key, person: caller, now });
  const { id, policy, room, slot: time } = wish;
  const isAgain = isNoted(wish, calendar);
  const seen = await getSlot(placeInTime(room, time));
  if (isAgain && knows(seen, id)) return { id, position: positionOf(seen, caller) };
  refuseClosed(wish);
  refuseBanned(calendar, policy, now);
  refuseTurned(calendar, wish);
  const slot = await getInLine({ ...wish, remind: input.remind }, calendar, seen);
  return { id, position: positionOf(slot, caller) };
};
