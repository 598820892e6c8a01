import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { DAY, instantOf } from '../time.ts';
import { nameLeader, register, weeksFrom, whyNotLead, whyNotWeekly } from './group.ts';
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

describe('who leads', () => {
  const org = { id: 'o', path: '/1/1/', name: '某工会', division: '110102' };
  const naming = { leader: 'leader', by: 'keeper', authority: '工发〔2026〕2号' };
  const request = (key: string) => ({ key, hash: key });
  const made = register({ id: 'g', org, name: '合唱小组' }, naming, request('one'), now);

  it.each([
    ['a member of the union', { path: '/1/1/' }, 'keeper', undefined],
    ['a member of a union below', { path: '/1/1/3/' }, 'keeper', undefined],
    ['a member of another union', { path: '/1/2/' }, 'keeper', 'LEADER_ELSEWHERE'],
    ['the keeper', { path: '/1/1/' }, 'leader', 'OWN_GROUP'],
  ] as const)('%s', (_, theirs, by, why) => {
    expect(whyNotLead(org, { leader: 'leader', by }, theirs)).toBe(why);
  });

  it('is changed once for each request, and only as it was seen', () => {
    const next = { ...naming, leader: 'other' };
    const after = nameLeader(made, next, 1, request('two'), now);
    expect(after).toMatchObject({ version: 2, leader: 'other', named: { before: 'leader' } });
    expect(nameLeader(after, next, 1, request('two'), now)).toBe(after);
    expect(refusalOf(() => nameLeader(after, next, 1, request('three'), now))).toBe('GROUP_CHANGED');
  });
});
