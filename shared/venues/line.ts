import { Refusal, type RefusalCode } from '../refusal.ts';
import { DAY, dayOf, HOUR, type Instant, instantOf } from '../time.ts';
import type { VenuesPolicy } from './policy.ts';
import { freePlaces, knows, next, type Place, placeOf, type Slot, type Waiting, whyNotTake } from './slot.ts';

/** The line of a slot: who waits, and the offers held for them. */

/** Why somebody can't get in line. */
export function whyNotWait(
  slot: Slot,
  person: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  if (now >= slot.start) return 'SLOT_PAST';
  if (slot.closed) return 'SLOT_CLOSED';
  if (slot.places.some((place) => place.person === person)) return 'SLOT_YOURS';
  if (slot.waiting.some((waiting) => waiting.person === person)) return 'ALREADY_WAITING';
  if (!whyNotTake(slot)) return 'SLOT_FREE';
  return slot.waiting.length >= policy.waiting ? 'WAITLIST_FULL' : undefined;
}

/** Gets in line, at its end. The same wait again changes nothing, and gone is gone. Throws what whyNotWait says. */
export function wait(slot: Slot, waiting: Waiting, policy: VenuesPolicy, now: Instant): Slot {
  if (knows(slot, waiting.id)) return slot;
  const why = whyNotWait(slot, waiting.person, policy, now);
  if (why) throw new Refusal(why);
  return next(slot, { waiting: [...slot.waiting, waiting] });
}

/** Which place somebody has in the line, from 1; 0 when they do not wait. */
export const positionOf = ({ waiting }: Slot, person: string) =>
  waiting.findIndex((entry) => entry.person === person) + 1;

const hourIn = (at: Instant) => (at - instantOf(dayOf(at), '00:00')) / HOUR;

/** Whether no offer starts now, since people sleep. */
export function isQuiet({ quietFrom, quietUntil }: VenuesPolicy, now: Instant): boolean {
  const hour = hourIn(now);
  // Later than it ends, it goes over midnight; the same hour twice is none.
  return quietFrom <= quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
}

/** When the quiet hours that `now` is in are over. */
export function quietEnds({ quietUntil }: VenuesPolicy, now: Instant): Instant {
  const today = instantOf(dayOf(now), '00:00') + quietUntil * HOUR;
  return now < today ? today : today + DAY;
}

/** Until when a slot can be booked, and so until when an offer of it can be taken. */
export const lastTaken = ({ start }: Slot, { notice }: VenuesPolicy): Instant => start - notice;

/** Until when an offer made now is held: as long as the policy says, or less when the slot is near. */
const offerUntil = (slot: Slot, policy: VenuesPolicy, now: Instant): Instant =>
  Math.min(now + policy.offerFor, lastTaken(slot, policy));

/**
 * Makes the offers that can be made: a free place each to who waits longest. When the slot is too near
 * for an offer to be taken, whoever still waits is let go, and the place is anybody's.
 */
export function offer(slot: Slot, policy: VenuesPolicy, now: Instant): Slot {
  if (slot.waiting.length === 0) return slot;
  if (offerUntil(slot, policy, now) - now < policy.offerAtLeast) {
    const ended = slot.waiting.map(({ id, person }) => ({ id, person, how: 'notReached' as const, at: now }));
    return next(slot, { waiting: [], ended: [...slot.ended, ...ended] });
  }
  const count = Math.min(freePlaces(slot), slot.waiting.length);
  if (count <= 0 || isQuiet(policy, now)) return slot;
  const until = offerUntil(slot, policy, now);
  const offered = slot.waiting
    .slice(0, count)
    .map(
      ({ id, person }): Place => ({ id, person, at: now, state: 'offered', until, policy: policy.version }),
    );
  return next(slot, { places: [...slot.places, ...offered], waiting: slot.waiting.slice(count) });
}

/** Why an offer can't be taken. The deadline is the one that was told, whether or not a tick has passed. */
export function whyNotAccept(slot: Slot, id: string, now: Instant): RefusalCode | undefined {
  const place = placeOf(slot, id);
  if (!place) return 'OFFER_OVER';
  if (place.state !== 'offered') return undefined;
  return now > (place.until ?? 0) ? 'OFFER_OVER' : undefined;
}

/** Takes an offer; taken once is taken. Throws OFFER_OVER. */
export function accept(slot: Slot, id: string, state: 'confirmed' | 'pending', now: Instant): Slot {
  const why = whyNotAccept(slot, id, now);
  if (why) throw new Refusal(why);
  const place = placeOf(slot, id);
  if (place?.state !== 'offered') return slot;
  const { until: _, ...kept } = place;
  return next(slot, {
    places: slot.places.map((entry) => (entry.id === id ? { ...kept, state, at: now } : entry)),
  });
}
