import { keeping } from '@niangjia/shared/venues/keeperContract';
import { settle } from '@niangjia/shared/venues/keeping';
import { staffHandler } from '../../handler.ts';
import { changeKept, venueSubject, wordOf } from './kept.ts';

/** A keeper's word on a request, which has held its place until now: two can never both be confirmed. */
export const settleBooking = staffHandler(keeping.settleBooking, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const { id, confirmed } = input;
    const word = wordOf(venue, staff, now);
    await changeKept(venue, input, now, (slot, policy) => settle(slot, id, confirmed, word, policy));
    return { id, confirmed };
  },
});
