import { newKey } from '../dev/api.ts';
import type { Actor } from './world.ts';

/** Puts bytes where an upload says; the bucket's status. */
async function putPhoto(url: string, type: string, bytes: Uint8Array): Promise<number> {
  const body = Uint8Array.from(bytes);
  return (await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })).status;
}

/** Sends a photo for a venue as far as the bucket; the upload that can be added. */
export async function sentPhoto(
  keeper: Actor,
  venue: string,
  bytes: Uint8Array,
  type = 'image/jpeg',
): Promise<string> {
  const announced = { venue, type, bytes: bytes.length };
  const { body, refusal } = await keeper.call('openVenuePhotoUpload', announced, { key: newKey() });
  if (refusal) throw new Error(`no upload: ${refusal.code}`);
  const status = await putPhoto(body.url, type, bytes);
  if (status !== 200) throw new Error(`the bucket answered ${status}`);
  return body.upload;
}
