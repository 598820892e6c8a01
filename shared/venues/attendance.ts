import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { madeUnder, type VenuesPolicy } from './policy.ts';
import { endingOf, next, type Place, placeOf, type Slot } from './slot.ts';

/** Why somebody can't check in now. */
export function whyNotCheckIn(
  slot: Slot,
  id: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  const place = placeOf(slot, id);
  if (endingOf(slot, id)?.how === 'released') return 'CHECK_IN_OVER';
  if (place?.state !== 'confirmed') return 'NOT_BOOKED';
  if (place.came) return undefined;
  const { checkInBefore, checkInAfter } = madeUnder(policy, place);
  if (now < slot.start - checkInBefore) return 'CHECK_IN_EARLY';
  return now > slot.start + checkInAfter ? 'CHECK_IN_OVER' : undefined;
}

/**
 * Notes that somebody came. What was not verified can be verified later by a keeper; otherwise the
 * first time counts. Throws what whyNotCheckIn says.
 */
export function checkIn(
  slot: Slot,
  id: string,
  came: NonNullable<Place['came']>,
  policy: VenuesPolicy,
): Slot {
  const why = whyNotCheckIn(slot, id, policy, came.at);
  if (why) throw new Refusal(why);
  const before = placeOf(slot, id)?.came;
  if (before && (before.verified || !came.verified)) return slot;
  return next(slot, {
    places: slot.places.map((entry) =>
      entry.id === id ? { ...entry, came: { ...came, at: before?.at ?? came.at } } : entry,
    ),
  });
}
