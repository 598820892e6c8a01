import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrPicture } from './qrPicture.ts';

const SCALE = 4;

/** Draws the picture's strokes as a scanner would see them. */
function drawn(picture: string): { pixels: Uint8ClampedArray; side: number } {
  const svg = decodeURIComponent(picture.replace('data:image/svg+xml,', ''));
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const side = modules * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const from = (row * side + Number(x) * SCALE) * 4;
      pixels.fill(0, from, from + Number(width) * SCALE * 4);
    }
  }
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
  return { pixels, side };
}

test.each(['abc', 'eyJhbGciOiJIUzI1NiJ9.'.repeat(9), '工会会员'])('a scanner reads %s back', (text) => {
  const { pixels, side } = drawn(qrPicture(text));
  expect(jsQR(pixels, side, side)?.data).toBe(text);
});
