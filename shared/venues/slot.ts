import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { DAY, dayOf, HOUR, type Instant, instantOf } from '../time.ts';
import { KeepersWord } from './keepersWord.ts';
import type { VenuesPolicy } from './policy.ts';

/**
 * One slot of one room: who has a place, who waits, what ended. It is one item, and what becomes of a
 * place is decided by one conditional write on it. A held offer and a pending request occupy a place.
 */

/** A place that somebody has: booked, waiting for a keeper's word, or held for them as an offer. */
export const Place = v.object({
  /** The booking's id. */
  id: v.string(),
  person: v.string(),
  /** The group it is booked for. */
  group: v.optional(v.string()),
  /** The keeper who booked it for the person. */
  by: v.optional(v.string()),
  at: v.number(),
  state: v.picklist(['confirmed', 'pending', 'offered']),
  /** Until when an offer is held. */
  until: v.optional(v.number()),
  /** The version of the policy it was made under. */
  policy: v.number(),
  /** The booking it was taken in place of, which is given up for it. */
  insteadOf: v.optional(
    v.object({ id: v.string(), venue: v.string(), room: v.string(), start: v.number(), end: v.number() }),
  ),
  /** The keeper's word that confirmed it, where one was needed. */
  confirmed: v.optional(KeepersWord),
  /** When somebody came, and whether that was seen: by a keeper, or near enough to the door. */
  came: v.optional(v.object({ at: v.number(), verified: v.boolean(), by: v.optional(v.string()) })),
});
export type Place = v.InferOutput<typeof Place>;

/** Somebody in the line, first come first. */
export const Waiting = v.object({ id: v.string(), person: v.string(), since: v.number() });
export type Waiting = v.InferOutput<typeof Waiting>;

/** How a place or a wait ended. */
export const Ending = v.picklist([
  'cancelled',
  'moved',
  'givenUp',
  'passed',
  'lapsed',
  'refused',
  'released',
  'closed',
  'notReached',
]);
export type Ending = v.InferOutput<typeof Ending>;
export const Ended = v.object({
  id: v.string(),
  person: v.string(),
  how: Ending,
  at: v.number(),
  by: v.optional(v.string()),
  /** The keeper's word, where it was theirs: the person is told, and it is recorded. */
  word: v.optional(KeepersWord),
  /** For a no-show that counts no more: the keeper's word, and whether it was of the whole slot. */
  lifted: v.optional(v.object({ ...KeepersWord.entries, whole: v.boolean() })),
});
export type Ended = v.InferOutput<typeof Ended>;

export const Slot = v.object({
  room: v.string(),
  start: v.number(),
  end: v.number(),
  capacity: v.number(),
  version: v.number(),
  places: v.array(Place),
  waiting: v.array(Waiting),
  /** What ended here; kept with the slot, since a request may be sent again. */
  ended: v.array(Ended),
  /** Bookings that were found to have come to nothing; none of them can take a place any more. */
  void: v.array(v.string()),
  closed: v.boolean(),
  /** Whether those who had booked by then were reminded. */
  reminded: v.optional(v.boolean()),
});
export type Slot = v.InferOutput<typeof Slot>;

/** A slot nobody has touched. */
export const untouched = (at: Pick<Slot, 'room' | 'start' | 'end' | 'capacity'>): Slot => ({
  ...at,
  version: 0,
  places: [],
  waiting: [],
  ended: [],
  void: [],
  closed: false,
});

/** Places nobody has. */
export const freePlaces = ({ closed, capacity, places }: Slot) => (closed ? 0 : capacity - places.length);

const placeOf = ({ places }: Slot, id: string) => places.find((place) => place.id === id);
const without = <T extends { id: string }>(list: readonly T[], id: string) =>
  list.filter((entry) => entry.id !== id);
const next = (slot: Slot, changed: Partial<Slot>): Slot => ({
  ...slot,
  ...changed,
  version: slot.version + 1,
});

/** Why nobody can take a place in this slot. Whoever waits goes before whoever comes. */
export function whyNotTake(slot: Slot): RefusalCode | undefined {
  if (slot.closed) return 'SLOT_CLOSED';
  return freePlaces(slot) <= 0 || slot.waiting.length > 0 ? 'SLOT_TAKEN' : undefined;
}

/** Gives somebody a place. The same booking again changes nothing. Throws what whyNotTake says. */
export function take(slot: Slot, place: Place): Slot {
  if (placeOf(slot, place.id)) return slot;
  const why = whyNotTake(slot);
  if (why) throw new Refusal(why);
  return next(slot, { places: [...slot.places, place] });
}

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

/** Gets in line, at its end. The same wait again changes nothing. Throws what whyNotWait says. */
export function wait(slot: Slot, waiting: Waiting, policy: VenuesPolicy, now: Instant): Slot {
  if (slot.waiting.some(({ id }) => id === waiting.id) || placeOf(slot, waiting.id)) return slot;
  const why = whyNotWait(slot, waiting.person, policy, now);
  if (why) throw new Refusal(why);
  return next(slot, { waiting: [...slot.waiting, waiting] });
}

/** Which place somebody has in the line, from 1; 0 when they do not wait. */
export const positionOf = ({ waiting }: Slot, person: string) =>
  waiting.findIndex((entry) => entry.person === person) + 1;

/** Gets out of the line. */
export function giveUp(slot: Slot, id: string, now: Instant): Slot {
  const waiting = slot.waiting.find((entry) => entry.id === id);
  if (!waiting) return slot;
  return next(slot, {
    waiting: without(slot.waiting, id),
    ended: [...slot.ended, { id, person: waiting.person, how: 'givenUp', at: now }],
  });
}

