import { newKey } from '../dev/api.ts';
import type { Actor } from './world.ts';

/** Puts bytes where an upload says; the bucket's status. */
async function putPhoto(url: string, type: string, bytes: Uint8Array): Promise<number> {
  const body = Uint8Array.from(bytes);
  return (await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body })).status;
}

interface Opened {
  readonly body: { readonly upload: string; readonly url: string };
  readonly refusal: { readonly code: string } | undefined;
}

/** Sends a photo as far as the bucket, to where it was opened for it; the upload that can be added. */
async function sent({ body, refusal }: Opened, bytes: Uint8Array, type: string): Promise<string> {
  if (refusal) throw new Error(`no upload: ${refusal.code}`);
  const status = await putPhoto(body.url, type, bytes);
  if (status !== 200) throw new Error(`the bucket answered ${status}`);
  return body.upload;
}

/** Sends a photo for a venue. */
export async function sentPhoto(
  keeper: Actor,
  venue: string,
  bytes: Uint8Array,
  type = 'image/jpeg',
): Promise<string> {
  const announced = { venue, type, bytes: bytes.length };
  return sent(await keeper.call('openVenuePhotoUpload', announced, { key: newKey() }), bytes, type);
}

/** Sends a photo for the report of an activity. */
export async function sentReportPhoto(
  leader: Actor,
  activity: string,
  bytes: Uint8Array,
  type = 'image/jpeg',
): Promise<string> {
  const announced = { activity, type, bytes: bytes.length };
  return sent(await leader.call('openReportPhotoUpload', announced, { key: newKey() }), bytes, type);
}
