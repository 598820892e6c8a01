import * as v from 'valibot';
import { DAY, HOUR, MINUTE } from '../time.ts';

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
  /** No offer starts from this hour until that one, in Shanghai. */
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
export type VenuesPolicy = v.InferOutput<typeof VenuesPolicy>;

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
