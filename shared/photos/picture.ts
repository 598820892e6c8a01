/** A photo's file as its format's reader finds it: how large the picture is, and the parts of the file that make it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Uint8Array[];
}

/** Reads a file of one format; undefined when it is none, or breaks off, or holds what such a picture needs not. */
export type Reader = (bytes: Uint8Array) => Picture | undefined;

/** Two bytes as a number, the larger first. Past the end it is zeros. */
export const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Four bytes as a number, the largest first. */
export const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2);

/** So many bytes as a number, the smallest first. */
export const little = (bytes: Uint8Array, at: number, count: number): number =>
  Array.from({ length: count }, (_, i) => (bytes[at + i] ?? 0) * 256 ** i).reduce(
    (sum, part) => sum + part,
    0,
  );

/** Four letters, as formats name their parts. */
export const letters = (bytes: Uint8Array, at: number, count = 4): string =>
  String.fromCharCode(...bytes.subarray(at, at + count));

/** The bytes of a text of ASCII letters. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** One after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
