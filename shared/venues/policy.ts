import * as v from 'valibot';
import { type Draft, type PolicyVersion, whyNotNext } from '../policyVersions.ts';
import type { RefusalCode } from '../refusal.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../time.ts';

/** Numbers of the venues that a city changes without a deploy; all spans in milliseconds. */
export const VenuesPolicy = v.object({
  version: v.number(),
  effectiveFrom: v.number(),
  /** Bookings a member may have ahead of them. */
  upcoming: v.number(),
  /** How long a member may book in one week, Monday to Sunday. */
  aWeek: v.number(),
  /** Bookings a basic union's members may have on one day, in one room. */
  aUnionADay: v.number(),
  /** How long before the start a booking can still be made. */
  notice: v.number(),
  /** How long before the start it can still be cancelled. */
  cancelUntil: v.number(),
  /** How long before the start people are reminded. */
  remindBefore: v.number(),
  /** From how long before the start until how long after it somebody can check in. */
  checkInBefore: v.number(),
  checkInAfter: v.number(),
  /** How long an offer is held. */
  offerFor: v.number(),
  /** An offer held for less than this would be no offer. */
  offerAtLeast: v.number(),
  /** No offer starts from this hour until that one, in Shanghai; the same hour twice is no such time. */
  quietFrom: v.number(),
  quietUntil: v.number(),
  /** How many weeks ahead a group can book its standing place. */
  groupWeeks: v.number(),
  /** How many may wait for one slot. */
  waiting: v.number(),
  /** So many no-shows within `noShowWithin` end booking for `banFor`. */
  noShows: v.number(),
  noShowWithin: v.number(),
  banFor: v.number(),
});
type Numbers = v.InferOutput<typeof VenuesPolicy>;
export type VenuesPolicy = Numbers & {
  /** Every version there is, where they are known: what was made under one is judged by it. */
  readonly versions?: readonly Numbers[] | undefined;
};

/** The version that something was made under: it was told its deadlines, and they stay. */
export const madeUnder = (policy: VenuesPolicy, { policy: version }: { readonly policy: number }): Numbers =>
  policy.versions?.find((one) => one.version === version) ?? policy;

/** A city's own numbers, each within what the rest of the product can do; spans in milliseconds. */
const span = (unit: number, least: number, most: number) =>
  v.pipe(
    v.number('NUMBER'),
    v.integer('NUMBER'),
    v.minValue(least * unit, 'NUMBER'),
    v.maxValue(most * unit, 'NUMBER'),
  );
export const PolicyNumbers = v.object({
  upcoming: span(1, 1, 20),
  aWeek: span(HOUR, 1, 60),
  aUnionADay: span(1, 1, 50),
  notice: span(MINUTE, 0, 24 * 60),
  cancelUntil: span(MINUTE, 0, 24 * 60),
  remindBefore: span(MINUTE, 15, 24 * 60),
  checkInBefore: span(MINUTE, 0, 120),
  checkInAfter: span(MINUTE, 5, 120),
  offerFor: span(MINUTE, 5, 240),
  offerAtLeast: span(MINUTE, 1, 60),
  quietFrom: span(1, 0, 24),
  quietUntil: span(1, 0, 24),
  // How far ahead a change of slots looks for bookings goes by this.
  groupWeeks: span(1, 1, 16),
  waiting: span(1, 0, 100),
  noShows: span(1, 1, 10),
  noShowWithin: span(DAY, 1, 180),
  banFor: span(DAY, 1, 180),
});
export type PolicyNumbers = v.InferOutput<typeof PolicyNumbers>;
export type PolicyField = keyof PolicyNumbers;
export const policyFields = Object.keys(PolicyNumbers.entries) as [PolicyField, ...PolicyField[]];

/** In what each number is thought of; spans are told in a unit of time, the others counted. */
export const policyUnits: Readonly<
  Record<PolicyField, 'count' | 'people' | 'times' | 'hour' | 'minutes' | 'hours' | 'days' | 'weeks'>
> = {
  upcoming: 'count',
  aWeek: 'hours',
  aUnionADay: 'count',
  notice: 'minutes',
  cancelUntil: 'minutes',
  remindBefore: 'minutes',
  checkInBefore: 'minutes',
  checkInAfter: 'minutes',
  offerFor: 'minutes',
  offerAtLeast: 'minutes',
  quietFrom: 'hour',
  quietUntil: 'hour',
  groupWeeks: 'weeks',
  waiting: 'people',
  noShows: 'times',
  noShowWithin: 'days',
  banFor: 'days',
};

/** Why numbers contradict each other: each is within its bounds, and together no place would ever be offered. */
export function whyNotTogether(numbers: PolicyNumbers): RefusalCode | undefined {
  const { offerFor, offerAtLeast, quietFrom, quietUntil } = numbers;
  if (offerAtLeast > offerFor) return 'POLICY_NO_OFFER';
  return quietUntil - quietFrom >= 24 ? 'POLICY_ALL_QUIET' : undefined;
}

/** Why a version can't be the next one. `after` is the last version that was seen. */
export const whyNotDraft = (
  versions: readonly PolicyVersion[],
  draft: Draft & { readonly numbers: PolicyNumbers },
  now: Instant,
): RefusalCode | undefined => whyNotNext(versions, draft, now) ?? whyNotTogether(draft.numbers);

/** The values a city starts with. */
export const firstVenuesPolicy: VenuesPolicy = {
  version: 1,
  effectiveFrom: 0,
  upcoming: 3,
  aWeek: 6 * HOUR,
  aUnionADay: 2,
  notice: 0,
  cancelUntil: 30 * MINUTE,
  remindBefore: 2 * HOUR,
  checkInBefore: 15 * MINUTE,
  checkInAfter: 15 * MINUTE,
  offerFor: 30 * MINUTE,
  offerAtLeast: 5 * MINUTE,
  quietFrom: 22,
  quietUntil: 8,
  groupWeeks: 12,
  waiting: 20,
  noShows: 2,
  noShowWithin: 30 * DAY,
  banFor: 30 * DAY,
};
