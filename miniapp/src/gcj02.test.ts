import { metresBetween } from '@niangjia/shared/venues/distance';
import { expect, it } from 'vitest';
import { onTheMap } from './gcj02.ts';

it('a point in Beijing is moved as map services move it', () => {
  // The worked example of the coordtransform library.
  const moved = onTheMap({ latitude: 39.915, longitude: 116.404 });
  expect(metresBetween(moved, { latitude: 39.91640428150164, longitude: 116.41024449916938 })).toBeLessThan(
    1,
  );
});

it('a point elsewhere stays where it is', () => {
  const paris = { latitude: 48.85, longitude: 2.35 };
  expect(onTheMap(paris)).toEqual(paris);
});
