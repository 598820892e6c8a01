import * as v from 'valibot';
import { code, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Id, Sealed } from '../ids.ts';
import { GuestCard } from './guest.ts';

const who = { staff: ['venueKeeper'] } as const;
const Where = { venue: Id, room: Id, start: Time };

const guestRefusals = [
  'CARD_OVER',
  'CARD_UNKNOWN',
  'OWN_BOOKING',
  'SLOT_CLOSED',
  'SLOT_SETTLING',
  'NO_PLACE_LEFT',
  'GUEST_HERE',
  'GUEST_ELSEWHERE',
  'GUEST_BANNED',
  'GUEST_WORK',
  'GUEST_OVERTAKEN',
] as const;

/** What keepers do for a member who stands before them, or telephones. */
export const guests = {
  seeGuest: endpoint({
    route: 'POST /kept-venues/{venue}/guests',
    summary: 'Whose card it is, masked, and what is in the way of booking a slot for them.',
    who,
    repeat: 'safe',
    input: v.object({ ...Where, card: GuestCard, walkIn: v.boolean() }),
    output: v.object({
      /** Stands for them for a few minutes. */
      guest: Sealed,
      name: v.optional(text(40)),
      /** Why they can't have it, as the refusal would say; absent when they can. */
      why: v.optional(code(/^[A-Z_]+$/, 40)),
    }),
    refusals: ['CARD_OVER', 'CARD_UNKNOWN', 'OWN_BOOKING', 'SLOT_CLOSED', 'TOO_MANY_GUESSES'],
  }),
  bookFor: endpoint({
    route: 'POST /kept-venues/{venue}/bookings',
    summary: 'Books a slot for a guest, whose own calendar and limits hold; they are told.',
    who,
    repeat: 'key',
    input: v.object({ ...Where, guest: Sealed }),
    output: v.object({ id: Id }),
    refusals: [...guestRefusals, 'SLOT_PAST', 'SLOT_NOT_OPEN', 'GUEST_LIMIT'],
  }),
  walkIn: endpoint({
    route: 'POST /kept-venues/{venue}/walk-ins',
    summary: 'Books a slot that is free now for a guest at the door, and checks them in.',
    who,
    repeat: 'key',
    input: v.object({ ...Where, guest: Sealed }),
    output: v.object({ id: Id, at: Time }),
    refusals: [...guestRefusals, 'WALK_IN_EARLY', 'WALK_IN_OVER'],
  }),
};
