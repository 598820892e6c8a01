import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { getVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { albumView } from './album.ts';

/** The photos as they are now, for who changes them. */
export const listVenuePhotos = staffHandler(venuePhotos.listVenuePhotos, {
  subject: ({ venue }) => getVenue(venue),
  handle: async ({ subject: venue }) => albumView(venue),
});
