import { describe, expect, it } from 'vitest';
import { DAY, instantOf } from '../time.ts';
import {
  type ActivityFact,
  byMonth,
  byUnion,
  costAsIs,
  costUnder,
  funnel,
  median,
  ofYear,
  type RedemptionFact,
  timeToMoney,
} from './figures.ts';
import { firstClubsPolicy as policy } from './policy.ts';

const org = (id: string) => ({ id, name: id, path: '/1/' });
let ids = 0;
const activity = (status: ActivityFact['status'], rest: Partial<ActivityFact> = {}): ActivityFact => ({
  ...{ id: String(ids++), version: 1, club: 'c', org: org('o'), status, start: 0, end: 0, nature: 'street' },
  ...rest,
});
const at = (day: string) => instantOf(day, '12:00');
const redemption = (
  state: RedemptionFact['state'],
  asked: string,
  paid?: string,
  rest: Partial<RedemptionFact> = {},
): RedemptionFact => ({
  ...{ id: String(ids++), version: 1, club: 'c', clubName: '喜阅社', org: org('o'), state, points: 100 },
  ...{ fen: 200_000, askedAt: at(asked), paidAt: paid === undefined ? undefined : at(paid) },
  ...rest,
});

describe('the funnel counts those that came that far or further', () => {
  it.each([
    ['declared', [1, 0, 0, 0, 0]],
    ['returned', [1, 0, 0, 0, 0]],
    ['cancelled', [1, 0, 0, 0, 0]],
    ['approved', [1, 1, 0, 0, 0]],
    ['held', [1, 1, 1, 0, 0]],
    ['voided', [1, 1, 1, 0, 0]],
    ['reported', [1, 1, 1, 1, 0]],
    ['graded', [1, 1, 1, 1, 1]],
    ['reversed', [1, 1, 1, 1, 1]],
  ] as const)('%s', (status, [declared, approved, held, reported, graded]) => {
    expect(funnel([activity(status)])).toEqual({ declared, approved, held, reported, graded });
  });
});

describe('money', () => {
  const facts = [
    redemption('paid', '2026-01-31', '2026-02-03'),
    redemption('paid', '2025-12-30', '2026-01-02', { org: org('p') }),
    redemption('paid', '2026-12-30', '2027-01-04'),
    redemption('requested', '2026-02-10'),
    redemption('returned', '2026-02-11', '2026-02-12', { org: org('p'), fen: 600_000 }),
    redemption('refused', '2026-02-12'),
    redemption('reviewed', '2025-11-01'),
  ];
  const year = ofYear(facts, '2026');

  it('of a year is what was paid in it, and what was asked for in it and waits', () => {
    expect(year.map((fact) => facts.indexOf(fact))).toEqual([0, 1, 3, 4]);
  });

  it('by month', () => {
    const months = byMonth(year, '2026');
    expect(months.slice(0, 3)).toEqual([
      { month: '2026-01', paid: 200_000, promised: 0 },
      { month: '2026-02', paid: 200_000, promised: 800_000 },
      { month: '2026-03', paid: 0, promised: 0 },
    ]);
    expect(months).toHaveLength(12);
  });

  it('by union, the most first', () => {
    expect(byUnion(year)).toEqual([
      { id: 'p', name: 'p', paid: 200_000, promised: 600_000 },
      { id: 'o', name: 'o', paid: 200_000, promised: 200_000 },
    ]);
  });

  it('takes so long, the middle one of those that were paid', () => {
    expect(timeToMoney(facts)).toBe(3 * DAY);
    expect(timeToMoney([])).toBeUndefined();
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2, undefined]);
  });
});

describe('what a year’s activities cost', () => {
  const done = [
    activity('graded', { headcount: 120, points: 80 }),
    activity('graded', { headcount: 12, points: 60 }),
    activity('graded', { headcount: 4 }),
    activity('graded', { club: 'd', headcount: 60, points: 80 }),
  ];

  it('as it was', () => {
    expect(costAsIs(done, policy)).toEqual({ activities: 4, graded: 3, points: 220, fen: 200_000 });
  });

  it('under the numbers of now, where nobody moved a grade', () => {
    expect(costUnder(done, policy)).toEqual({ activities: 4, graded: 3, points: 200, fen: 200_000 });
  });

  it('under others: fewer people have a grade, a hundred is worth less, a year has a cap', () => {
    const others = { ...policy, bands: [3, 10, 30, 60, 100], aHundred: 100_000 };
    expect(costUnder(done, others)).toEqual({ activities: 4, graded: 4, points: 220, fen: 100_000 });
    expect(costUnder(done, { ...policy, aYear: 50_000 }).fen).toBe(50_000);
    const most = { ...policy, points: { ...policy.points, A: 5_000 } };
    expect(costUnder(done, most).fen).toBe(2 * policy.aYear);
  });
});
