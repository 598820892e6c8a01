import * as v from 'valibot';
import { code } from '../bounds.ts';
import type { RefusalCode } from '../refusal.ts';
import { dayOf, HOUR, type Instant, instantOf } from '../time.ts';
import type { Entry } from './ledger.ts';

/**
 * The stars of a quarter (工享社团之星): clubs by the points that their ledgers gained in it. Anybody with the entries
 * comes to the same ranking. Source: the rules of clubs.
 */

/** A quarter in Shanghai, `2026-Q4`. */
export const Quarter = code(/^20\d\d-Q[1-4]$/, 7);

/** Its months, `YYYY-MM`. */
export function monthsOf(quarter: string): string[] {
  const first = 3 * (Number(quarter.slice(-1)) - 1) + 1;
  return [0, 1, 2].map((i) => `${quarter.slice(0, 4)}-${String(first + i).padStart(2, '0')}`);
}

/** The quarter of a moment. */
export const quarterOf = (at: Instant): string =>
  `${dayOf(at).slice(0, 4)}-Q${Math.floor((Number(dayOf(at).slice(5, 7)) - 1) / 3) + 1}`;

/** The quarter of a moment and those before it, the latest first. */
export function quartersTo(at: Instant, count: number): string[] {
  const [year = '', number = ''] = quarterOf(at).split('-Q');
  const index = 4 * Number(year) + Number(number) - 1;
  return Array.from(
    { length: count },
    (_, back) => `${Math.floor((index - back) / 4)}-Q${((index - back) % 4) + 1}`,
  );
}

/** When a quarter is over. */
export function endOf(quarter: string): Instant {
  const year = Number(quarter.slice(0, 4));
  const next = 3 * Number(quarter.slice(-1)) + 1;
  return next > 12
    ? instantOf(`${year + 1}-01-01`, '00:00')
    : instantOf(`${year}-${String(next).padStart(2, '0')}-01`, '00:00');
}

/** An entry that counts, beside the name its club had then. */
export interface Scored {
  readonly entry: Extract<Entry, { kind: 'award' | 'reversal' }>;
  readonly clubName: string;
}

/** A club in the ranking. */
export interface Star {
  readonly club: string;
  readonly name: string;
  readonly points: number;
  /** Activities that were graded, without those that were taken back in the same quarter. */
  readonly activities: number;
  /** Headcounts of these, added up. */
  readonly people: number;
}

/**
 * The ranking: points awarded in the quarter less those reversed in it; of clubs with as many, the one with more
 * activities, then more people, comes first. Who has none is not in it.
 */
export function ranking(quarter: string, scored: readonly Scored[]): Star[] {
  const clubs = new Map<string, Star>();
  const sign = { award: 1, reversal: -1 } as const;
  const headcounts = new Map<string, number>();
  const within = scored.filter(({ entry }) => quarterOf(entry.at) === quarter);
  for (const { entry } of within) if (entry.kind === 'award') headcounts.set(entry.activity, entry.headcount);
  for (const { entry, clubName: name } of within) {
    const { club, kind } = entry;
    const before = clubs.get(club) ?? { club, name, points: 0, activities: 0, people: 0 };
    // An award of an earlier quarter that is taken back costs its points, and no activity of this one.
    const known = headcounts.get(entry.activity);
    clubs.set(club, {
      ...{ club, name },
      points: before.points + sign[kind] * entry.points,
      activities: before.activities + (known === undefined ? 0 : sign[kind]),
      people: before.people + sign[kind] * (known ?? 0),
    });
  }
  return [...clubs.values()]
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.activities - a.activities ||
        b.people - a.people ||
        (a.club < b.club ? -1 : 1),
    );
}

/** Points of a quarter's last minutes are copied to where they are counted in seconds; an hour is long. */
const COUNTED_WITHIN = HOUR;

/** Why a quarter's stars can't be published: it goes on, or they are. */
export const whyNotPublish = (quarter: string, published: boolean, now: Instant): RefusalCode | undefined => {
  if (now < endOf(quarter) + COUNTED_WITHIN) return 'QUARTER_GOES_ON';
  return published ? 'STARS_PUBLISHED' : undefined;
};

/** What is published of a quarter: who was first, by whom, when; never changed. */
export const Published = v.object({
  quarter: v.string(),
  /** The city. */
  org: v.object({ id: v.string(), path: v.string(), name: v.string() }),
  at: v.number(),
  by: v.string(),
  authority: v.string(),
  stars: v.array(
    v.object({
      club: v.string(),
      name: v.string(),
      points: v.number(),
      activities: v.number(),
      people: v.number(),
    }),
  ),
});
export type Published = v.InferOutput<typeof Published>;
