import { bytesOf, joined } from './picture.ts';
import { jpegSpecimen, pngSpecimen, webpSpecimen } from './specimens.ts';

/** Photos as cameras and editors leave them, for tests: with a text in every place where such a file can carry one. */

const big = (value: number, count: number) =>
  Uint8Array.from({ length: count }, (_, i) => Math.floor(value / 256 ** (count - 1 - i)) % 256);

/** An APP1 segment with an EXIF that says which way up, and names a camera and a place as `told`. */
function exif(told: string, orientation = 1): Uint8Array {
  const text = bytesOf(`${told}\0`);
  const entries = [
    joined([big(0x0112, 2), big(3, 2), big(1, 4), big(orientation, 2), big(0, 2)]),
    joined([big(0x010f, 2), big(2, 2), big(text.length, 4), big(8 + 2 + 3 * 12 + 4, 4)]),
    joined([big(0x8825, 2), big(4, 2), big(1, 4), big(8 + 2 + 3 * 12 + 4 + text.length, 4)]),
  ];
  const gps = joined([big(1, 2), big(2, 2), big(2, 2), big(2, 4), bytesOf('N\0\0\0'), big(0, 4), text]);
  return joined([bytesOf('Exif\0\0MM\0*\0\0\0\x08'), big(3, 2), ...entries, big(0, 4), text, gps]);
}

const segment = (kind: number, body: Uint8Array) =>
  joined([big(0xff00 + kind, 2), big(body.length + 2, 2), body]);

/** A JPEG that tells `told` in EXIF, XMP, IPTC, a profile, a comment, and behind its end. */
export const tellingJpeg = (told: string, orientation = 1, of: Uint8Array = jpegSpecimen) =>
  joined([
    of.subarray(0, 2),
    segment(0xe1, exif(told, orientation)),
    segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${told}</x:xmpmeta>`)),
    segment(0xe2, bytesOf(`ICC_PROFILE\0\x01\x01${told}`)),
    segment(0xed, bytesOf(`Photoshop 3.0\0${told}`)),
    segment(0xee, bytesOf(`Adobe${told}`)),
    segment(0xfe, bytesOf(told)),
    of.subarray(2),
    bytesOf(`<script>${told}</script>`),
  ]);

function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}
const chunk = (name: string, body: Uint8Array) => {
  const named = joined([bytesOf(name), body]);
  return joined([big(body.length, 4), named, big(crcOf(named), 4)]);
};

/** A PNG that tells `told` in its texts, an EXIF, a profile, a chunk of nobody's, and behind its end. */
export const tellingPng = (told: string) =>
  joined([
    pngSpecimen.subarray(0, 33),
    ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP', 'quEr'].map((name) => chunk(name, bytesOf(`Place\0${told}`))),
    pngSpecimen.subarray(33),
    bytesOf(told),
  ]);

const smallFirst = (value: number) => big(value, 4).reverse();
const riff = (name: string, body: Uint8Array) =>
  joined([bytesOf(name), smallFirst(body.length), body, new Uint8Array(body.length % 2)]);

/** A WebP that tells `told` in EXIF, XMP, a chunk of nobody's, and behind its end. */
export function tellingWebp(told: string) {
  const more = ['EXIF', 'XMP ', 'QUER'].map((name) => riff(name, bytesOf(told)));
  const body = joined([webpSpecimen.subarray(8), ...more]);
  return joined([bytesOf('RIFF'), smallFirst(body.length), body, bytesOf(told)]);
}
