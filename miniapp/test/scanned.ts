import jsQR from 'jsqr';

const SCALE = 4;

/** What a scanner reads from a picture that ui/qrPicture.ts made: its strokes are drawn as a camera would see them. */
export function scanned(picture: string): string | undefined {
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
  return jsQR(pixels, side, side)?.data;
}
