import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { DAY, instantOf } from '../time.ts';
import {
  award,
  type Entry,
  emptyLedger,
  entryOf,
  gradedOn,
  hold,
  release,
  repay,
  reverse,
  type State,
  stillPossible,
  whyNotRedeem,
  worth,
} from './ledger.ts';
import { firstClubsPolicy as policy } from './policy.ts';
import { firstFault } from './replay.ts';

const now = instantOf('2026-06-15', '12:00');
const by = { by: 'p' };
const request = (key: string) => ({ key, hash: key });
const empty = emptyLedger('club');
const having = (balance: number, rest: Partial<State> = {}): State => ({
  ...empty,
  seq: 9,
  balance,
  ...rest,
});

const what = (activity: string, points: number, day = '2026-06-01') => ({
  ...{ activity, title: '读书分享会', day, nature: 'street', headcount: 60, grade: 'A', rule: 1, points },
});
const awarded = (state: State, activity: string, points: number, day?: string) =>
  award(state, what(activity, points, day) as Parameters<typeof award>[1], by, now);
const held = (state: State, redemption: string, points: number, at = now) =>
  hold(state, { redemption, points, request: request(redemption) }, policy, by, at);

describe('why points cannot be redeemed', () => {
  const asked = (redeemed: number) => ({ redeemed: { '2026': redeemed } });
  it.each([
    ['nothing', having(500), 0, 'REDEEM_HUNDREDS'],
    ['less than nothing', having(500), -100, 'REDEEM_HUNDREDS'],
    ['half a hundred', having(500), 150, 'REDEEM_HUNDREDS'],
    ['all that is there', having(500), 500, undefined],
    ['more than is there', having(499), 500, 'POINTS_SHORT'],
    ['up to the cap', having(2_000), 1_000, undefined],
    ['past the cap', having(2_000), 1_100, 'YEAR_CAP'],
    ['the last of the year', having(2_000, asked(1_800_000)), 100, undefined],
    ['past the last of the year', having(2_000, asked(1_800_000)), 200, 'YEAR_CAP'],
    [
      'what was asked last year counts there',
      having(2_000, { redeemed: { '2025': 2_000_000 } }),
      1_000,
      undefined,
    ],
  ] as const)('%s', (_, state, points, why) => {
    expect(whyNotRedeem(state, points, policy, now)).toBe(why);
    const asks = () => held(state, 'r', points);
    if (why) expect(refusalOf(asks)).toBe(why);
    else
      expect(asks()).toMatchObject({
        ...{ seq: 10, balance: state.balance - points, fen: points * 2_000, year: '2026' },
        redeemed: { '2026': (state.redeemed['2026'] ?? 0) + points * 2_000 },
      });
  });

  it.each([
    ['2026-12-31T23:59', instantOf('2026-12-31', '23:59'), '2026'],
    ['2027-01-01T00:00', instantOf('2027-01-01', '00:00'), '2027'],
  ] as const)('at %s in Shanghai it counts for that year', (_, at, year) => {
    expect(held(having(100), 'r', 100, at).year).toBe(year);
  });
});

describe('what can still be redeemed', () => {
  it.each([
    [having(340), 300],
    [having(99), 0],
    [having(5_000), 1_000],
    [having(5_000, { redeemed: { '2026': 1_900_000 } }), 0],
    [having(5_000, { redeemed: { '2026': 2_400_000 } }), 0],
  ] as const)('%#', (state, points) => {
    expect(stillPossible(state, policy, now)).toMatchObject({ points, fen: points * 2_000 });
    expect(whyNotRedeem(state, points + 100, policy, now)).toBeDefined();
  });
});

it('points are worth whole fen', () => {
  expect(worth(7, policy)).toBe(14_000);
  expect(worth(33, { aHundred: 50 })).toBe(17);
});

describe('what comes in is set against what is owed first', () => {
  it.each([
    [0, 60, { setOff: 0, owed: 0, balance: 60 }],
    [40, 60, { setOff: 40, owed: 0, balance: 20 }],
    [60, 60, { setOff: 60, owed: 0, balance: 0 }],
    [100, 60, { setOff: 60, owed: 40, balance: 0 }],
  ])('owing %i, %i come in', (owed, points, after) => {
    expect(awarded(having(0, { owed }), 'a', points)).toMatchObject(after);
    const back = { redemption: 'r', points, fen: points * 2_000, year: '2026' };
    const state = having(0, { owed, redeemed: { '2026': points * 2_000 } });
    expect(release(state, back, by, now)).toMatchObject({ ...after, redeemed: { '2026': 0 } });
  });
});

describe('taking an award back takes what is there', () => {
  it.each([
    [100, { taken: 60, balance: 40, owed: 0 }],
    [60, { taken: 60, balance: 0, owed: 0 }],
    [20, { taken: 20, balance: 0, owed: 40 }],
    [0, { taken: 0, balance: 0, owed: 60 }],
  ])('of %i', (balance, after) => {
    const entry = awarded(empty, 'a', 60);
    expect(reverse(having(balance), entry, '名单不实', by, now)).toMatchObject({
      ...after,
      of: 1,
      points: 60,
    });
  });
});

