import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { KeepersWord } from './keepersWord.ts';

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
  /** The keeper who booked it for the person, and their word: the person is told, and it is recorded. */
  by: v.optional(v.string()),
  word: v.optional(KeepersWord),
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
  /** The keeper's word that closed it, or opened it again, and the period in which they did: it is recorded. */
  turned: v.optional(v.object({ ...KeepersWord.entries, from: v.number(), until: v.number() })),
  /** When those who had booked by then were reminded; it stays, whatever holds since. */
  remindedAt: v.optional(v.number()),
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

export const placeOf = ({ places }: Slot, id: string) => places.find((place) => place.id === id);

export const without = <T extends { id: string }>(list: readonly T[], id: string) =>
  list.filter((entry) => entry.id !== id);

export const next = (slot: Slot, changed: Partial<Slot>): Slot => ({
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

/** Whether the slot has ever known this booking or wait. */
export const knows = ({ places, waiting, ended }: Slot, id: string): boolean =>
  [...places, ...waiting, ...ended].some((entry) => entry.id === id);

/** Whether a place ended, and how. */
export const endingOf = ({ ended }: Slot, id: string): Ended | undefined =>
  ended.find((entry) => entry.id === id);

/** Whether somebody has a place or waits. */
export const isHeld = ({ places, waiting }: Pick<Slot, 'places' | 'waiting'>): boolean =>
  places.length > 0 || waiting.length > 0;

/** Ends every place and every wait; the slot itself stays as open as it was. */
export function vacate(slot: Slot, word: KeepersWord): Slot {
  if (!isHeld(slot)) return slot;
  const ended = [...slot.places, ...slot.waiting].map(({ id, person }) => ({
    id,
    person,
    how: 'closed' as const,
    at: word.at,
    by: word.by,
    word,
  }));
  return next(slot, { places: [], waiting: [], ended: [...slot.ended, ...ended] });
}

/** Closes the slot: every place and every wait ends. A closed one stays as it is. */
export const close = (slot: Slot, word: KeepersWord): Slot =>
  slot.closed ? slot : { ...vacate(slot, word), closed: true, version: slot.version + 1 };

/** Opens a closed slot again; what ended stays ended. */
export const reopen = (slot: Slot): Slot => (slot.closed ? next(slot, { closed: false }) : slot);
