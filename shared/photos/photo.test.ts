import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { tellingJpeg, tellingPng, tellingWebp } from './dirtied.ts';
import { clean } from './photo.ts';
import { bytesOf, joined, letters } from './picture.ts';
import { photoLimits, whyNotSend } from './sending.ts';
import { alphaSpecimen, jpegSpecimen, losslessSpecimen, pngSpecimen, webpSpecimen } from './specimens.ts';

const specimens = [
  ['image/jpeg', 'a JPEG', jpegSpecimen],
  ['image/png', 'a PNG', pngSpecimen],
  ['image/webp', 'a WebP', webpSpecimen],
  ['image/webp', 'a lossless WebP', losslessSpecimen],
  ['image/webp', 'a WebP with transparency', alphaSpecimen],
] as const;

const asText = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('whyNotSend', () => {
  it.each([
    ['image/jpeg', 1, undefined],
    ['image/webp', photoLimits.bytes, undefined],
    ['image/png', photoLimits.bytes + 1, 'PHOTO_TOO_LARGE'],
    ['image/png', 0, 'PHOTO_UNREADABLE'],
    ['image/gif', 10, 'PHOTO_TYPE'],
    ['image/svg+xml', 10, 'PHOTO_TYPE'],
    ['text/html', 10, 'PHOTO_TYPE'],
    ['', 10, 'PHOTO_TYPE'],
  ])('%s of %i bytes: %s', (type, bytes, why) => {
    expect(whyNotSend(type, bytes)).toBe(why);
  });
});

describe('what is kept', () => {
  it.each(specimens)('of %s, %s, is the picture', (type, _, bytes) => {
    const kept = clean(type, bytes);
    expect(kept).toMatchObject({ type, width: 24, height: 16 });
    expect(kept.bytes.length).toBeLessThanOrEqual(bytes.length);
    expect(clean(type, kept.bytes)).toEqual(kept);
    // The profile that the browser wrote.
    expect(asText(kept.bytes)).not.toMatch(/ICC|GooglG|acsp/);
  });

  const told = 'N39.9421 E116.3699 Camera 7';
  it.each([
    ['image/jpeg', tellingJpeg(told), jpegSpecimen],
    ['image/png', tellingPng(told), pngSpecimen],
    ['image/webp', tellingWebp(told), webpSpecimen],
  ])('of %s with a place and a camera is the same picture', (type, telling, plain) => {
    expect(asText(telling)).toContain(told);
    const kept = clean(type, telling);
    expect(kept.bytes).toEqual(clean(type, plain).bytes);
    expect(asText(kept.bytes)).not.toContain(told);
  });

  it.each([2, 3, 6, 8])('of a JPEG held otherwise (%i) says so, and nothing else', (orientation) => {
    const kept = clean('image/jpeg', tellingJpeg(told, orientation));
    const plain = clean('image/jpeg', jpegSpecimen);
    expect(kept.bytes.length).toBe(plain.bytes.length + 36);
    expect(asText(kept.bytes)).not.toContain(told);
    expect(letters(kept.bytes, 6, 4)).toBe('Exif');
    expect(kept.bytes[31]).toBe(orientation);
    expect([kept.width, kept.height]).toEqual(orientation < 5 ? [24, 16] : [16, 24]);
    expect(clean('image/jpeg', kept.bytes)).toEqual(kept);
  });
});

/** The specimen with some bytes in place of others. */
const withBytes = (bytes: Uint8Array, at: number, ...others: number[]) => {
  const copy = bytes.slice();
  copy.set(others, at);
  return copy;
};
/** Where a JPEG's frame says its size. */
const frame = asText(jpegSpecimen).indexOf('\xff\xc0') + 5;

