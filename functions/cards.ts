import { absent, ConditionFailed, getItem, type Operation, putItem } from './table.ts';

/**
 * Whose a card number is, for whoever shows one on paper: written by the stream a moment after the
 * approval. It only points; whether the card is good is decided by what the person has.
 */

const keyOf = (cardNumber: string) => ({ pk: `CARD#${cardNumber}`, sk: 'CARD' });

/** Notes whose a number is; a number is one person's for good. */
export async function noteCard(cardNumber: string, person: string): Promise<void> {
  try {
    await putItem({ ...keyOf(cardNumber), person }, absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Part of a transaction: the number is nobody's any more; the counter never gives it again. */
export const dropCard = (cardNumber: string): Operation => ({ Delete: { Key: keyOf(cardNumber) } });

/** Whose a number is, if it was ever issued. */
export async function holderOf(cardNumber: string): Promise<string | undefined> {
  const item = await getItem(keyOf(cardNumber));
  return item && String(item.person);
}
