import * as v from 'valibot';
import { code } from '../bounds.ts';
import type { RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type Entry, upcoming } from './calendar.ts';
import type { VenuesPolicy } from './policy.ts';
import { type Room, type SlotTime, whyNotOpen } from './room.ts';
import type { Place } from './slot.ts';

/**
 * A guest is a member for whom a keeper books: at the desk, on the telephone, or at the door of a room that is
 * free. What the keeper may set aside is said here; all else holds as if the member booked.
 */

/** How a keeper knows who it is: the code of the member's card, or its number. */
export const GuestCard = v.variant('by', [
  v.object({ by: v.literal('code'), token: code(/^[\s\S]*$/, 2048) }),
  v.object({ by: v.literal('cardNumber'), cardNumber: code(/^\d{12}$/, 12) }),
]);
export type GuestCard = v.InferOutput<typeof GuestCard>;

/**
 * Why a keeper can't book a slot for somebody. The notice is the keeper's to set aside, since they are there to
 * open the door; when a day opens is not: those who wait for it would be passed over.
 */
export const whyNotBookFor = (
  room: Room,
  slot: SlotTime,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined => whyNotOpen(room, slot, { ...policy, notice: 0 }, now);

/** Why a keeper can't let somebody in now: from when one checks in until the slot is over. */
export function whyNotWalkIn({ start, end }: SlotTime, policy: VenuesPolicy, now: Instant) {
  if (now < start - policy.checkInBefore) return 'WALK_IN_EARLY';
  return now >= end ? 'WALK_IN_OVER' : undefined;
}

/** Whether a keeper let somebody in with the booking, rather than booked for later. */
export const isWalkIn = ({ word, came, at }: Place): boolean => word !== undefined && came?.at === at;

/** Refusals to a member, in the words for the keeper who books for them; more than this is nobody's business. */
const forKeepers: Partial<Record<RefusalCode, RefusalCode>> = {
  SLOT_TAKEN: 'NO_PLACE_LEFT',
  MEMBERS_ONLY: 'CARD_UNKNOWN',
  ELSEWHERE_THEN: 'GUEST_ELSEWHERE',
  TOO_MANY_AHEAD: 'GUEST_LIMIT',
  TOO_LONG_A_WEEK: 'GUEST_LIMIT',
  UNION_DAY_FULL: 'GUEST_LIMIT',
  TURNED_TOO_OFTEN: 'GUEST_LIMIT',
  BOOKING_BANNED: 'GUEST_BANNED',
  NOT_FOR_YOUR_WORK: 'GUEST_WORK',
  BOOKING_OVERTAKEN: 'GUEST_OVERTAKEN',
};

/** What a keeper is told instead of what the member would be told. */
export const saidToKeeper = (why: RefusalCode): RefusalCode => forKeepers[why] ?? why;

/** Whether somebody has this very slot; that a keeper sees in the grid anyway. */
export const isHere = (
  calendar: Parameters<typeof upcoming>[0],
  { of, start }: Pick<Entry, 'of' | 'start'>,
  now: Instant,
): boolean => upcoming(calendar, now).some((entry) => entry.of === of && entry.start === start);
