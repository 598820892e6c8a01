import { orientationOf, orientationSegment } from './orientation.ts';
import { letters, type Reader, u16 } from './picture.ts';

/** JPEG: segments one after another, each marked by 0xff and its kind. Source: ITU-T T.81, annex B. */

const [SOI, EOI, SOS, DQT, DHT, DRI] = [0xd8, 0xd9, 0xda, 0xdb, 0xc4, 0xdd];
const [APP0, APP1, ADOBE] = [0xe0, 0xe1, 0xee];
/** Baseline, extended and progressive: what cameras and phones write. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const isAside = (kind: number) => (kind >= APP0 && kind <= 0xef) || kind === 0xfe;
const isRestart = (kind: number) => kind >= 0xd0 && kind <= 0xd7;

/** Whether a segment of tables holds whole tables and nothing beside them. */
function isTables(body: Uint8Array, sizeAt: (at: number) => number): boolean {
  let at = 0;
  while (at < body.length) at += sizeAt(at);
  return at === body.length && at > 0;
}

const quantisation = (body: Uint8Array) => isTables(body, (at) => ((body[at] ?? 0) < 16 ? 65 : 129));
const huffman = (body: Uint8Array) =>
  isTables(body, (at) => body.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 17));
const scanHeader = (body: Uint8Array) => body.length === 4 + 2 * (body[0] ?? 0);
const frameHeader = (body: Uint8Array) =>
  body[0] === 8 && [1, 3, 4].includes(body[5] ?? 0) && body.length === 6 + 3 * (body[5] ?? 0);

/** Whether a segment is what the picture is made of, and as such a segment should be. */
function isWhole(kind: number, body: Uint8Array): boolean {
  if (kind === DQT) return quantisation(body);
  if (kind === DHT) return huffman(body);
  if (kind === DRI) return body.length === 2;
  if (kind === SOS) return scanHeader(body);
  return FRAMES.includes(kind) && frameHeader(body);
}

/** Where the coded picture that begins here ends: at the next marker that does not belong into it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** The picture of a JPEG file, without what a camera or a phone wrote beside it and without what follows it. */
export const readJpeg: Reader = (bytes) => {
  if (u16(bytes, 0) !== 0xff00 + SOI) return undefined;
  const parts: Uint8Array[] = [];
  let [at, orientation, scans] = [2, 1, 0];
  let size: { width: number; height: number } | undefined;
  while (bytes[at] === 0xff) {
    while (bytes[at + 1] === 0xff) at += 1;
    const kind = bytes[at + 1] ?? 0;
    if (kind === EOI) {
      if (!size || scans === 0) return undefined;
      const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
      // A picture on its side is shown the other way.
      const { width, height } = size;
      const shown = orientation < 5 ? size : { width: height, height: width };
      return { ...shown, parts: [bytes.subarray(0, 2), ...turned, ...parts, bytes.subarray(at, at + 2)] };
    }
    const end = at + 2 + u16(bytes, at + 2);
    const body = bytes.subarray(at + 4, end);
    if (end < at + 4 || end > bytes.length) return undefined;
    if (isAside(kind)) {
      if (kind === APP1 && orientation === 1) orientation = orientationOf(body);
      // How its colours are coded; without it some would be shown inverted.
      if (kind === ADOBE && letters(body, 0, 5) === 'Adobe' && body.length === 12)
        parts.push(bytes.subarray(at, end));
    } else if (isWhole(kind, body)) {
      if (FRAMES.includes(kind)) {
        if (size) return undefined;
        size = { height: u16(body, 1), width: u16(body, 3) };
      }
      parts.push(bytes.subarray(at, end));
    } else return undefined;
    at = end;
    if (kind === SOS) {
      if (!size) return undefined;
      scans += 1;
      at = endOfScan(bytes, end);
      parts.push(bytes.subarray(end, at));
    }
  }
  return undefined;
};