describe('what is owed is repaid, no more', () => {
  it.each([
    [40, undefined],
    [1, undefined],
    [41, 'NOT_OWED'],
    [0, 'NOT_OWED'],
  ] as const)('%i of 40: %s', (points, why) => {
    const asks = () =>
      repay(having(0, { owed: 40 }), { points, voucher: '收-1', request: request('k') }, policy, by, now);
    if (why) expect(refusalOf(asks)).toBe(why);
    else expect(asks()).toMatchObject({ owed: 40 - points, fen: points * 2_000, balance: 0 });
  });
});

it('a day’s paid activities are those that were not taken back', () => {
  const one = awarded(empty, 'a', 60, '2026-06-01');
  const two = awarded(one, 'b', 60, '2026-06-02');
  expect([gradedOn('2026-06-01', [two, one]), gradedOn('2026-06-03', [two, one])]).toEqual([1, 0]);
  expect(gradedOn('2026-06-01', [reverse(two, one, '名单不实', by, now), two, one])).toBe(0);
});

describe('a request that was accepted', () => {
  const entry = held(having(200), 'r', 100);
  it('is known for a day, and its key is good for nothing else', () => {
    expect(entryOf(request('r'), [entry], now + DAY - 1)).toBe(entry);
    expect(entryOf(request('r'), [entry], now + DAY)).toBeUndefined();
    expect(entryOf(request('other'), [entry], now)).toBeUndefined();
    expect(refusalOf(() => entryOf({ key: 'r', hash: 'x' }, [entry], now))).toBe('KEY_REUSED');
  });
});

/** A chain in which everything happens. */
function chain(): Entry[] {
  const one = awarded(empty, 'a', 100);
  const two = awarded(one, 'b', 60);
  const three = held(two, 'r1', 100);
  const four = reverse(three, two, '名单不实', by, now);
  const five = reverse(four, one, '名单不实', by, now);
  const six = awarded(five, 'c', 80);
  const seven = repay(six, { points: 20, voucher: '收-1', request: request('k') }, policy, by, now);
  const eight = release(seven, three, by, now);
  return [one, two, three, four, five, six, seven, eight];
}

describe('replaying a chain', () => {
  it('finds nothing where every entry follows', () => {
    expect(firstFault('club', chain())).toBeUndefined();
    expect(firstFault('club', [])).toBeUndefined();
  });

  const tampered = (at: number, changed: object): Entry[] =>
    chain().map((entry, i) => (i === at ? ({ ...entry, ...changed } as Entry) : entry));
  it.each([
    ['points that were never given', tampered(0, { balance: 200 }), 1],
    ['more points than the balance says', tampered(1, { points: 90 }), 2],
    ['a year that was asked less of', tampered(2, { redeemed: {} }), 3],
    ['a hold of half a hundred', tampered(2, { points: 50, balance: 110 }), 3],
    ['a hold for another year', tampered(2, { year: '2025', redeemed: { '2025': 200_000 } }), 3],
    ['a reversal of no award', tampered(3, { of: 7 }), 4],
    ['less owed', tampered(4, { owed: 0 }), 5],
    ['an activity paid twice', tampered(5, { activity: 'a' }), 6],
    ['more repaid than was owed', tampered(6, { points: 200, owed: -180 }), 7],
    ['a release of what was never held', tampered(7, { redemption: 'r9' }), 8],
    ['an entry that is gone', chain().filter(({ seq }) => seq !== 4), 5],
    ['an entry of another club', tampered(1, { club: 'other' }), 2],
  ] as const)('names %s', (_, entries, seq) => {
    expect(firstFault('club', entries)).toMatchObject({ seq });
  });

  it('names what its version of the policy does not allow', () => {
    const rules = (changed: object) => [{ ...policy, ...changed }];
    expect(firstFault('club', chain(), rules({}))).toBeUndefined();
    expect(firstFault('club', chain(), rules({ aYear: 100_000 }))).toMatchObject({ seq: 3 });
    expect(firstFault('club', chain(), rules({ aHundred: 100_000 }))).toMatchObject({ seq: 3 });
    expect(firstFault('club', chain(), rules({ aYear: 100_000, version: 2 }))).toBeUndefined();
  });

  it('names what is written twice', () => {
    const entries = chain();
    const [one, two, three] = entries as [Entry, Entry, Extract<Entry, { kind: 'hold' }>];
    const released = release(three, three, by, now);
    expect(firstFault('club', [one, two, three, released, release(released, three, by, now)])).toMatchObject({
      seq: 5,
    });
    const award = one as Extract<Entry, { kind: 'award' }>;
    const reversed = reverse(two, award, '名单不实', by, now);
    expect(firstFault('club', [one, two, reversed, reverse(reversed, award, '又', by, now)])).toMatchObject({
      ...{ seq: 4, why: 'the award was reversed before' },
    });
  });
});
