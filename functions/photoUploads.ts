import type { KeptPhoto } from '@niangjia/shared/photos/album';
import { clean } from '@niangjia/shared/photos/photo';
import { type PhotoType, photoLimits, whyNotSend } from '@niangjia/shared/photos/sending';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { deleteObject, getObject, putObject, signedUrl } from './bucket.ts';
import { lookUpHash, newId } from './secrets.ts';
import { shownKey } from './shownPhotos.ts';

/**
 * The way of a photo from a phone to where everybody sees it, whatever it is of. A photo's id follows from who
 * asked to send it, for what, and the upload's random id, so nobody attaches what another sent, and the same
 * upload is the same photo however often it is attached. Nothing of it is stored before.
 */

/** Who sends it, and for what: `venue <id>`. */
export interface Sender {
  readonly caller: string;
  readonly purpose: string;
}

/** The photo that an upload becomes. */
export const photoIdOf = ({ caller, purpose }: Sender, upload: string): Promise<string> =>
  lookUpHash('photo', `${purpose} ${caller} ${upload}`);

const incoming = (id: string) => `incoming/${id}`;

/** An address for one photo of that type and length; throws PHOTO_TYPE, PHOTO_TOO_LARGE, PHOTO_UNREADABLE. */
export async function openUpload(
  sender: Sender,
  { type, bytes }: { readonly type: string; readonly bytes: number },
  now: Instant,
) {
  const why = whyNotSend(type, bytes);
  if (why) throw new Refusal(why);
  const upload = newId();
  const headers = { 'content-type': type, 'content-length': String(bytes) };
  const key = incoming(await photoIdOf(sender, upload));
  const url = await signedUrl('PUT', key, headers, photoLimits.uploadFor);
  return { upload, url, until: now + photoLimits.uploadFor };
}

/**
 * Writes the clean file of what arrived; undefined when nothing did. Its name is known to nobody until an album
 * names it; sent again it is the same file. Throws what `clean` refuses with.
 */
export async function publish(
  id: string,
): Promise<Pick<KeptPhoto, 'id' | 'type' | 'width' | 'height'> | undefined> {
  const arrived = await getObject(incoming(id));
  if (!arrived) return undefined;
  const { bytes, ...photo } = clean(arrived.type, arrived.bytes);
  await putObject(shownKey({ id, type: photo.type }), photo.type, bytes);
  return { id, ...photo };
}

/** Takes away what the phone sent, once an album names the photo; what is left after a death is gone in a day. */
export const forgetArrived = (id: string): Promise<void> => deleteObject(incoming(id));

/**
 * Takes a photo's file away, before the album lets go of it: if that comes to nothing somebody still sees that
 * it was there, and takes it away again. What the phone sent goes too, so a late request can't bring it back.
 */
export async function unpublish(photo: { readonly id: string; readonly type: PhotoType }): Promise<void> {
  await Promise.all([deleteObject(shownKey(photo)), deleteObject(incoming(photo.id))]);
}

/** Takes away a file that no album names, since there was no place for it; what the phone sent may be added later. */
export const withdraw = (photo: { readonly id: string; readonly type: PhotoType }): Promise<void> =>
  deleteObject(shownKey(photo));
