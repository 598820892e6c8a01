import { Refusal } from '@niangjia/shared/refusal';
import { dayOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';
import { photoView } from '../shownPhotos.ts';
import { knownVenue } from './venues.ts';
import { venueRow } from './views.ts';

/** A venue's own page. It says nothing of who looks or of what is free, so it costs no read most of the time. */
export const getVenue: OpenHandler<typeof venues.getVenue> = async ({ input, now }) => {
  const [venue, terms] = await Promise.all([knownVenue(input.venue, now), venuesPolicy(now)]);
  if (!venue) throw new Refusal('NOT_FOUND');
  const { phone, words, hours, closedDays, rooms, photos = [] } = venue;
  const today = dayOf(now);
  return {
    venue: { ...venueRow(venue), phone, words, hours, photos: photos.map(photoView) },
    closedDays: closedDays.filter((day) => day >= today).sort(),
    rooms: rooms.map((room) => ({ ...room, occupations: room.audience.occupations })),
    terms,
  };
};
