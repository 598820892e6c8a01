import * as v from 'valibot';
import { Count, code, list, text } from '../bounds.ts';
import { Id } from '../ids.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { PhotoType } from './sending.ts';

/** A few photos in an order, with what they show in words: of a venue, of a club's activity, of a person. */

/** What a photo shows, for who can't see it. */
export const PhotoWords = text(40);

/** A photo as it is kept in an album; `id` names its file. */
export const KeptPhoto = v.object({
  id: v.string(),
  type: PhotoType,
  /** Pixels. */
  width: v.number(),
  height: v.number(),
  words: v.string(),
  /** Who put it there, and when. */
  by: v.string(),
  at: v.number(),
});
export type KeptPhoto = v.InferOutput<typeof KeptPhoto>;
export type Album = readonly KeptPhoto[];

/** A photo as it is shown. */
export const PhotoView = v.object({
  id: Id,
  url: code(/^https?:\/\/[\w.:/-]+$/, 300),
  width: Count,
  height: Count,
  words: PhotoWords,
});
export type PhotoView = v.InferOutput<typeof PhotoView>;

/** How many an album holds. */
export const ALBUM = 6;
export const Photos = list(PhotoView, ALBUM);

/** Why nothing can be put into an album. What changes nothing gives the very same album. */
export const whyNotAdd = (album: Album): RefusalCode | undefined =>
  album.length >= ALBUM ? 'PHOTOS_FULL' : undefined;

/** The album with a photo at its end; one that is there already stays as it is. */
export function add(album: Album, photo: KeptPhoto): Album {
  if (album.some(({ id }) => id === photo.id)) return album;
  const why = whyNotAdd(album);
  if (why) throw new Refusal(why);
  return [...album, photo];
}

/** The album without a photo; one that is not there is gone already. */
export const remove = (album: Album, id: string): Album =>
  album.some((photo) => photo.id === id) ? album.filter((photo) => photo.id !== id) : album;

/**
 * The album in an order, each photo with its words; of one that is named twice the first counts. What it does not
 * name any more is gone already; what somebody else has put there meanwhile comes behind.
 */
export function arrange(album: Album, wanted: readonly Pick<KeptPhoto, 'id' | 'words'>[]): Album {
  const named = wanted.flatMap(({ id, words }, i) => {
    const photo = album.find((one) => one.id === id);
    const first = wanted.findIndex((one) => one.id === id) === i;
    return photo && first ? [{ ...photo, words }] : [];
  });
  const arranged = [...named, ...album.filter(({ id }) => !wanted.some((one) => one.id === id))];
  const same = arranged.every(({ id, words }, i) => album[i]?.id === id && album[i]?.words === words);
  return same ? album : arranged;
}
