import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClubNumbers, changesBetween, firstClubsPolicy, heldAt } from './policy.ts';

const { version: _, effectiveFrom: __, ...numbers } = firstClubsPolicy;
const takes = (changed: object) => v.safeParse(ClubNumbers, { ...numbers, ...changed }).success;

it('the numbers a city starts with are those of the rules', () => {
  expect(takes({})).toBe(true);
  expect(numbers).toMatchObject({
    ...{ aHundred: 200_000, aYear: 2_000_000, gradedADay: 1 },
    points: { 'A+': 100, A: 80, B: 60, C: 40, D: 20, E: 10 },
  });
});

describe('takes', () => {
  it.each([
    ['other sizes that follow one another', { bands: [3, 6, 9, 12, 15] }, true],
    ['sizes that do not', { bands: [5, 10, 10, 60, 100] }, false],
    ['four sizes', { bands: [5, 10, 30, 60] }, false],
    ['a grade that is none', { table: { ...numbers.table, inClub: ['F', 'D', 'C', 'C', 'B'] } }, false],
    ['half a fen', { aHundred: 0.5 }, false],
    ['points below none', { points: { ...numbers.points, E: -1 } }, false],
    ['no money for a year', { aYear: 0 }, true],
    ['an hour of the day after that there is not', { askAtHour: 24 }, false],
  ])('%s: %s', (_title, changed, taken) => {
    expect(takes(changed)).toBe(taken);
  });
});

it('the version that held at a moment is the last that had begun', () => {
  const versions = [0, 10, 20].map((effectiveFrom, i) => ({ effectiveFrom, version: i + 1 }));
  expect([0, 9, 10, 25].map((at) => heldAt(versions, at)?.version)).toEqual([1, 1, 2, 3]);
  expect(heldAt([{ effectiveFrom: 5 }], 4)).toBeUndefined();
});

it('what a version changes is said number by number', () => {
  const table: ClubNumbers['table'] = { ...numbers.table, street: ['E', 'C', 'B', 'A', 'A'] };
  const after = { ...numbers, aYear: 1, points: { ...numbers.points, 'A+': 120 }, table };
  expect(changesBetween(firstClubsPolicy, after)).toEqual([
    { field: 'aYear', before: '2000000', after: '1' },
    { field: 'table.street', before: 'D,C,B,A,A', after: 'E,C,B,A,A' },
    { field: 'points.A+', before: '100', after: '120' },
  ]);
  expect(changesBetween(firstClubsPolicy, numbers)).toEqual([]);
});
