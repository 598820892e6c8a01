import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { MINUTE } from '../time.ts';
import { readJpeg } from './jpeg.ts';
import { joined, type Reader } from './picture.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** A photo that somebody sends: which it may be, and what is kept of it. */

const readers: Readonly<Record<PhotoType, Reader>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
};

export const PhotoType = v.picklist(['image/jpeg', 'image/png', 'image/webp']);
export type PhotoType = v.InferOutput<typeof PhotoType>;

/** How each type's files end. */
export const photoEndings: Readonly<Record<PhotoType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/**
 * A phone makes its photos smaller before it sends them: to `longSide` pixels. What it sends has at most so
 * many bytes, and sides from `shortest` to `longest`: to show a larger one takes an old phone's whole memory.
 * `uploadFor` is how long, in milliseconds, the address for it is good.
 */
export const photoLimits = {
  longSide: 1600,
  bytes: 2 * 1024 * 1024,
  shortest: 16,
  longest: 4096,
  uploadFor: 10 * MINUTE,
} as const;

/** Why a photo of this type and so many bytes can't be sent, before it is. */
export function whyNotSend(type: string, bytes: number): RefusalCode | undefined {
  if (!v.is(PhotoType, type)) return 'PHOTO_TYPE';
  if (bytes > photoLimits.bytes) return 'PHOTO_TOO_LARGE';
  return bytes < 1 ? 'PHOTO_UNREADABLE' : undefined;
}

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
