import * as v from 'valibot';
import type { Instant } from '../time.ts';
import type { VenuesPolicy } from './policy.ts';

/**
 * The ledger of no-shows: one for venues and events alike. An entry is never taken out; lifting it, or
 * voiding a whole slot's because the code at the door was torn off, is noted on it and it counts no more.
 */
export const NoShow = v.object({
  /** The booking it is about. */
  id: v.string(),
  what: v.picklist(['slot', 'event']),
  /** Room or event, and the venue of the room. */
  of: v.optional(v.string()),
  venue: v.optional(v.string()),
  /** When the slot or event began. */
  start: v.number(),
  at: v.number(),
  /** A keeper's id, or `system`. */
  by: v.string(),
  lifted: v.optional(
    v.object({ at: v.number(), by: v.string(), why: v.picklist(['appeal', 'slotVoided', 'keeper']) }),
  ),
});
export type NoShow = v.InferOutput<typeof NoShow>;

/** Until when a no-show that began then counts towards a ban. */
export const fadesAt = (start: Instant, policy: VenuesPolicy): Instant => start + policy.noShowWithin;

/**
 * Until when somebody can't book; undefined when they can. So many no-shows within the policy's span
 * end booking for a while, counted from when the one that was too many began. Source: venue rules.
 */
export function bannedUntil(
  ledger: readonly NoShow[],
  policy: VenuesPolicy,
  now: Instant,
): Instant | undefined {
  const counted = ledger
    .filter(({ lifted }) => !lifted)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  const bans = counted.flatMap((start, i) => {
    const first = counted[i - policy.noShows + 1];
    return first !== undefined && start - first <= policy.noShowWithin ? [start + policy.banFor] : [];
  });
  const until = Math.max(0, ...bans);
  return until > now ? until : undefined;
}
