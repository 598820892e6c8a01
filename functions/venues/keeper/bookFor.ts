import { keeping } from '@niangjia/shared/venues/keeperContract';
import { staffHandler } from '../../handler.ts';
import { bookGuest } from './guests.ts';
import { venueSubject } from './kept.ts';

/** Books for a guest. The slot decides as for anybody; the stream tells the guest and records it. */
export const bookFor = staffHandler(keeping.bookFor, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, request, now }) => {
    const { id } = await bookGuest(input, { venue, staff, id: request.key, walkIn: false, now });
    return { id };
  },
});
