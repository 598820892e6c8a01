import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { acceptedBefore, type RequestMark } from '../retry.ts';
import { Role } from '../roles.ts';
import { DAY, dayOf, type Instant, instantOf } from '../time.ts';
import { type ClubNumbers, Grade, Nature } from './policy.ts';

/**
 * A club's ledger: one chain of entries, each with all that holds after it, so that the last one is the state.
 * Nothing in it is ever edited; what was wrong is reversed by an entry. Points are integers, money is fen.
 * Source: the rules of clubs.
 */

/** What holds after an entry. */
const After = {
  club: v.string(),
  /** From 1, without a gap. */
  seq: v.number(),
  at: v.number(),
  /** Points that can be redeemed; never below zero. */
  balance: v.number(),
  /** Points that were taken back when they were not there any more: set against what comes in. */
  owed: v.number(),
  /** What was asked for in each calendar year, in fen; by the year in Shanghai. */
  redeemed: v.record(v.string(), v.number()),
};
/** Who made it, and on what that rests; the leader's own acts rest on no role. */
const By = { by: v.string(), role: v.optional(Role), authority: v.optional(v.string()) };

export const Entry = v.variant('kind', [
  v.object({
    kind: v.literal('award'),
    ...After,
    ...By,
    activity: v.string(),
    title: v.string(),
    /** The day on which it began, `YYYY-MM-DD`: a club is paid for so many a day. */
    day: v.string(),
    nature: Nature,
    headcount: v.number(),
    grade: Grade,
    /** The version of the policy by which it was graded. */
    rule: v.number(),
    points: v.number(),
    /** How many of them went against what was owed. */
    setOff: v.number(),
  }),
  v.object({
    kind: v.literal('hold'),
    ...After,
    ...By,
    redemption: v.string(),
    points: v.number(),
    fen: v.number(),
    /** The year it counts for: that in which it was asked. */
    year: v.string(),
    rule: v.number(),
    request: v.object({ key: v.string(), hash: v.string() }),
  }),
  v.object({
    kind: v.literal('release'),
    ...After,
    ...By,
    redemption: v.string(),
    points: v.number(),
    setOff: v.number(),
    fen: v.number(),
    year: v.string(),
  }),
  v.object({
    kind: v.literal('reversal'),
    ...After,
    ...By,
    activity: v.string(),
    title: v.string(),
    /** The award that it takes back. */
    of: v.number(),
    points: v.number(),
    /** How many of them were there to be taken; the rest is owed. */
    taken: v.number(),
    reason: v.string(),
  }),
  v.object({
    kind: v.literal('repayment'),
    ...After,
    ...By,
    points: v.number(),
    fen: v.number(),
    voucher: v.string(),
    request: v.object({ key: v.string(), hash: v.string() }),
  }),
]);
export type Entry = v.InferOutput<typeof Entry>;
export type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** When a day begins from which on entries say what of it was paid: nothing is paid before it was held. */
export const beginningOf = (at: Instant): Instant => instantOf(dayOf(at), '00:00');

/** How many activities of a day were paid and not taken back, among entries that reach back to that day. */
export const gradedOn = (day: string, entries: readonly Entry[]): number =>
  entries.filter(
    (entry) =>
      entry.kind === 'award' &&
      entry.day === day &&
      !entries.some((later) => later.kind === 'reversal' && later.of === entry.seq),
  ).length;

/**
 * The hold or repayment that this very request has written, within 24 hours, among entries that reach back as long.
 * The same key with another body is refused (KEY_REUSED).
 */
export function entryOf(
  request: RequestMark,
  entries: readonly Entry[],
  now: Instant,
): Of<'hold'> | Of<'repayment'> | undefined {
  const asked = entries.flatMap((entry) =>
    entry.kind === 'hold' || entry.kind === 'repayment' ? [{ ...entry.request, at: entry.at, entry }] : [],
  );
  acceptedBefore(asked, request, now);
  return asked.find(({ key, at }) => key === request.key && now - at < DAY)?.entry;
}

/** What holds now. */
export type State = Pick<Entry, 'club' | 'seq' | 'balance' | 'owed' | 'redeemed'>;

/** A ledger in which nothing was written yet. */
export const emptyLedger = (club: string): State => ({ club, seq: 0, balance: 0, owed: 0, redeemed: {} });

/** Who acts, as what. */
export interface Actor {
  readonly by: string;
  readonly role?: Role | undefined;
  readonly authority?: string | undefined;
}

/** The calendar year of a moment in Shanghai. */
export const yearOf = (at: Instant): string => dayOf(at).slice(0, 4);

