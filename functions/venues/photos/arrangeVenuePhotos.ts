import { arrange } from '@niangjia/shared/photos/album';
import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { getVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { wordOf } from '../keeper/kept.ts';
import { albumView, changeAlbum } from './album.ts';

/** The photos in another order, or with other words. */
export const arrangeVenuePhotos = staffHandler(venuePhotos.arrangeVenuePhotos, {
  subject: ({ venue }) => getVenue(venue),
  handle: async ({ input, subject: venue, staff, now }) =>
    albumView(await changeAlbum(venue, wordOf(venue, staff, now), (album) => arrange(album, input.photos))),
});
