import type { Employment } from '../joining/form.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type Calendar, inTheWay, whyNotAgain, whyNotYet } from './calendar.ts';
import { whyNotBookFor, whyNotWalkIn } from './guest.ts';
import type { VenuesPolicy } from './policy.ts';
import { type Room, type SlotTime, whyNotForWork, whyNotOpen } from './room.ts';
import { type Slot, whyNotTake } from './slot.ts';

/** Why somebody can't book a slot, in the order in which it is said: before the tap, at a desk, and when it is asked for. */

/** Who asks for a slot, and in which way. */
export interface Asking {
  /** How they work; absent for somebody who is no member. */
  readonly employment: Employment | undefined;
  /** The group it is for, which has a standing place: from when a day opens is for members. */
  readonly group?: string | undefined;
  /** Whether a keeper asks for them; see whyNotBookFor. */
  readonly byKeeper?: boolean;
  /** Whether they are at the door of a room that is free now: nobody is kept from it by what they may book. */
  readonly walkIn?: boolean | undefined;
  readonly policy: VenuesPolicy;
  readonly now: Instant;
}

/** Why the room says no, whatever else they have and whoever is in it. */
export function whyNotRoom(room: Room, slot: SlotTime, asking: Asking): RefusalCode | undefined {
  const { employment, group, byKeeper, walkIn, policy, now } = asking;
  const judged = byKeeper ? whyNotBookFor : whyNotOpen;
  const why = walkIn ? whyNotWalkIn(slot, policy, now) : judged(room, slot, policy, now);
  if (why && !(group && why === 'SLOT_NOT_OPEN')) return why;
  return employment ? whyNotForWork(room, employment) : 'MEMBERS_ONLY';
}

/** Why they can't have a place in a slot, by what their calendar and their union's day say now. */
export function whyNotBook(
  room: Room,
  slot: Slot,
  asking: Asking,
  { calendar, unionFull }: { readonly calendar: Calendar; readonly unionFull: boolean },
): RefusalCode | undefined {
  const { group, walkIn = false, policy, now } = asking;
  const isFree = group !== undefined || walkIn;
  return (
    whyNotRoom(room, slot, asking) ??
    whyNotTake(slot) ??
    whyNotYet(calendar, policy, now) ??
    (walkIn ? undefined : whyNotAgain(calendar, { of: room.id, start: slot.start }, now)) ??
    inTheWay(calendar, slot, policy, now, group ?? walkIn)?.code ??
    (unionFull && !isFree ? 'UNION_DAY_FULL' : undefined)
  );
}
