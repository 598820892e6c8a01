import { expect, it } from 'vitest';
import { isNear, metresBetween } from './distance.ts';

const home = { latitude: 39.94, longitude: 116.37 };

it.each([
  ['the same point', home, 0],
  ['a thousandth of a degree north', { ...home, latitude: 39.941 }, 111],
  ['a thousandth of a degree east, at this latitude', { ...home, longitude: 116.371 }, 85],
] as const)('%s', (_, there, metres) => {
  expect(Math.round(metresBetween(home, there))).toBe(metres);
});

it.each([
  [0.0017, true],
  [0.0019, false],
])('%f degrees north is near: %s', (north, near) => {
  expect(isNear(home, { ...home, latitude: home.latitude + north })).toBe(near);
});
