import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { offer } from './line.ts';
import { madeUnder, type VenuesPolicy } from './policy.ts';
import { type Ended, endingOf, next, placeOf, type Slot, without } from './slot.ts';

/** Ends a place, and offers it on at once where it can be. */
export function endPlace(
  slot: Slot,
  id: string,
  ending: Omit<Ended, 'id' | 'person'>,
  policy: VenuesPolicy,
): Slot {
  const place = placeOf(slot, id);
  if (!place) return slot;
  const ended = next(slot, {
    places: without(slot.places, id),
    ended: [...slot.ended, { id, person: place.person, ...ending }],
  });
  return offer(ended, policy, ending.at);
}

/** Why a booking can't be cancelled by who made it. */
export function whyNotCancel(
  slot: Slot,
  id: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  const place = placeOf(slot, id);
  if (!place || place.state === 'offered') return 'NOT_BOOKED';
  if (place.came) return 'ALREADY_CAME';
  return now > slot.start - madeUnder(policy, place).cancelUntil ? 'CANCEL_TOO_LATE' : undefined;
}

/** Cancels a booking; cancelled once is cancelled. Throws what whyNotCancel says. */
export function cancel(slot: Slot, id: string, policy: VenuesPolicy, now: Instant): Slot {
  if (endingOf(slot, id)?.how === 'cancelled') return slot;
  const why = whyNotCancel(slot, id, policy, now);
  if (why) throw new Refusal(why);
  return endPlace(slot, id, { how: 'cancelled', at: now }, policy);
}

/**
 * Gives a place back at any time: for another one that its person has taken in place of it, or because they
 * are no member any more. Gone is gone.
 */
export const giveBack = (
  slot: Slot,
  id: string,
  how: 'moved' | 'cancelled',
  policy: VenuesPolicy,
  now: Instant,
): Slot => endPlace(slot, id, { how, at: now }, policy);

/** Passes an offer on to whoever is next; passed once is passed. */
export function pass(slot: Slot, id: string, policy: VenuesPolicy, now: Instant): Slot {
  if (placeOf(slot, id)?.state !== 'offered') {
    if (endingOf(slot, id)) return slot;
    throw new Refusal('OFFER_OVER');
  }
  return endPlace(slot, id, { how: 'passed', at: now }, policy);
}

/**
 * Gets out of the line. Whoever is offered the place at that very moment does not want it either, and it goes
 * on; a place that was taken is kept.
 */
export function giveUp(slot: Slot, id: string, policy: VenuesPolicy, now: Instant): Slot {
  const waiting = slot.waiting.find((entry) => entry.id === id);
  if (waiting)
    return next(slot, {
      waiting: without(slot.waiting, id),
      ended: [...slot.ended, { id, person: waiting.person, how: 'givenUp', at: now }],
    });
  return placeOf(slot, id)?.state === 'offered'
    ? endPlace(slot, id, { how: 'passed', at: now }, policy)
    : slot;
}
