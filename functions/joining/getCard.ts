import type { joining } from '@niangjia/shared/joining/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { dataKey } from '../dataKeys.ts';
import type { OpenHandler } from '../handler.ts';
import { peekApproved } from './applications.ts';
import { openLastFour, openPerson } from './sealing.ts';

/** The caller's own card. */
export const getCard: OpenHandler<typeof joining.getCard> = async ({ caller }) => {
  const [application, key] = await Promise.all([peekApproved(caller), dataKey(caller)]);
  if (!application) throw new Refusal('NO_CARD');
  const { org, cardNumber, membership, decision, scannedAt, shownAt, bankCard } = application;
  const { name } = openPerson(key, application);
  return {
    name,
    org: org.name,
    cardNumber,
    membership,
    memberSince: decision.at,
    scannedAt,
    shownAt,
    bankCard:
      bankCard?.status === 'issued'
        ? { ...bankCard, lastFour: openLastFour(key, caller, bankCard.lastFour) }
        : bankCard,
  };
};
