import { keeping } from '@niangjia/shared/venues/keeperContract';
import { cancelFor as cancelled } from '@niangjia/shared/venues/keeping';
import { staffHandler } from '../../handler.ts';
import { changeKept, venueSubject, wordOf } from './kept.ts';

/** Cancels for somebody. The slot decides; the stream tells the person and takes it out of their calendar. */
export const cancelFor = staffHandler(keeping.cancelFor, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const { id, reason } = input;
    const word = wordOf(venue, staff, now, reason);
    await changeKept(venue, input, now, (slot, policy) => cancelled(slot, id, word, policy));
    return { id };
  },
});
