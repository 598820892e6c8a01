import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import type { GuestCard } from '@niangjia/shared/venues/guest';
import { holderOf } from './cards.ts';
import { countMiss } from './guesses.ts';
import { activeMember } from './members.ts';
import { verifyToken } from './tokens.ts';

/** Whose card it is that somebody is shown at a desk: by its code, or by its number. */

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

/** Whose card an accepted request was about, however old its code is by now: for answering it once more. */
export async function shownBefore(card: GuestCard): Promise<string | undefined> {
  if (card.by === 'cardNumber') return holderOf(card.cardNumber);
  return (await verifyToken('card', card.token, 0))?.person;
}