describe('refused', () => {
  const html = bytesOf('<html><script>alert(1)</script></html>'.padEnd(400));
  it.each([
    ['no picture', 'image/jpeg', html, 'PHOTO_UNREADABLE'],
    ['nothing', 'image/jpeg', new Uint8Array(), 'PHOTO_UNREADABLE'],
    ['a PNG that is said to be a JPEG', 'image/jpeg', pngSpecimen, 'PHOTO_UNREADABLE'],
    ['a JPEG that is said to be a PNG', 'image/png', jpegSpecimen, 'PHOTO_UNREADABLE'],
    ['a WebP that is said to be a JPEG', 'image/jpeg', webpSpecimen, 'PHOTO_UNREADABLE'],
    [
      'the first bytes of a JPEG before a page',
      'image/jpeg',
      joined([jpegSpecimen.subarray(0, 4), html]),
      'PHOTO_UNREADABLE',
    ],
    ['a page before a JPEG', 'image/jpeg', joined([html, jpegSpecimen]), 'PHOTO_UNREADABLE'],
    ['another type', 'image/gif', bytesOf('GIF89a'), 'PHOTO_TYPE'],
    ['a drawing that can hold scripts', 'image/svg+xml', bytesOf('<svg onload="alert(1)"/>'), 'PHOTO_TYPE'],
    ['too much', 'image/jpeg', new Uint8Array(photoLimits.bytes + 1), 'PHOTO_TOO_LARGE'],
    ['a giant JPEG', 'image/jpeg', withBytes(jpegSpecimen, frame, 0xff, 0xff, 0xff, 0xff), 'PHOTO_SIDES'],
    ['a JPEG of no height', 'image/jpeg', withBytes(jpegSpecimen, frame, 0, 0), 'PHOTO_SIDES'],
    [
      'a JPEG with a page for a table',
      'image/jpeg',
      joined([
        jpegSpecimen.subarray(0, 2),
        bytesOf('\xff\xdb\x00\x20'),
        html.subarray(0, 30),
        jpegSpecimen.subarray(2),
      ]),
      'PHOTO_UNREADABLE',
    ],
    ['a PNG whose bytes changed', 'image/png', withBytes(pngSpecimen, 60, 1, 2, 3), 'PHOTO_UNREADABLE'],
    [
      'a WebP that moves',
      'image/webp',
      joined([bytesOf('RIFF\x18\0\0\0WEBPANIM\x06\0\0\0'), new Uint8Array(6)]),
      'PHOTO_UNREADABLE',
    ],
    [
      'a WebP whose head says another size',
      'image/webp',
      withBytes(webpSpecimen, 24, 0xff),
      'PHOTO_UNREADABLE',
    ],
  ] as const)('%s', (_, type, bytes, code) => {
    expect(refusalOf(() => clean(type, bytes))).toBe(code);
  });

  it.each(specimens)('%s, %s, that breaks off anywhere', (type, _, bytes) => {
    for (let length = 0; length < bytes.length; length++)
      expect(refusalOf(() => clean(type, bytes.subarray(0, length)))).toBe('PHOTO_UNREADABLE');
  });
});

/** The same numbers in every run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('ten thousand spoilt files', () => {
  const told = 'N39.9421';
  it.each([
    ['image/jpeg', tellingJpeg(told, 6)],
    ['image/png', tellingPng(told)],
    ['image/webp', tellingWebp(told)],
    ['image/webp', losslessSpecimen],
    ['image/webp', alphaSpecimen],
  ] as const)('of %s are refused or kept clean, and break nothing', (type, bytes) => {
    const random = numbers(bytes.length);
    const ends: Record<string, number> = {};
    for (let round = 0; round < 2000; round++) {
      const spoilt = bytes.slice(0, random(3) ? bytes.length : random(bytes.length));
      for (let change = random(8) + 1; change > 0; change--) spoilt[random(spoilt.length)] = random(256);
      let kept: ReturnType<typeof clean> | undefined;
      const code = refusalOf(() => {
        kept = clean(type, spoilt);
      });
      ends[code ?? 'kept'] = (ends[code ?? 'kept'] ?? 0) + 1;
      if (kept) {
        expect(clean(type, kept.bytes)).toEqual(kept);
        expect(asText(kept.bytes).includes(told)).toBe(false);
      }
    }
    expect(ends.PHOTO_UNREADABLE).toBeGreaterThan(100);
    expect(Object.keys(ends).length).toBeGreaterThan(type === 'image/png' ? 0 : 1);
  });
});
