import { keeping } from '@niangjia/shared/venues/keeperContract';
import { getSlot, placeInTime } from '../../booking/slots.ts';
import { staffHandler } from '../../handler.ts';
import { bookGuest } from './guests.ts';
import { venueSubject } from './kept.ts';

/** Lets a guest in where it is free now: the place is written with their coming, in one update that decides. */
export const walkIn = staffHandler(keeping.walkIn, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, request, now }) => {
    const { id, room, slot } = await bookGuest(input, { venue, staff, id: request.key, walkIn: true, now });
    const { places } = await getSlot(placeInTime(room, slot));
    return { id, at: places.find((place) => place.id === id)?.came?.at ?? now };
  },
});
