import type { KeptPhoto, PhotoView } from '@niangjia/shared/photos/album';
import { photoEndings } from '@niangjia/shared/photos/sending';

/** Where everybody sees a photo. Whoever shows one needs no way into the bucket. */

/** The object that everybody may read. */
export const shownKey = ({ id, type }: Pick<KeptPhoto, 'id' | 'type'>) =>
  `photos/${id}.${photoEndings[type]}`;

/** A photo as everybody sees it. */
export const photoView = (photo: KeptPhoto): PhotoView => ({
  id: photo.id,
  url: `${process.env.PHOTO_URL ?? ''}/${shownKey(photo)}`,
  width: photo.width,
  height: photo.height,
  words: photo.words,
});
