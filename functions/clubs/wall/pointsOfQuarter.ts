import { monthsOf } from '@niangjia/shared/clubs/stars';
import type { OrgPath } from '@niangjia/shared/roles';
import { type Point, pointsOf } from '../points.ts';

/** What a quarter's stars are worked out from, in the order in which it came: what comes meanwhile is at the end. */
export async function pointsOfQuarter(quarter: string, path: OrgPath, as: 'now' | 'shown'): Promise<Point[]> {
  const points = await pointsOf(monthsOf(quarter), path, as);
  const place = ({ entry: { at, club, seq } }: Point) =>
    `${String(at).padStart(15, '0')}#${club}#${String(seq).padStart(9, '0')}`;
  return points.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
