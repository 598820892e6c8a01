import type { Album } from '@niangjia/shared/photos/album';
import type { KeepersWord } from '@niangjia/shared/venues/keepersWord';
import { changesOf } from '@niangjia/shared/venues/said';
import type { Venue } from '@niangjia/shared/venues/venue';
import { changeVenue, seeVenueAnew } from '../../booking/venues.ts';
import type { Sender } from '../../photoUploads.ts';
import { photoView } from '../../shownPhotos.ts';

/** A venue's photos: they are on its item, so whoever reads the venue has them. */

export const albumOf = ({ photos = [] }: Venue): Album => photos;

/** Somebody who sends a photo of a venue. */
export const senderOf = ({ id }: Venue, caller: string): Sender => ({ caller, purpose: `venue ${id}` });

/** The photos as they are shown. */
export const albumView = (venue: Venue) => ({ photos: albumOf(venue).map(photoView) });

/** Writes what becomes of the photos, also beside somebody who changes the venue at the same time. */
export async function changeAlbum(
  venue: Venue,
  word: KeepersWord,
  next: (album: Album) => Album,
): Promise<Venue> {
  const after = await changeVenue(venue, (current) => {
    const album = next(albumOf(current));
    if (album === albumOf(current)) return current;
    const changed = { ...current, photos: [...album] };
    return { ...changed, changed: { to: 'changed', word, changes: changesOf(current, changed) } };
  });
  seeVenueAnew(venue.id);
  return after;
}
