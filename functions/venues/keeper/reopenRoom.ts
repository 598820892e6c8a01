import { reopenFor } from '@niangjia/shared/venues/closing';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { staffHandler } from '../../handler.ts';
import { changeWithin } from './closing.ts';
import { venueSubject, wordOf } from './kept.ts';

/** Opens a closed period again. */
export const reopenRoom = staffHandler(keeping.reopenRoom, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const word = wordOf(venue, staff, now);
    const results = await changeWithin(
      venue,
      input,
      now,
      () => undefined,
      (slot) => reopenFor(slot, word, input),
    );
    return { slots: results.length };
  },
});
