import { describe, expect, it } from 'vitest';
import { DAY, instantOf } from '../time.ts';
import { weeksFrom, whyNotWeekly } from './group.ts';
import { firstVenuesPolicy as policy } from './policy.ts';

const first = instantOf('2026-11-25', '19:00');
const now = instantOf('2026-11-20', '12:00');

it('goes every seven days up to the day and with it', () => {
  const weeks = weeksFrom(first, '2026-12-09');
  expect(weeks).toEqual([first, first + 7 * DAY, first + 14 * DAY]);
  expect(weeksFrom(first, '2026-12-08')).toHaveLength(2);
  expect(weeksFrom(first, '2026-11-25')).toEqual([first]);
  expect(weeksFrom(first, '2026-11-24')).toEqual([]);
});

describe('why not', () => {
  it.each([
    ['2026-11-24', 'WEEKS_NONE'],
    ['2026-11-25', undefined],
    ['2027-02-12', undefined],
    ['2027-02-13', 'WEEKS_TOO_MANY'],
  ] as const)('until %s', (until, why) => {
    expect(whyNotWeekly(first, until, policy, now)).toBe(why);
  });
});
