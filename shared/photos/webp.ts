import { bytesOf, joined, letters, little, type Picture, type Reader } from './picture.ts';

/** WebP: chunks of four letters, a length and data padded to an even one. Source: RFC 9649. */

type Size = Pick<Picture, 'width' | 'height'>;

/** A key frame of VP8: three bytes of sizes and flags, a start code, width and height of 14 bits. Source: RFC 6386, 9.1. */
function lossySize(data: Uint8Array): Size | undefined {
  if (letters(data, 3, 3) !== '\x9d\x01\x2a' || (data[0] ?? 1) & 1) return undefined;
  return { width: little(data, 6, 2) & 0x3fff, height: little(data, 8, 2) & 0x3fff };
}

function losslessSize(data: Uint8Array): Size | undefined {
  if (data[0] !== 0x2f) return undefined;
  const bits = little(data, 1, 4);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

const numbered = (value: number, count: number) =>
  Uint8Array.from({ length: count }, (_, i) => Math.floor(value / 256 ** i) % 256);

const chunkOf = (name: string, data: Uint8Array) =>
  joined([bytesOf(name), numbered(data.length, 4), data, new Uint8Array(data.length % 2)]);

/** The head that a picture with transparency beside it needs: that flag, and the size, which is all it says. */
const extended = ({ width, height }: Size) =>
  chunkOf('VP8X', joined([Uint8Array.of(0x10, 0, 0, 0), numbered(width - 1, 3), numbered(height - 1, 3)]));

/** The chunks of a file by their names; undefined when it breaks off or has one twice. */
function chunksOf(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const end = 8 + little(bytes, 4, 4);
  if (letters(bytes, 0) !== 'RIFF' || letters(bytes, 8) !== 'WEBP' || end > bytes.length) return undefined;
  const chunks = new Map<string, Uint8Array>();
  for (let at = 12; at < end; ) {
    const [name, length] = [letters(bytes, at), little(bytes, at + 4, 4)];
    if (at + 8 + length > end || chunks.has(name)) return undefined;
    chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** The picture of a WebP file without EXIF, XMP, profiles and what follows it; one that moves is none. */
export const readWebp: Reader = (bytes) => {
  const chunks = chunksOf(bytes);
  const [lossy, lossless, head] = ['VP8 ', 'VP8L', 'VP8X'].map((name) => chunks?.get(name));
  const data = lossy ?? lossless;
  const size = lossy ? lossySize(lossy) : lossless && losslessSize(lossless);
  if (!chunks || !data || !size || (lossy && lossless) || chunks.has('ANMF') || chunks.has('ANIM'))
    return undefined;
  if (head && (little(head, 4, 3) + 1 !== size.width || little(head, 7, 3) + 1 !== size.height))
    return undefined;
  const alpha = lossy && head && chunks.get('ALPH');
  const picture = chunkOf(lossy ? 'VP8 ' : 'VP8L', data);
  const body = alpha ? [extended(size), chunkOf('ALPH', alpha), picture] : [picture];
  const length = body.reduce((sum, part) => sum + part.length, 4);
  return { ...size, parts: [bytesOf('RIFF'), numbered(length, 4), bytesOf('WEBP'), ...body] };
};
