import { bytesOf, joined, letters, little, u16, u32 } from './picture.ts';

/**
 * Which way up a camera held its picture: the one thing of a photo's EXIF that is kept. 1 is upright, 2 to 8
 * are turned or mirrored.
 */

const TAG = 0x0112;

/** What an APP1 segment says of it; 1 where it says nothing. Source: EXIF 2.32, TIFF 6.0. */
export function orientationOf(segment: Uint8Array): number {
  if (letters(segment, 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const smallFirst = letters(tiff, 0, 2) === 'II';
  const two = (at: number) => (smallFirst ? little(tiff, at, 2) : u16(tiff, at));
  const first = smallFirst ? little(tiff, 4, 4) : u32(tiff, 4);
  for (let entry = 0; entry < two(first); entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (two(at) === TAG) return two(at + 8) >= 1 && two(at + 8) <= 8 ? two(at + 8) : 1;
  }
  return 1;
}

/** An APP1 segment that says this and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  joined([
    Uint8Array.of(0xff, 0xe1, 0, 34),
    bytesOf('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0'),
    Uint8Array.of(orientation, 0, 0, 0, 0, 0, 0),
  ]);
