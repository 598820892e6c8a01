/** A point on the map, in degrees (GCJ-02 as WeChat gives it, for both ends alike). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two points along the great circle. */
export function metresBetween(a: Point, b: Point): number {
  const [latitude, longitude] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(chord));
}

/** A check-in counts as verified within so many metres of the venue. Source: venue rules. */
const NEAR = 200;
export const isNear = (a: Point, b: Point): boolean => metresBetween(a, b) <= NEAR;
