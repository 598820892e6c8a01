import type { venues } from '@niangjia/shared/venues/contract';
import type { OpenHandler } from '../handler.ts';
import { book, refuseClosed, stateFor } from './bookings.ts';
import { isKnown, wishOf } from './wishes.ts';

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
