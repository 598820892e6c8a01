import { whyNotAdd } from '@niangjia/shared/photos/album';
import { Refusal } from '@niangjia/shared/refusal';
import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { getVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { openUpload } from '../../photoUploads.ts';
import { albumOf, senderOf } from './album.ts';

/** Lets a keeper put one photo into the bucket; nothing is stored until it is added. */
export const openVenuePhotoUpload = staffHandler(venuePhotos.openVenuePhotoUpload, {
  subject: ({ venue }) => getVenue(venue),
  handle: async ({ input, subject: venue, caller, now }) => {
    const why = whyNotAdd(albumOf(venue));
    if (why) throw new Refusal(why);
    return openUpload(senderOf(venue, caller), input, now);
  },
});
