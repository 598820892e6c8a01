import { Refusal, type RefusalCode } from '../refusal.ts';
import { DAY, dayOf, type Instant, instantOf, MINUTE } from '../time.ts';
import { checkIn, whyNotCheckIn } from './attendance.ts';
import { endPlace } from './ending.ts';
import { isWalkIn } from './guest.ts';
import type { KeepersWord } from './keepersWord.ts';
import { madeUnder, type VenuesPolicy } from './policy.ts';
import { type Doors, type Grid, type SlotTime, slotsOn } from './room.ts';
import { endingOf, type Place, type Slot } from './slot.ts';

/** What a keeper does to a place in a slot. */

const placeOf = ({ places }: Slot, id: string) => places.find((place) => place.id === id);

/**
 * Why a keeper can't take a place from somebody. An offer is nobody's booking yet and ends by itself. Who came stays,
 * unless a keeper let them in: that may have been the wrong person.
 */
export function whyNotCancelFor(slot: Slot, id: string, now: Instant): RefusalCode | undefined {
  const place = placeOf(slot, id);
  if (!place || place.state === 'offered') return 'PLACE_CHANGED';
  if (place.came && !isWalkIn(place)) return 'CAME_ALREADY';
  return now >= slot.end ? 'SLOT_OVER' : undefined;
}

/** Cancels somebody's booking, however near the slot is; once is once. Throws what whyNotCancelFor says. */
export function cancelFor(slot: Slot, id: string, word: KeepersWord, policy: VenuesPolicy): Slot {
  const ended = endingOf(slot, id);
  if (ended?.how === 'cancelled' && ended.word?.by === word.by) return slot;
  const why = whyNotCancelFor(slot, id, word.at);
  if (why) throw new Refusal(why);
  return endPlace(slot, id, { how: 'cancelled', at: word.at, by: word.by, word }, policy);
}

/** Why a keeper can't decide on a request; nobody decides on their own. */
export function whyNotSettle(
  place: Pick<Place, 'person' | 'state'> | undefined,
  by: string,
): RefusalCode | undefined {
  if (place?.person === by) return 'OWN_BOOKING';
  return place?.state === 'pending' ? undefined : 'NOT_PENDING';
}

/** A keeper's word on a pending booking; the same word again changes nothing. Throws what whyNotSettle says. */
export function settle(
  slot: Slot,
  id: string,
  confirmed: boolean,
  word: KeepersWord,
  policy: VenuesPolicy,
): Slot {
  const place = placeOf(slot, id);
  const said = confirmed
    ? place?.confirmed
    : endingOf(slot, id)?.how === 'refused' && endingOf(slot, id)?.word;
  if (said && said.by === word.by) return slot;
  const why = whyNotSettle(place, word.by);
  if (why) throw new Refusal(why);
  if (!confirmed) return endPlace(slot, id, { how: 'refused', at: word.at, by: word.by, word }, policy);
  return {
    ...slot,
    version: slot.version + 1,
    places: slot.places.map((entry) =>
      entry.id === id ? { ...entry, state: 'confirmed', confirmed: word } : entry,
    ),
  };
}

/** Why a keeper can't check somebody in, in words for a keeper. */
export function whyNotSeen(
  slot: Slot,
  id: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  const why = whyNotCheckIn(slot, id, policy, now);
  if (why === 'CHECK_IN_OVER') return 'RELEASED';
  return why === 'NOT_BOOKED' ? 'PLACE_CHANGED' : why;
}

/** A keeper has seen somebody come. Throws what whyNotSeen says. */
export function see(slot: Slot, id: string, by: string, policy: VenuesPolicy, now: Instant): Slot {
  const why = whyNotSeen(slot, id, policy, now);
  if (why) throw new Refusal(why);
  return checkIn(slot, id, { at: now, verified: true, by }, policy);
}

/** A scan sent again within this is the same scan: a card's code lives no longer. */
const SAME_SCAN = MINUTE;

/**
 * Which of somebody's bookings, soonest first, the scan of their card is for: one that can be checked in now, before
 * one whose coming is still to be verified. With two hours in a row, the first that was seen is done.
 */
export function toSee<T extends { readonly slot: Slot; readonly id: string }>(
  here: readonly T[],
  policy: VenuesPolicy,
  now: Instant,
): T | undefined {
  const isDone = (came: Place['came']) => came?.verified && now - came.at > SAME_SCAN;
  const left = here.filter(({ slot, id }) => {
    const place = placeOf(slot, id);
    return place && !isDone(place.came) && !whyNotSeen(slot, id, policy, now);
  });
  const isNow = ({ slot, id }: T) => {
    const place = placeOf(slot, id);
    return place && now <= slot.start + madeUnder(policy, place).checkInAfter;
  };
  return left.find(isNow) ?? left[0] ?? here[0];
}

/** Why a keeper can't take back no-shows of a slot, one or all of them; nobody does it for themself alone. */
export function whyNotLift(slot: Slot, id: string | undefined, by: string): RefusalCode | undefined {
  const missed = slot.ended.filter((entry) => entry.how === 'released' && (!id || entry.id === id));
  if (missed.length === 0) return 'PLACE_CHANGED';
  return id && missed[0]?.person === by ? 'OWN_BOOKING' : undefined;
}

/**
 * Takes back a no-show of a slot, or all of them in one act: the code at the door was torn off. Lifted once
 * is lifted. Throws what whyNotLift says.
 */
export function liftMissed(slot: Slot, id: string | undefined, word: KeepersWord): Slot {
  const why = whyNotLift(slot, id, word.by);
  if (why) throw new Refusal(why);
  const isMeant = ({ how, lifted, ...entry }: Slot['ended'][number]) =>
    how === 'released' && !lifted && (!id || entry.id === id);
  if (!slot.ended.some(isMeant)) return slot;
  const lifted = { ...word, whole: !id };
  return {
    ...slot,
    version: slot.version + 1,
    ended: slot.ended.map((entry) => (isMeant(entry) ? { ...entry, lifted } : entry)),
  };
}

/** From when until when a room is to be closed. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** The longest period that is closed in one act. */
const LONGEST = 31 * DAY;

/** Why a period can't be closed. */
export function whyNotPeriod({ from, until }: Period): RefusalCode | undefined {
  return until <= from || until - from > LONGEST ? 'PERIOD_WRONG' : undefined;
}

/** A room's slots that have to do with a period: those that begin before its end and end after its start. */
export function slotsWithin(room: Grid, doors: Doors, { from, until }: Period): SlotTime[] {
  const first = instantOf(dayOf(from), '00:00');
  const days = Array.from({ length: Math.ceil((until - first) / DAY) }, (_, i) => dayOf(first + i * DAY));
  return days
    .flatMap((day) => slotsOn(room, doors, day))
    .filter(({ start, end }) => start < until && end > from);
}
