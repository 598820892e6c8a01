import { acceptedBefore } from '@niangjia/shared/retry';
import { changeVenue as changed } from '@niangjia/shared/venues/changing';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { changeVenue as changeStored, noteSettling } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { lookUpHash } from '../../secrets.ts';
import { venueSubject, wordOf } from '../keeper/kept.ts';

/** Changes a venue as it was seen: whoever was quicker wins. The tick settles what that does to slots. */
export const changeVenue = staffHandler(setUp.changeVenue, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, request, now }) => {
    const { version, change, reason = 'hours' } = input;
    const word = wordOf(venue, staff, now, reason);
    // The same request makes the same code, and nobody else can.
    const fresh = { room: request.key, door: await lookUpHash('request', `door ${request.key}`) };
    const stored = await changeStored(venue, async (current) => {
      if (acceptedBefore(current.accepted, request, now)) return current;
      const after = changed(current, change, { version, word, request, fresh, now });
      if (after.settling && after.settling !== current.settling)
        await noteSettling(venue.id, after.settling.due);
      return after;
    });
    return { version: acceptedBefore(stored.accepted, request, now)?.round ?? version };
  },
});
