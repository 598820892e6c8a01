import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { readJpeg } from './jpeg.ts';
import { joined, type Reader } from './picture.ts';
import { readPng } from './png.ts';
import { PhotoType, photoLimits, whyNotSend } from './sending.ts';
import { readWebp } from './webp.ts';

/** What is kept of a photo that somebody sent. */

const readers: Readonly<Record<PhotoType, Reader>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
};

/** A photo as it is kept. */
export interface CleanPhoto {
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What is kept of a photo that arrived as `type`: the picture, and nothing that camera, phone or anybody else
 * wrote beside it, such as the place. Its first bytes must be those of its type, and it must not break off.
 * Throws PHOTO_TYPE, PHOTO_TOO_LARGE, PHOTO_UNREADABLE, PHOTO_SIDES.
 */
export function clean(type: string, bytes: Uint8Array): CleanPhoto {
  const why = whyNotSend(type, bytes.length);
  if (why) throw new Refusal(why);
  const known = v.parse(PhotoType, type);
  const picture = readers[known](bytes);
  if (!picture) throw new Refusal('PHOTO_UNREADABLE');
  const { width, height, parts } = picture;
  const { shortest, longest } = photoLimits;
  if (Math.min(width, height) < shortest || Math.max(width, height) > longest)
    throw new Refusal('PHOTO_SIDES');
  return { type: known, width, height, bytes: joined(parts) };
}