/** Points that come in: first against what is owed. */
export function comeIn({ balance, owed }: State, points: number) {
  const setOff = Math.min(owed, points);
  return { setOff, owed: owed - setOff, balance: balance + points - setOff };
}
const next = (state: State, at: Instant) => ({
  club: state.club,
  seq: state.seq + 1,
  at,
  balance: state.balance,
  owed: state.owed,
  redeemed: state.redeemed,
});
const inYear = ({ redeemed }: State, year: string) => redeemed[year] ?? 0;
export const withYear = (state: State, year: string, by: number) => ({
  ...state.redeemed,
  [year]: inYear(state, year) + by,
});

/** Points for a graded activity. */
export function award(
  state: State,
  what: Pick<
    Of<'award'>,
    'activity' | 'title' | 'day' | 'nature' | 'headcount' | 'grade' | 'rule' | 'points'
  >,
  actor: Actor,
  now: Instant,
): Of<'award'> {
  return { kind: 'award', ...next(state, now), ...actor, ...what, ...comeIn(state, what.points) };
}

/** What so many points are worth, in whole fen. */
export const worth = (points: number, { aHundred }: Pick<ClubNumbers, 'aHundred'>): number =>
  Math.round((points * aHundred) / 100);

/** What can still be redeemed: of the points that are there, and of this year's allowance, in whole hundreds. */
export function stillPossible(
  state: State,
  { aHundred, aYear }: Pick<ClubNumbers, 'aHundred' | 'aYear'>,
  now: Instant,
): { points: number; fen: number; yearLeft: number } {
  const yearLeft = Math.max(0, aYear - inYear(state, yearOf(now)));
  const points = 100 * Math.min(Math.floor(state.balance / 100), Math.floor(yearLeft / aHundred));
  return { points, fen: worth(points, { aHundred }), yearLeft };
}

/** Why so many points can't be redeemed now. */
export function whyNotRedeem(
  state: State,
  points: number,
  policy: Pick<ClubNumbers, 'aHundred' | 'aYear'>,
  now: Instant,
): RefusalCode | undefined {
  if (points <= 0 || points % 100 !== 0) return 'REDEEM_HUNDREDS';
  if (points > state.balance) return 'POINTS_SHORT';
  return worth(points, policy) > stillPossible(state, policy, now).yearLeft ? 'YEAR_CAP' : undefined;
}

/** The points are held at once, and count for the year in which they are asked for. Throws `whyNotRedeem`. */
export function hold(
  state: State,
  what: Pick<Of<'hold'>, 'redemption' | 'points' | 'request'>,
  policy: Pick<ClubNumbers, 'aHundred' | 'aYear'> & { readonly version: number },
  actor: Actor,
  now: Instant,
): Of<'hold'> {
  const why = whyNotRedeem(state, what.points, policy, now);
  if (why) throw new Refusal(why);
  const [fen, year] = [worth(what.points, policy), yearOf(now)];
  return {
    ...{ kind: 'hold', ...next(state, now), ...actor, ...what, fen, year, rule: policy.version },
    balance: state.balance - what.points,
    redeemed: withYear(state, year, fen),
  };
}

/** What a refused or cancelled redemption held comes back, and frees the allowance of the year it was asked in. */
export function release(
  state: State,
  { redemption, points, fen, year }: Pick<Of<'hold'>, 'redemption' | 'points' | 'fen' | 'year'>,
  actor: Actor,
  now: Instant,
): Of<'release'> {
  return {
    ...{ kind: 'release', ...next(state, now), ...actor, redemption, points, fen, year },
    ...comeIn(state, points),
    redeemed: withYear(state, year, -fen),
  };
}

/** An award is taken back: what is there at once, the rest is owed. */
export function reverse(
  state: State,
  { seq, activity, title, points }: Pick<Of<'award'>, 'seq' | 'activity' | 'title' | 'points'>,
  reason: string,
  actor: Actor,
  now: Instant,
): Of<'reversal'> {
  const taken = Math.min(state.balance, points);
  return {
    ...{ kind: 'reversal', ...next(state, now), ...actor, activity, title, of: seq, points, taken, reason },
    balance: state.balance - taken,
    owed: state.owed + points - taken,
  };
}

/** Why so much can't be repaid: it is not owed. */
export const whyNotRepay = ({ owed }: State, points: number): RefusalCode | undefined =>
  points <= 0 || points > owed ? 'NOT_OWED' : undefined;

/** What is owed is paid back in money. Throws NOT_OWED. */
export function repay(
  state: State,
  what: Pick<Of<'repayment'>, 'points' | 'voucher' | 'request'>,
  policy: Pick<ClubNumbers, 'aHundred'>,
  actor: Actor,
  now: Instant,
): Of<'repayment'> {
  const why = whyNotRepay(state, what.points);
  if (why) throw new Refusal(why);
  return {
    ...{ kind: 'repayment', ...next(state, now), ...actor, ...what, fen: worth(what.points, policy) },
    owed: state.owed - what.points,
  };
}
