import { describe, expect, it } from 'vitest';
import { besides, gradeOf, pointsOf, whyNotMove } from './grading.ts';
import { firstClubsPolicy as policy } from './policy.ts';

describe('the grade by nature and headcount', () => {
  // The table of the rules, each size by its first and its last headcount.
  const sizes = [
    [5, 9],
    [10, 29],
    [30, 59],
    [60, 99],
    [100, 5_000],
  ] as const;
  it.each([
    ['inClub', ['E', 'D', 'C', 'C', 'B']],
    ['acrossUnions', ['D', 'C', 'B', 'B', 'A']],
    ['street', ['D', 'C', 'B', 'A', 'A']],
    ['district', ['C', 'B', 'A', 'A', 'A+']],
  ] as const)('%s', (nature, grades) => {
    expect(gradeOf(nature, 4, policy)).toBeUndefined();
    expect(gradeOf(nature, 0, policy)).toBeUndefined();
    for (const [i, edges] of sizes.entries())
      for (const headcount of edges) expect(gradeOf(nature, headcount, policy)).toBe(grades[i]);
  });
});

it('what a grade is worth is the policy’s; none is worth nothing', () => {
  expect((['A+', 'A', 'B', 'C', 'D', 'E', undefined] as const).map((one) => pointsOf(one, policy))).toEqual([
    100, 80, 60, 40, 20, 10, 0,
  ]);
});

describe('a grade is moved one step', () => {
  it.each([
    ['A+', ['A']],
    ['A', ['A+', 'B']],
    ['C', ['B', 'D']],
    ['E', ['D']],
  ] as const)('from %s to %s', (from, to) => {
    expect(besides(from)).toEqual(to);
    for (const grade of ['A+', 'A', 'B', 'C', 'D', 'E'] as const) {
      const isBeside = (to as readonly string[]).includes(grade);
      expect(whyNotMove(from, grade)).toBe(isBeside ? undefined : 'GRADE_ONE_STEP');
    }
  });

  it('and not from none', () => {
    expect(whyNotMove(undefined, 'E')).toBe('GRADE_ONE_STEP');
  });
});
