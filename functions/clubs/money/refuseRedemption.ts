import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { staffHandler } from '../../handler.ts';
import { giveBack } from './acting.ts';
import { redemptionSubject } from './redemptionSubject.ts';

/** Finance refuses what was reviewed, or cancels what the bank returned: the points come back. */
export const refuseRedemption = staffHandler(clubMoney.refuseRedemption, {
  subject: redemptionSubject,
  handle: async ({ input: { words }, subject, ...asked }) =>
    giveBack(
      subject,
      { role: 'finance', words, what: ({ state }) => (state === 'returned' ? 'cancel' : 'refuse') },
      asked,
    ),
});
