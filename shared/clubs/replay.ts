import { comeIn, type Entry, emptyLedger, type Of, type State, withYear, worth, yearOf } from './ledger.ts';
import type { ClubsPolicy } from './policy.ts';

/** Replaying a club's ledger: whether every entry follows from those before it. Source: the rules of clubs. */

/** What an entry says must hold after it, worked out from the one before. */
function expected(state: State, entry: Entry): Omit<State, 'club' | 'seq'> {
  const same = { balance: state.balance, owed: state.owed, redeemed: state.redeemed };
  switch (entry.kind) {
    case 'award': {
      const { balance, owed } = comeIn(state, entry.points);
      return { ...same, balance, owed };
    }
    case 'hold':
      return {
        ...same,
        balance: state.balance - entry.points,
        redeemed: withYear(state, entry.year, entry.fen),
      };
    case 'release': {
      const { balance, owed } = comeIn(state, entry.points);
      return { balance, owed, redeemed: withYear(state, entry.year, -entry.fen) };
    }
    case 'reversal': {
      const taken = Math.min(state.balance, entry.points);
      return { ...same, balance: state.balance - taken, owed: state.owed + entry.points - taken };
    }
    case 'repayment':
      return { ...same, owed: state.owed - entry.points };
  }
}

const sameYears = (a: State['redeemed'], b: State['redeemed']) =>
  [...Object.keys(a), ...Object.keys(b)].every((year) => (a[year] ?? 0) === (b[year] ?? 0));

/** What a version of the policy says of money. */
export type MoneyRule = Pick<ClubsPolicy, 'version' | 'aHundred' | 'aYear'>;

/** Why a hold is not what its version of the policy allows; nothing is said of a version that is not known. */
function faultOfHold({ points, fen, year, redeemed, rule, at }: Of<'hold'>, rules: readonly MoneyRule[]) {
  if (points <= 0 || points % 100 !== 0) return 'it is not of whole hundreds';
  if (year !== yearOf(at)) return 'it counts for another year';
  const policy = rules.find(({ version }) => version === rule);
  if (!policy) return undefined;
  if (fen !== worth(points, policy)) return 'it is of another worth than its points';
  return (redeemed[year] ?? 0) > policy.aYear ? "it is more than the year's allowance" : undefined;
}

/**
 * Replays a chain from its beginning: the first entry that does not follow from those before it, and why; undefined
 * when every one does. Anybody with the entries can do it; with the versions of the policy too, what was redeemed is
 * held against them.
 */
export function firstFault(
  club: string,
  entries: readonly Entry[],
  rules: readonly MoneyRule[] = [],
): { seq: number; why: string } | undefined {
  let state = emptyLedger(club);
  const awarded = new Map<string, Of<'award'>>();
  const reversed = new Set<number>();
  const held = new Map<string, Of<'hold'>>();
  const released = new Set<string>();
  for (const entry of entries) {
    const fault = (why: string) => ({ seq: entry.seq, why });
    if (entry.club !== club) return fault('it is of another club');
    if (entry.seq !== state.seq + 1) return fault(`it does not follow number ${state.seq}`);
    const after = expected(state, entry);
    if (after.balance < 0 || after.owed < 0) return fault('points fall below zero');
    if (entry.balance !== after.balance) return fault(`the balance should be ${after.balance}`);
    if (entry.owed !== after.owed) return fault(`what is owed should be ${after.owed}`);
    if (!sameYears(entry.redeemed, after.redeemed))
      return fault('what was redeemed in a year does not add up');
    if (Object.values(entry.redeemed).some((fen) => fen < 0)) return fault('a year falls below zero');
    if (entry.kind === 'award') {
      if (awarded.has(entry.activity)) return fault('the activity was paid before');
      awarded.set(entry.activity, entry);
    }
    if (entry.kind === 'reversal') {
      const award = awarded.get(entry.activity);
      if (award?.seq !== entry.of || award.points !== entry.points) return fault('there is no such award');
      if (reversed.has(entry.of)) return fault('the award was reversed before');
      reversed.add(entry.of);
    }
    if (entry.kind === 'hold') {
      const why = faultOfHold(entry, rules);
      if (why) return fault(why);
      if (held.has(entry.redemption)) return fault('it was held before');
      held.set(entry.redemption, entry);
    }
    if (entry.kind === 'release') {
      const hold = held.get(entry.redemption);
      if (hold?.points !== entry.points || hold.fen !== entry.fen || hold.year !== entry.year)
        return fault('nothing of this was held');
      if (released.has(entry.redemption)) return fault('it was released before');
      released.add(entry.redemption);
    }
    state = entry;
  }
  return undefined;
}
