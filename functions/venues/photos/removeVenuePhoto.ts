import { remove } from '@niangjia/shared/photos/album';
import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { getVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { unpublish } from '../../photoUploads.ts';
import { wordOf } from '../keeper/kept.ts';
import { albumOf, albumView, changeAlbum } from './album.ts';

/** Takes a photo of the venue away; one that is not there is gone already. */
export const removeVenuePhoto = staffHandler(venuePhotos.removeVenuePhoto, {
  subject: ({ venue }) => getVenue(venue),
  handle: async ({ input, subject: venue, staff, now }) => {
    const photo = albumOf(venue).find(({ id }) => id === input.photo);
    if (!photo) return albumView(venue);
    await unpublish(photo);
    return albumView(await changeAlbum(venue, wordOf(venue, staff, now), (album) => remove(album, photo.id)));
  },
});
