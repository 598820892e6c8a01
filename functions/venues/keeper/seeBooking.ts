import { keeping } from '@niangjia/shared/venues/keeperContract';
import { see } from '@niangjia/shared/venues/keeping';
import { staffHandler } from '../../handler.ts';
import { changeKept, venueSubject } from './kept.ts';

/** Checks somebody in with a tap. */
export const seeBooking = staffHandler(keeping.seeBooking, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const { id } = input;
    const slot = await changeKept(venue, input, now, (current, policy) =>
      see(current, id, staff.id, policy, now),
    );
    return { id, at: slot.places.find((place) => place.id === id)?.came?.at ?? now };
  },
});
