import { describe, expect, it } from 'vitest';
import { HOUR, instantOf } from '../time.ts';
import { endOf, monthsOf, quarterOf, quartersTo, ranking, type Scored, whyNotPublish } from './stars.ts';

describe('a quarter', () => {
  it.each([
    ['2026-Q1', ['2026-01', '2026-02', '2026-03'], '2026-04-01'],
    ['2026-Q3', ['2026-07', '2026-08', '2026-09'], '2026-10-01'],
    ['2026-Q4', ['2026-10', '2026-11', '2026-12'], '2027-01-01'],
  ])('%s has its months, and ends at midnight in Shanghai', (quarter, months, next) => {
    const end = instantOf(next, '00:00');
    expect(monthsOf(quarter)).toEqual(months);
    expect(endOf(quarter)).toBe(end);
    expect(quarterOf(end - 1)).toBe(quarter);
    expect(quarterOf(end)).not.toBe(quarter);
  });

  it.each([
    ['before its end', -1, false, 'QUARTER_GOES_ON'],
    ['within the hour in which the last points are counted', HOUR - 1, false, 'QUARTER_GOES_ON'],
    ['an hour after', HOUR, false, undefined],
    ['when that was done', HOUR, true, 'STARS_PUBLISHED'],
    ['when that was done, whatever the clock says', -1, true, 'QUARTER_GOES_ON'],
  ] as const)('is published, or not, %s', (_, after, published, why) => {
    expect(whyNotPublish('2026-Q3', published, endOf('2026-Q3') + after)).toBe(why);
  });
});

const at = instantOf('2026-08-15', '12:00');
const after = { seq: 1, balance: 0, owed: 0, redeemed: {}, by: 'fangling' };
const award = (club: string, activity: string, points: number, headcount = 10, when = at): Scored => ({
  entry: {
    ...{ kind: 'award', ...after, club, at: when, activity, title: '共读', day: '2026-08-01' },
    ...{ nature: 'street', headcount, grade: 'D', rule: 1, points, setOff: 0 },
  },
  clubName: `名${club}`,
});
const reversal = (club: string, activity: string, points: number, when = at): Scored => ({
  entry: {
    ...{ kind: 'reversal', ...after, club, at: when, activity, title: '共读', of: 1, points, taken: points },
    reason: '没有办',
  },
  clubName: `名${club}`,
});
const row = (club: string, points: number, activities: number, people: number) => ({
  ...{ club, name: `名${club}`, points, activities, people },
});
const before = instantOf('2026-06-30', '23:59');
const later = instantOf('2026-10-01', '00:00');

it.each<[string, Scored[], ReturnType<typeof row>[]]>([
  ['nothing', [], []],
  ['two clubs', [award('a', '1', 20), award('b', '2', 60)], [row('b', 60, 1, 10), row('a', 20, 1, 10)]],
  ['sums', [award('a', '1', 20), award('a', '2', 40, 30)], [row('a', 60, 2, 40)]],
  [
    'as many points, by activities',
    [award('a', '1', 40), award('b', '2', 20), award('b', '3', 20)],
    [row('b', 40, 2, 20), row('a', 40, 1, 10)],
  ],
  [
    'as many points and activities, by people',
    [award('a', '1', 40, 10), award('b', '2', 40, 30)],
    [row('b', 40, 1, 30), row('a', 40, 1, 10)],
  ],
  [
    'all the same, by id',
    [award('b', '1', 40), award('a', '2', 40)],
    [row('a', 40, 1, 10), row('b', 40, 1, 10)],
  ],
  [
    'what was taken back',
    [award('a', '1', 40), award('a', '2', 20), reversal('a', '1', 40)],
    [row('a', 20, 1, 10)],
  ],
  ['all taken back', [award('a', '1', 40), reversal('a', '1', 40)], []],
  [
    'an award of before that is taken back now costs its points, and no activity of now',
    [award('a', '0', 40, 10, before), award('a', '1', 60), reversal('a', '0', 40)],
    [row('a', 20, 1, 10)],
  ],
  [
    'what is of another quarter',
    [award('a', '1', 40, 10, before), award('a', '2', 20), award('a', '3', 80, 10, later)],
    [row('a', 20, 1, 10)],
  ],
  [
    'what is taken back later stays',
    [award('a', '1', 40), reversal('a', '1', 40, later)],
    [row('a', 40, 1, 10)],
  ],
])('the ranking of %s', (_, scored, wanted) => {
  expect(ranking('2026-Q3', scored)).toEqual(wanted);
  // In whatever order they come.
  expect(ranking('2026-Q3', [...scored].reverse())).toEqual(wanted);
});

it('quarters go back over the turn of a year', () => {
  expect(quartersTo(instantOf('2026-01-05', '00:00'), 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
});
