import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { changeVenue as changed } from '@niangjia/shared/venues/changing';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { staffHandler } from '../../handler.ts';
import { lookUpHash } from '../../secrets.ts';
import { venueSubject, wordOf } from '../keeper/kept.ts';
import { changedVenue, noteSettling } from '../venues.ts';

/** Changes a venue as it was seen: whoever was quicker wins. The tick settles what that does to slots. */
export const changeVenue = staffHandler(setUp.changeVenue, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, request, now }) => {
    const { version, change, reason = 'hours' } = input;
    const earlier = acceptedBefore(venue.accepted, request, now);
    if (earlier) return { version: earlier.round ?? version };
    const word = wordOf(venue, staff, now, reason);
    // The same request makes the same code, and nobody else can.
    const fresh = { room: request.key, door: await lookUpHash('request', `door ${request.key}`) };
    const after = changed(venue, change, { version, word, request, fresh, now });
    if (after === venue) return { version };
    if (after.settling && after.settling !== venue.settling) await noteSettling(venue.id, after.settling.due);
    const mine = acceptedBefore((await changedVenue(after)).accepted, request, now);
    if (!mine) throw new Refusal('VENUE_CHANGED');
    return { version: mine.round ?? version };
  },
});
