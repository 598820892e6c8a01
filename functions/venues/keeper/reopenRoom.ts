import { keeping } from '@niangjia/shared/venues/keeperContract';
import { reopen } from '@niangjia/shared/venues/slot';
import { staffHandler } from '../../handler.ts';
import { changeWithin } from './closing.ts';
import { venueSubject } from './kept.ts';

/** Opens a closed period again. */
export const reopenRoom = staffHandler(keeping.reopenRoom, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, now }) => ({
    slots: await changeWithin(venue, input, now, reopen),
  }),
});
