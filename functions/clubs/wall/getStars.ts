import { endOf, ranking } from '@niangjia/shared/clubs/stars';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import type { OpenHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { staffNames } from '../../staff.ts';
import type { Point } from '../points.ts';
import { pointsOfQuarter } from './pointsOfQuarter.ts';
import { publishedOf } from './publishedStars.ts';

/** The whole city's. */
const EVERYWHERE = '/';
/** How many clubs of the ranking are shown, and entries a page. */
const [CLUBS, ENTRIES] = [200, 500];

/** What anybody needs of an entry to work the ranking out. */
const entryView = ({ entry }: Point) => {
  const { club, seq, at, kind, activity, title, points } = entry;
  const headcount = entry.kind === 'award' ? entry.headcount : undefined;
  return { club, seq, at, kind, activity, title, headcount, points };
};

/** A quarter's ranking as it is now, what it is worked out from, and what was published. */
export const getStars: OpenHandler<typeof wall.getStars> = async ({ input: { quarter, cursor }, now }) => {
  const list = `stars ${quarter}`;
  const [points, { stars }, published, start] = await Promise.all([
    pointsOfQuarter(quarter, EVERYWHERE, 'shown'),
    clubsPolicy(now),
    publishedOf(quarter),
    fromCursor(list, cursor),
  ]);
  const from = Number(start?.at ?? 0);
  const next = from + ENTRIES;
  const names = published && (await staffNames([published.by]));
  return {
    ...{ quarter, over: now >= endOf(quarter), stars },
    ranking: ranking(quarter, points).slice(0, CLUBS),
    entries: points.slice(from, next).map(entryView),
    cursor: await toCursor(list, next < points.length ? { at: next } : undefined),
    published: published && { at: published.at, by: names?.get(published.by), stars: published.stars },
  };
};
