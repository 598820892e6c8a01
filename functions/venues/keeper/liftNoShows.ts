import { keeping } from '@niangjia/shared/venues/keeperContract';
import { liftMissed } from '@niangjia/shared/venues/keeping';
import { staffHandler } from '../../handler.ts';
import { changeKept, venueSubject, wordOf } from './kept.ts';

/** Takes back no-shows on the slot that released them; the stream does it in each ledger. */
export const liftNoShows = staffHandler(keeping.liftNoShows, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const word = wordOf(venue, staff, now);
    const slot = await changeKept(venue, input, now, (current) => liftMissed(current, input.id, word));
    return { lifted: slot.ended.filter(({ lifted }) => lifted).length };
  },
});
