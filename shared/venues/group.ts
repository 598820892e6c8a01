import * as v from 'valibot';
import type { RefusalCode } from '../refusal.ts';
import { DAY, dayOf, type Instant, instantOf } from '../time.ts';
import type { VenuesPolicy } from './policy.ts';

/** A group with a standing place in venues, such as an interest group of a basic union; its leader books for it. */
export const Group = v.object({
  id: v.string(),
  name: v.string(),
  /** The member who books for it, and is there. */
  leader: v.string(),
});
export type Group = v.InferOutput<typeof Group>;

const WEEK = 7 * DAY;

/** The starts of a weekly booking: from the first one, every seven days, up to a day and with it. */
export function weeksFrom(first: Instant, until: string): Instant[] {
  const last = instantOf(until, '24:00');
  const count = Math.max(0, Math.ceil((last - first) / WEEK));
  return Array.from({ length: count }, (_, i) => first + i * WEEK);
}

/** Why a group can't book weekly until then: not at all, or further ahead than the policy lets it. */
export function whyNotWeekly(
  first: Instant,
  until: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  if (until < dayOf(first)) return 'WEEKS_NONE';
  return instantOf(until, '00:00') > now + policy.groupWeeks * WEEK ? 'WEEKS_TOO_MANY' : undefined;
}
