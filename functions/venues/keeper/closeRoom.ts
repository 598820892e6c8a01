import { keeping } from '@niangjia/shared/venues/keeperContract';
import { close } from '@niangjia/shared/venues/slot';
import { staffHandler } from '../../handler.ts';
import { changeWithin } from './closing.ts';
import { venueSubject, wordOf } from './kept.ts';

/** Closes a room for a period. Each slot decides: what was booked in the meantime ends with it; the stream tells. */
export const closeRoom = staffHandler(keeping.closeRoom, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const word = wordOf(venue, staff, now, input.reason);
    return { slots: await changeWithin(venue, input, now, (slot) => close(slot, word)) };
  },
});
