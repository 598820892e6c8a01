import * as v from 'valibot';
import type { RefusalCode } from '../refusal.ts';
import { MINUTE } from '../time.ts';

/** What a photo must be to be sent; a phone knows it before it sends one. */

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