const hourIn = (at: Instant) => (at - instantOf(dayOf(at), '00:00')) / HOUR;

/** Whether no offer starts now, since people sleep. */
export function isQuiet({ quietFrom, quietUntil }: VenuesPolicy, now: Instant): boolean {
  const hour = hourIn(now);
  return hour >= quietFrom || hour < quietUntil;
}

/** When the quiet hours that `now` is in are over. */
function quietEnds({ quietUntil }: VenuesPolicy, now: Instant): Instant {
  const today = instantOf(dayOf(now), '00:00') + quietUntil * HOUR;
  return now < today ? today : today + DAY;
}

/** Until when an offer made now is held: as long as the policy says, or less when the slot is near. */
export const offerUntil = ({ start }: Slot, policy: VenuesPolicy, now: Instant): Instant =>
  Math.min(now + policy.offerFor, start);

/**
 * Makes the offers that can be made: a free place each to who waits longest. When the slot is too near
 * for an offer to be taken, whoever still waits is let go, and the place is anybody's.
 */
function offer(slot: Slot, policy: VenuesPolicy, now: Instant): Slot {
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

/** Whether the slot has ever known this booking or wait. */
export const knows = ({ places, waiting, ended }: Slot, id: string): boolean =>
  [...places, ...waiting, ...ended].some((entry) => entry.id === id);

/** Whether a place ended, and how. */
export const endingOf = ({ ended }: Slot, id: string): Ended | undefined =>
  ended.find((entry) => entry.id === id);

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
  return now > slot.start - policy.cancelUntil ? 'CANCEL_TOO_LATE' : undefined;
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

/** Passes an offer on to whoever is next; passed once is passed. */
export function pass(slot: Slot, id: string, policy: VenuesPolicy, now: Instant): Slot {
  if (placeOf(slot, id)?.state !== 'offered') {
    if (endingOf(slot, id)) return slot;
    throw new Refusal('OFFER_OVER');
  }
  return endPlace(slot, id, { how: 'passed', at: now }, policy);
}

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
  if (now < slot.start - policy.checkInBefore) return 'CHECK_IN_EARLY';
  return now > slot.start + policy.checkInAfter ? 'CHECK_IN_OVER' : undefined;
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

/** Closes the slot: every place and every wait ends. A closed one stays as it is. */
export function close(slot: Slot, word: KeepersWord): Slot {
  if (slot.closed) return slot;
  const ended = [...slot.places, ...slot.waiting].map(({ id, person }) => ({
    id,
    person,
    how: 'closed' as const,
    at: word.at,
    by: word.by,
    word,
  }));
  return next(slot, { closed: true, places: [], waiting: [], ended: [...slot.ended, ...ended] });
}

/** When people are reminded of a slot; undefined when they were, or when nobody booked before that. */
function remindsAt({ start, places, reminded }: Slot, policy: VenuesPolicy): Instant | undefined {
  const at = start - policy.remindBefore;
  return !reminded && places.some((place) => isReminded(place, at)) ? at : undefined;
}

/** Whether somebody who has a place is reminded at that moment: who booked it since knows of it. */
export const isReminded = ({ state, at: since }: Pick<Place, 'state' | 'at'>, at: Instant): boolean =>
  state === 'confirmed' && since < at;

/** Opens a closed slot again; what ended stays ended. */
export const reopen = (slot: Slot): Slot => (slot.closed ? next(slot, { closed: false }) : slot);

/**
 * What time brings: offers that lapsed go on to the next, who did not come is released, free places are
 * offered, who comes soon is reminded. Late or twice it does the same: an offer is held for its whole time from when it was made.
 */
export function tick(slot: Slot, policy: VenuesPolicy, now: Instant): Slot {
  const over = (place: Place): Ending | undefined => {
    if (place.state === 'offered') return now > (place.until ?? 0) ? 'lapsed' : undefined;
    if (now <= slot.start + policy.checkInAfter) return undefined;
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
  return offer(due !== undefined && now >= due ? next(after, { reminded: true }) : after, policy, now);
}

/** When the first tick has something to do in a slot that nobody had before `now`. */
export function firstDue({ start }: Pick<Slot, 'start'>, policy: VenuesPolicy, now: Instant): Instant {
  const reminder = start - policy.remindBefore;
  return now < reminder ? reminder : start + policy.checkInAfter + 1;
}

/** When the next tick has something to do here; undefined when time alone changes nothing. */
export function dueAt(slot: Slot, policy: VenuesPolicy, now: Instant): Instant | undefined {
  const offers = slot.places.flatMap(({ state, until }) => (state === 'offered' && until ? [until + 1] : []));
  const unseen = slot.places.some(
    ({ state, came }) => state === 'pending' || (state === 'confirmed' && !came),
  );
  const release = unseen ? [slot.start + policy.checkInAfter + 1] : [];
  const canOffer = slot.waiting.length > 0 && freePlaces(slot) > 0;
  const promotion = canOffer ? [isQuiet(policy, now) ? quietEnds(policy, now) : now] : [];
  // Whoever still waits when no offer can be made any more is let go.
  const farewell = slot.waiting.length > 0 ? [slot.start - policy.offerAtLeast + 1] : [];
  const reminder = remindsAt(slot, policy) ?? [];
  const moments = [...offers, ...release, ...promotion, ...farewell].concat(reminder);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
