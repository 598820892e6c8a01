import type { Point } from '@niangjia/shared/venues/distance';

/*
 * Maps of China are drawn in GCJ-02, which moves each point by some 500 m; a browser gives WGS-84. The
 * formula is not published; this is the approximation in common use, good to a few metres.
 */

const AXIS = 6378245;
const ECCENTRICITY = 0.00669342162296594;
const { PI, abs, cos, sin, sqrt } = Math;

const ripple = (x: number) => (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
const wave = (x: number, long: number, short: number) =>
  ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
  ((long * sin((x / 12) * PI) + short * sin((x / 30) * PI)) * 2) / 3;

const northward = (x: number, y: number) =>
  -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple(x) + wave(y, 160, 320);
const eastward = (x: number, y: number) =>
  300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple(x) + wave(x, 150, 300);

/** Roughly where maps are drawn like that. */
const isInChina = ({ latitude, longitude }: Point) =>
  longitude > 72.004 && longitude < 137.8347 && latitude > 0.8293 && latitude < 55.8271;

/** A point as a browser gives it (WGS-84), as it stands on a map of China (GCJ-02). */
export function onTheMap(point: Point): Point {
  if (!isInChina(point)) return point;
  const { latitude, longitude } = point;
  const [x, y] = [longitude - 105, latitude - 35];
  const angle = (latitude / 180) * PI;
  const magic = 1 - ECCENTRICITY * sin(angle) ** 2;
  return {
    latitude:
      latitude + (northward(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * sqrt(magic))) * PI),
    longitude: longitude + (eastward(x, y) * 180) / ((AXIS / sqrt(magic)) * cos(angle) * PI),
  };
}
