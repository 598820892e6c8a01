import { Refusal } from '@niangjia/shared/refusal';
import type { Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { type GuestCard, isHere, saidToKeeper } from '@niangjia/shared/venues/guest';
import type { Venue } from '@niangjia/shared/venues/venue';
import { book, refuseClosed, type Wish } from '../../booking/bookings.ts';
import { isKnown, wishOf } from '../../booking/wishes.ts';
import { getCalendar } from '../../calendars.ts';
import { holderOf } from '../../cards.ts';
import { countMiss } from '../../guesses.ts';
import { activeMember } from '../../members.ts';
import { verifyToken } from '../../tokens.ts';
import { wordOf } from './kept.ts';
import { useKey } from './keysUsed.ts';

/** Members for whom a keeper acts: whose card it is, and booking for them. */

/** The person of a card's code; one that is over, or no code of ours, is refused. */
export async function personOfCode(token: string, by: string, now: Instant): Promise<string> {
  const card = await verifyToken('card', token, now);
  if (card) return card.person;
  // A card that was shown a minute ago is no guess: it is ours, only over.
  if (!(await verifyToken('card', token, 0))) await countMiss(by, now);
  throw new Refusal('CARD_OVER');
}

/**
 * The member whose card it is. A number that is nobody's, or of somebody who is no member any more, is answered
 * alike, and counted: numbers follow one another.
 */
export async function guestOf(card: GuestCard, by: string, now: Instant): Promise<string> {
  if (card.by === 'code') return personOfCode(card.token, by, now);
  const person = await holderOf(card.cardNumber);
  const member = person && (await activeMember(person));
  if (person && member && member.cardNumber === card.cardNumber) return person;
  await countMiss(by, now);
  throw new Refusal('CARD_UNKNOWN');
}

/** What a keeper asks for a guest: where, for whom, at the door or not. */
export interface ForGuest {
  readonly venue: Venue;
  readonly room: string;
  readonly start: Instant;
  readonly person: string;
  readonly staff: Staff;
  readonly id: string;
  readonly walkIn: boolean;
  readonly now: Instant;
}

/** A guest's wish, with the keeper's word. */
export async function guestWish({ venue, room, start, person, staff, id, walkIn, now }: ForGuest) {
  if (person === staff.id) throw new Refusal('OWN_BOOKING');
  const { wish, calendar } = await wishOf({ venue: venue.id, room, start }, { id, person, now });
  return { wish: { ...wish, word: wordOf(venue, staff, now), walkIn } satisfies Wish, calendar };
}

/** Does something for a guest; a refusal is said as it is for a keeper to hear, with nothing of where the guest is. */
export async function forKeeper<T>(
  { room, start, person, now }: ForGuest,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const here =
      error.code === 'ELSEWHERE_THEN' && isHere(await getCalendar(person), { of: room, start }, now);
    const { opensAt } = error.details ?? {};
    throw new Refusal(here ? 'GUEST_HERE' : saidToKeeper(error.code), opensAt ? { opensAt } : undefined);
  }
}

/** Books for a guest whom the keeper has seen within the last minutes; sent again, it is the same booking. */
export async function bookGuest(
  { guest, room, start }: { room: string; start: Instant; guest: string },
  rest: Omit<ForGuest, 'room' | 'start' | 'person'>,
): Promise<Wish> {
  const { now } = rest;
  // One that is over still says whose request this was, should it have been answered before.
  const claims = await verifyToken('guest', guest, 0);
  if (!claims) throw new Refusal('CARD_OVER');
  const asked: ForGuest = { ...rest, room, start, person: claims.person };
  return forKeeper(asked, async () => {
    const { wish, calendar } = await guestWish(asked);
    if (await isKnown(wish, calendar)) return wish;
    if (!(await verifyToken('guest', guest, now))) throw new Refusal('CARD_OVER');
    refuseClosed(wish);
    // Before anything is written for this guest: what stands for another one is not to be in their calendar.
    await useKey(wish.id, asked, now);
    await book(wish, calendar);
    return wish;
  });
}
