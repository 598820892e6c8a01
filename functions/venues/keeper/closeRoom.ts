import { closeFor, whyNotClose } from '@niangjia/shared/venues/closing';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { staffHandler } from '../../handler.ts';
import { changeWithin } from './closing.ts';
import { venueSubject, wordOf } from './kept.ts';

/**
 * Closes a room for a period. Each slot decides: what was booked in the meantime ends with it, and one in which
 * somebody is by then stays; the stream tells.
 */
export const closeRoom = staffHandler(keeping.closeRoom, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const word = wordOf(venue, staff, now, input.reason);
    const whyNot = (slot: Parameters<typeof whyNotClose>[0]) => whyNotClose(slot, now);
    const results = await changeWithin(venue, input, now, whyNot, (slot) => closeFor(slot, word, input));
    return { slots: results.filter(({ why }) => !why).length, results };
  },
});
