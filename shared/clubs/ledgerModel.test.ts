import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { DAY, type Instant, instantOf } from '../time.ts';
import { award, type Entry, emptyLedger, hold, release, repay, reverse, type State } from './ledger.ts';
import { firstClubsPolicy } from './policy.ts';
import { firstFault } from './replay.ts';

/** The rules of the ledger alone: whatever is done in whatever order, all that must hold holds after every step. */

/** Three hundred points a year, so that the limit is met. */
const policy = { ...firstClubsPolicy, aYear: 600_000 };

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
type Hold = typeof hold;

const step = fc.record({
  do: fc.constantFrom(
    ...(['award', 'award', 'award', 'award', 'redeem', 'redeem', 'release'] as const),
    ...(['reverse', 'reverse', 'repay', 'repay', 'later'] as const),
  ),
  /** Which of those there are, or how many. */
  pick: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface World {
  readonly chain: Entry[];
  readonly now: Instant;
}
const by = { by: 'somebody' };
const of = <Kind extends Entry['kind']>(chain: readonly Entry[], kind: Kind): Of<Kind>[] =>
  chain.filter((entry): entry is Of<Kind> => entry.kind === kind);
const nth = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];
const stateOf = ({ chain }: World): State => chain[chain.length - 1] ?? emptyLedger('club');
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const GRADES = [100, 80, 60, 40, 20, 10];

/** The next entry, where there is something to do it to; throws the refusal. */
function next(world: World, { do: what, pick }: Step, holds: Hold): Entry | undefined {
  const { chain, now } = world;
  const state = stateOf(world);
  const [n, request] = [chain.length, { key: `k${chain.length}`, hash: 'h' }];
  switch (what) {
    case 'award': {
      const facts = { title: '某活动', day: `d${n}`, nature: 'street', headcount: 60, grade: 'A' } as const;
      const points = GRADES[pick % GRADES.length] ?? 10;
      return award(state, { activity: `a${n}`, ...facts, rule: 1, points }, by, now);
    }
    case 'redeem':
      return holds(state, { redemption: `r${n}`, points: 50 * (pick + 1), request }, policy, by, now);
    case 'release': {
      const released = new Set(of(chain, 'release').map(({ redemption }) => redemption));
      const held = nth(
        of(chain, 'hold').filter(({ redemption }) => !released.has(redemption)),
        pick,
      );
      return held && release(state, held, by, now);
    }
    case 'reverse': {
      const reversed = new Set(of(chain, 'reversal').map(({ of: seq }) => seq));
      const awarded = nth(
        of(chain, 'award').filter(({ seq }) => !reversed.has(seq)),
        pick,
      );
      return awarded && reverse(state, awarded, '名单不实', by, now);
    }
    case 'repay':
      return repay(state, { points: 10 * (pick + 1), voucher: 'v', request }, policy, by, now);
    default:
      return undefined;
  }
}

/** What must hold, worked out from the entries without the rules. */
function check({ chain }: World): void {
  expect(firstFault('club', chain, [policy])).toBeUndefined();
  const { balance, owed, redeemed } = stateOf({ chain, now: 0 });
  const points = (kind: Entry['kind']) =>
    sum(chain.filter((one) => one.kind === kind).map((one) => one.points));
  // Every point that came in is there, spent, or taken back.
  const left =
    points('award') - points('reversal') - points('hold') + points('release') + points('repayment');
  expect(balance - owed).toBe(left);
  expect(balance).toBeGreaterThanOrEqual(0);
  expect(owed).toBeGreaterThanOrEqual(0);
  // Nobody owes points who has some.
  expect(Math.min(balance, owed)).toBe(0);
  const released = new Set(of(chain, 'release').map(({ redemption }) => redemption));
  for (const [year, fen] of Object.entries(redeemed)) {
    const stand = of(chain, 'hold').filter((one) => one.year === year && !released.has(one.redemption));
    expect(fen).toBe(sum(stand.map((one) => one.points * 2_000)));
    expect(fen).toBeLessThanOrEqual(600_000);
  }
}

/** So many months later: new years come in between. */
const later = (now: Instant, pick: number) => now + (pick + 1) * 20 * DAY;

function walked(steps: readonly Step[], holds: Hold, reached: Set<string>): void {
  let world: World = { chain: [], now: instantOf('2026-10-01', '12:00') };
  for (const one of steps) {
    if (one.do === 'later') world = { ...world, now: later(world.now, one.pick) };
    try {
      const entry = next(world, one, holds);
      if (entry) world = { ...world, chain: [...world.chain, entry] };
      if (entry)
        reached.add(`${entry.kind}${'setOff' in entry && entry.setOff > 0 ? ' against what is owed' : ''}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reached.add(error.code);
    }
    check(world);
  }
}

const walk = (holds: Hold, reached = new Set<string>()) =>
  fc.check(
    fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => walked(steps, holds, reached)),
    { seed: 20261201, numRuns: 60, endOnFailure: true },
  );

it('points never fall below zero, a year never exceeds its allowance, and every point is accounted for', () => {
  const reached = new Set<string>();
  const { failed, counterexample, errorInstance } = walk(hold, reached);
  expect({ failed, counterexample, errorInstance }).toEqual({
    ...{ failed: false, counterexample: null, errorInstance: null },
  });
  // Otherwise it has shown little.
  expect([...reached].sort()).toEqual([
    'NOT_OWED',
    'POINTS_SHORT',
    'REDEEM_HUNDREDS',
    'YEAR_CAP',
    'award',
    'award against what is owed',
    'hold',
    'release',
    'release against what is owed',
    'repayment',
    'reversal',
  ]);
});

/** Negative controls: ledgers that forget to ask one thing. */
const mutants: Record<string, Hold> = {
  'whether the points are there': (state, what, ...rest) => {
    const entry = hold({ ...state, balance: what.points }, what, ...rest);
    return { ...entry, balance: state.balance - what.points };
  },
  'what the year allows': (state, what, money, ...rest) =>
    hold(state, what, { ...money, aYear: 1e12 }, ...rest),
  'what was redeemed in the year before this': (state, what, ...rest) =>
    hold({ ...state, redeemed: {} }, what, ...rest),
};
it.each(Object.keys(mutants))('is found when it does not ask %s', (name) => {
  expect(walk(mutants[name] ?? hold).failed).toBe(true);
});
