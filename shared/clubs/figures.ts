import * as v from 'valibot';
import type { Instant } from '../time.ts';
import { dayOf } from '../time.ts';
import { ActivityStatus } from './activity.ts';
import { gradeOf, pointsOf } from './grading.ts';
import { worth, yearOf } from './ledger.ts';
import { type ClubNumbers, Grade, Nature } from './policy.ts';
import { RedemptionState } from './redemption.ts';

/** What staff see of their clubs: how far activities came, how long it took, what was spent. All pure sums. */

/** An activity as the figures know it. */
export const ActivityFact = v.object({
  id: v.string(),
  version: v.number(),
  club: v.string(),
  org: v.object({ id: v.string(), name: v.string(), path: v.string() }),
  status: ActivityStatus,
  start: v.number(),
  end: v.number(),
  nature: Nature,
  headcount: v.optional(v.number()),
  grade: v.optional(Grade),
  points: v.optional(v.number()),
});
export type ActivityFact = v.InferOutput<typeof ActivityFact>;

/** A redemption as the figures know it. */
export const RedemptionFact = v.object({
  id: v.string(),
  version: v.number(),
  club: v.string(),
  clubName: v.string(),
  org: v.object({ id: v.string(), name: v.string(), path: v.string() }),
  state: RedemptionState,
  points: v.number(),
  fen: v.number(),
  askedAt: v.number(),
  /** When the money was paid, the last time. */
  paidAt: v.optional(v.number()),
  voucher: v.optional(v.string()),
});
export type RedemptionFact = v.InferOutput<typeof RedemptionFact>;

const monthOf = (at: Instant) => dayOf(at).slice(0, 7);

/** How many activities of a year came how far: each step counts those that came that far or further. */
export function funnel(facts: readonly ActivityFact[]) {
  const reached = (...from: ActivityFact['status'][]) =>
    facts.filter(({ status }) => from.includes(status)).length;
  const graded = reached('graded', 'reversed');
  const reported = graded + reached('reported');
  const held = reported + reached('held', 'voided');
  const approved = held + reached('approved');
  // Who cancelled had declared it; whether it was approved before is not known any more.
  const declared = approved + reached('declared', 'returned', 'cancelled');
  return { declared, approved, held, reported, graded };
}

/** Whether it was asked for and neither paid nor refused. */
const promised = ({ state }: RedemptionFact) =>
  state === 'requested' || state === 'reviewed' || state === 'returned';

/** What counts in a year: what was paid in it, whenever it was asked for, and what was asked for in it and waits. */
export const ofYear = (facts: readonly RedemptionFact[], year: string): RedemptionFact[] =>
  facts.filter((fact) =>
    promised(fact)
      ? yearOf(fact.askedAt) === year
      : fact.state === 'paid' && fact.paidAt !== undefined && yearOf(fact.paidAt) === year,
  );

/** Spending by month: paid in it, and promised in it but not paid yet. */
export function byMonth(facts: readonly RedemptionFact[], year: string) {
  return Array.from({ length: 12 }, (_, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`;
    const sum = (of: readonly RedemptionFact[]) => of.reduce((total, { fen }) => total + fen, 0);
    return {
      month,
      paid: sum(facts.filter(({ state, paidAt }) => state === 'paid' && paidAt && monthOf(paidAt) === month)),
      promised: sum(facts.filter((fact) => promised(fact) && monthOf(fact.askedAt) === month)),
    };
  });
}

/** Spending by union, the most first. */
export function byUnion(facts: readonly RedemptionFact[]) {
  const unions = new Map<string, { id: string; name: string; paid: number; promised: number }>();
  for (const fact of facts) {
    const { id, name } = fact.org;
    const before = unions.get(id) ?? { id, name, paid: 0, promised: 0 };
    unions.set(id, {
      ...before,
      paid: before.paid + (fact.state === 'paid' ? fact.fen : 0),
      promised: before.promised + (promised(fact) ? fact.fen : 0),
    });
  }
  return [...unions.values()].sort((a, b) => b.paid + b.promised - a.paid - a.promised);
}

/** The middle one of some spans; undefined of none. */
export function median(spans: readonly number[]): number | undefined {
  const sorted = [...spans].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** How long money took from when it was asked for, in milliseconds: the middle one. */
export const timeToMoney = (facts: readonly RedemptionFact[]) =>
  median(facts.flatMap(({ state, paidAt, askedAt }) => (state === 'paid' && paidAt ? paidAt - askedAt : [])));

/** What graded activities come to: how many have points, and how many these are, and what they could at most redeem. */
export interface Cost {
  readonly activities: number;
  readonly graded: number;
  readonly points: number;
  readonly fen: number;
}

/** What activities cost by the points of each, with each club's yearly cap. */
function costOf(
  activities: readonly Pick<ActivityFact, 'club' | 'nature' | 'headcount' | 'points'>[],
  pointsFor: (activity: Pick<ActivityFact, 'nature' | 'headcount' | 'points'>) => number,
  numbers: Pick<ClubNumbers, 'aHundred' | 'aYear'>,
): Cost {
  const clubs = new Map<string, number>();
  let graded = 0;
  for (const activity of activities) {
    const { club } = activity;
    const points = pointsFor(activity);
    if (points > 0) graded++;
    clubs.set(club, (clubs.get(club) ?? 0) + points);
  }
  const points = [...clubs.values()].reduce((sum, one) => sum + one, 0);
  const fen = [...clubs.values()].reduce(
    (sum, one) => sum + Math.min(numbers.aYear, worth(100 * Math.floor(one / 100), numbers)),
    0,
  );
  return { activities: activities.length, graded, points, fen };
}

/** What a year's graded activities did cost: the points they were given, by what these are worth now. */
export const costAsIs = (
  activities: readonly Pick<ActivityFact, 'club' | 'nature' | 'headcount' | 'points'>[],
  numbers: Pick<ClubNumbers, 'aHundred' | 'aYear'>,
): Cost => costOf(activities, ({ points = 0 }) => points, numbers);

/** What they would have cost under other numbers, also those that had too few people to have a grade. */
export const costUnder = (
  activities: readonly Pick<ActivityFact, 'club' | 'nature' | 'headcount' | 'points'>[],
  numbers: Pick<ClubNumbers, 'bands' | 'table' | 'points' | 'aHundred' | 'aYear'>,
): Cost =>
  costOf(
    activities,
    ({ nature, headcount = 0 }) => pointsOf(gradeOf(nature, headcount, numbers), numbers),
    numbers,
  );
