import type { joining } from '@niangjia/shared/joining/contract';
import { maskName } from '@niangjia/shared/masking';
import { dataKey } from '../dataKeys.ts';
import { countMiss } from '../guesses.ts';
import type { OpenHandler } from '../handler.ts';
import { verifyToken } from '../tokens.ts';
import { peekApproved } from './applications.ts';
import { openPerson } from './sealing.ts';

/** Whether a scanned card is valid: the token first, then the membership; never why not. */
export const verifyCard: OpenHandler<typeof joining.verifyCard> = async ({ input, caller, now }) => {
  const card = await verifyToken('card', input.token, now);
  if (!card) {
    // A card that was shown a minute ago is no guess: it is ours, only over.
    const over = await verifyToken('card', input.token, 0);
    if (!over) await countMiss(caller, now);
    return { valid: false };
  }
  const { person } = card;
  const [application, key] = await Promise.all([peekApproved(person), dataKey(person)]);
  // A card is not valid while the phone that shows it is lost.
  if (application?.membership !== 'active' || application.heldAt) return { valid: false };
  return { valid: true, name: maskName(openPerson(key, application).name), org: application.org.name };
};
