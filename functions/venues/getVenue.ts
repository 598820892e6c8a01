import { Refusal } from '@niangjia/shared/refusal';
import { dayOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { hoursOn, slotMinutesOn } from '@niangjia/shared/venues/room';
import { roomsOn } from '@niangjia/shared/venues/venue';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';
import { photoView } from '../shownPhotos.ts';
import { knownVenue } from './venues.ts';
import { venueRow } from './views.ts';

/** A venue's own page. It says nothing of who looks or of what is free, so it costs no read most of the time. */
export const getVenue: OpenHandler<typeof venues.getVenue> = async ({ input, now }) => {
  const [venue, terms] = await Promise.all([knownVenue(input.venue, now), venuesPolicy(now)]);
  if (!venue) throw new Refusal('NOT_FOUND');
  const { phone, words, closedDays, next, photos = [] } = venue;
  const today = dayOf(now);
  return {
    venue: {
      ...venueRow(venue, now),
      phone,
      words,
      hours: hoursOn(venue, today),
      photos: photos.map(photoView),
    },
    next: next && next.from > today ? next : undefined,
    closedDays: closedDays.filter((day) => day >= today).sort(),
    rooms: roomsOn(venue, today).map((room) => ({
      ...room,
      slotMinutes: slotMinutesOn(room, today),
      occupations: room.audience.occupations,
    })),
    terms,
  };
};
