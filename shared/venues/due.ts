import type { Instant } from '../time.ts';
import { isQuiet, lastTaken, offer, quietEnds } from './line.ts';
import { madeUnder, type VenuesPolicy } from './policy.ts';
import { type Ending, freePlaces, next, type Place, type Slot } from './slot.ts';

/** When people are reminded of a slot; undefined when they were, or when nobody booked before that. */
function remindsAt({ start, places, remindedAt }: Slot, policy: VenuesPolicy): Instant | undefined {
  const at = start - policy.remindBefore;
  return remindedAt === undefined && places.some((place) => isReminded(place, at)) ? at : undefined;
}

/** Whether somebody who has a place is reminded at that moment: who booked it since knows of it, and who came is there. */
export const isReminded = ({ state, at: since, came }: Place, at: Instant): boolean =>
  state === 'confirmed' && since < at && !came;

/**
 * What time brings: offers that lapsed go on to the next, who did not come is released, free places are
 * offered, who comes soon is reminded. Late or twice it does the same: an offer is held for its whole time from when it was made.
 */
export function tick(slot: Slot, policy: VenuesPolicy, now: Instant): Slot {
  const over = (place: Place): Ending | undefined => {
    if (place.state === 'offered') return now > (place.until ?? 0) ? 'lapsed' : undefined;
    if (now <= slot.start + madeUnder(policy, place).checkInAfter) return undefined;
    // A keeper who never answered is not the person's no-show.
    if (place.state === 'pending') return 'notReached';
    return place.came ? undefined : 'released';
  };
  const ending = slot.places.flatMap(({ id, person, ...place }) => {
    const how = over({ id, person, ...place });
    return how ? [{ id, person, how, at: now }] : [];
  });
  const left = slot.places.filter(({ id }) => !ending.some((entry) => entry.id === id));
  const after = ending.length > 0 ? next(slot, { places: left, ended: [...slot.ended, ...ending] }) : slot;
  const due = remindsAt(slot, policy);
  return offer(due !== undefined && now >= due ? next(after, { remindedAt: now }) : after, policy, now);
}

/** When the first tick has something to do in a slot that nobody had before `now`. */
export function firstDue({ start }: Pick<Slot, 'start'>, policy: VenuesPolicy, now: Instant): Instant {
  const reminder = start - policy.remindBefore;
  return now < reminder ? reminder : start + policy.checkInAfter + 1;
}

/** When the next tick has something to do here; undefined when time alone changes nothing. */
export function dueAt(slot: Slot, policy: VenuesPolicy, now: Instant): Instant | undefined {
  const offers = slot.places.flatMap(({ state, until }) => (state === 'offered' && until ? [until + 1] : []));
  const release = slot.places
    .filter(({ state, came }) => state === 'pending' || (state === 'confirmed' && !came))
    .map((place) => slot.start + madeUnder(policy, place).checkInAfter + 1);
  const canOffer = slot.waiting.length > 0 && freePlaces(slot) > 0;
  const promotion = canOffer ? [isQuiet(policy, now) ? quietEnds(policy, now) : now] : [];
  // Whoever still waits when no offer can be made any more is let go.
  const farewell = slot.waiting.length > 0 ? [lastTaken(slot, policy) - policy.offerAtLeast + 1] : [];
  const reminder = remindsAt(slot, policy) ?? [];
  const moments = [...offers, ...release, ...promotion, ...farewell].concat(reminder);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
