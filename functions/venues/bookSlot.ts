import type { venues } from '@niangjia/shared/venues/contract';
import { book, refuseClosed, stateFor } from '../booking/bookings.ts';
import { isKnown, wishOf } from '../booking/wishes.ts';
import type { OpenHandler } from '../handler.ts';

/** Books a slot: one conditional update decides who has it. */
export const bookSlot: OpenHandler<typeof venues.bookSlot> = async ({ input, caller, request, now }) => {
  const { wish: plain, calendar } = await wishOf(input, { id: request.key, person: caller, now });
  const wish = { ...plain, remind: input.remind };
  if (!(await isKnown(wish, calendar))) {
    refuseClosed(wish);
    await book(wish, calendar);
  }
  return { id: wish.id, state: stateFor(wish) };
};
