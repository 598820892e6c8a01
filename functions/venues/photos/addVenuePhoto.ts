import { add, whyNotAdd } from '@niangjia/shared/photos/album';
import { Refusal } from '@niangjia/shared/refusal';
import type { KeepersWord } from '@niangjia/shared/venues/keepersWord';
import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import type { Venue } from '@niangjia/shared/venues/venue';
import { getVenue } from '../../booking/venues.ts';
import { staffHandler } from '../../handler.ts';
import { forgetArrived, photoIdOf, publish, withdraw } from '../../photoUploads.ts';
import { wordOf } from '../keeper/kept.ts';
import { albumOf, albumView, changeAlbum, senderOf } from './album.ts';

const shows = (venue: Venue | undefined, photo: string) =>
  venue && albumOf(venue).some(({ id }) => id === photo) ? venue : undefined;

/** Makes of what arrived a photo of the venue. The same upload again finds its photo there. */
export const addVenuePhoto = staffHandler(venuePhotos.addVenuePhoto, {
  subject: ({ venue }) => getVenue(venue),
  handle: async ({ input: { upload, words }, subject: venue, caller, staff, now }) => {
    const id = await photoIdOf(senderOf(venue, caller), upload);
    const after = shows(venue, id) ?? (await added(venue, id, words, wordOf(venue, staff, now)));
    await forgetArrived(id);
    return albumView(after);
  },
});

async function added(venue: Venue, id: string, words: string, word: KeepersWord): Promise<Venue> {
  const why = whyNotAdd(albumOf(venue));
  if (why) throw new Refusal(why);
  const photo = await publish(id);
  if (photo) {
    try {
      return await changeAlbum(venue, word, (album) =>
        add(album, { ...photo, words, by: word.by, at: word.at }),
      );
    } catch (error) {
      // Others were quicker since the album was read.
      if (error instanceof Refusal && error.code === 'PHOTOS_FULL') await withdraw(photo);
      throw error;
    }
  }
  // The same request, sent twice, may have come to its end while this one was on its way.
  const there = shows(await getVenue(venue.id), id);
  if (!there) throw new Refusal('PHOTO_NOT_ARRIVED');
  return there;
}
