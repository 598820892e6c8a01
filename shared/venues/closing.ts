import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { KeepersWord } from './keepersWord.ts';
import type { Period } from './keeping.ts';
import { close, reopen, type Slot } from './slot.ts';

/** What a keeper does to the slots of a room: closed for a period, and opened again. */

/** Why a slot can't be closed any more: it is over, or somebody is in it. A closed one stays closed. */
export function whyNotClose({ closed, end, places }: Slot, now: Instant): RefusalCode | undefined {
  if (closed) return undefined;
  if (now >= end) return 'CLOSE_OVER';
  return places.some(({ came }) => came) ? 'CLOSE_CAME' : undefined;
}

/** Closes a slot, and notes the act on it. Throws what whyNotClose says. */
export function closeFor(slot: Slot, word: KeepersWord, { from, until }: Period): Slot {
  const why = whyNotClose(slot, word.at);
  if (why) throw new Refusal(why);
  return slot.closed ? slot : { ...close(slot, word), turned: { ...word, from, until } };
}

/** Opens a closed slot again, and notes the act on it; an open one stays as it is. */
export const reopenFor = (slot: Slot, word: KeepersWord, { from, until }: Period): Slot =>
  slot.closed ? { ...reopen(slot), turned: { ...word, from, until } } : slot;
