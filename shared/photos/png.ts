import { bytesOf, letters, type Reader, u32 } from './picture.ts';

/** PNG: chunks of a length, four letters, data and a checksum. Source: W3C PNG, third edition, chapters 5 and 11. */

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** What the picture is made of, and how long such a chunk can be; anything else tells about it, or moves. */
const KEPT: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length % 3 === 0 && length <= 768,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  IDAT: () => true,
  IEND: (length) => length === 0,
};

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let c = byte;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
function crcOf(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** The depths that each way of coding colours may have. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const isHeader = (chunk: Uint8Array) =>
  DEPTHS[chunk[9] ?? 0]?.includes(chunk[8] ?? 0) &&
  chunk[10] === 0 &&
  chunk[11] === 0 &&
  (chunk[12] ?? 2) < 2;

/** The picture of a PNG file, without texts, times, EXIF, profiles and what follows it; of a moving one the first. */
export const readPng: Reader = (bytes) => {
  if (letters(bytes, 0, 8) !== SIGNATURE) return undefined;
  const parts = [bytesOf(SIGNATURE)];
  let [at, pixels] = [8, 0];
  let size: { width: number; height: number } | undefined;
  while (at + 12 <= bytes.length) {
    const length = u32(bytes, at);
    const end = at + 12 + length;
    const name = letters(bytes, at + 4);
    if (end > bytes.length || u32(bytes, end - 4) !== crcOf(bytes.subarray(at + 4, end - 4)))
      return undefined;
    const data = bytes.subarray(at + 8, end - 4);
    if ((name === 'IHDR') !== (parts.length === 1)) return undefined;
    if (name === 'IHDR') {
      if (!isHeader(data)) return undefined;
      size = { width: u32(data, 0), height: u32(data, 4) };
    }
    const fits = KEPT[name];
    // A capital letter first: nobody can show the picture without knowing what that is.
    if (!fits && /^[A-Z]/.test(name)) return undefined;
    if (fits) {
      if (!fits(length)) return undefined;
      parts.push(bytes.subarray(at, end));
      if (name === 'IDAT') pixels += length;
      if (name === 'IEND') return size && pixels > 0 ? { ...size, parts } : undefined;
    }
    at = end;
  }
  return undefined;
};
