import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { staffHandler } from '../../handler.ts';
import { advance } from './acting.ts';
import { redemptionSubject } from './redemptionSubject.ts';

/** Finance has paid, or has paid again what the bank returned. */
export const payRedemption = staffHandler(clubMoney.payRedemption, {
  subject: redemptionSubject,
  handle: async ({ input: { voucher }, subject, ...asked }) =>
    advance(
      subject,
      { role: 'finance', voucher, what: ({ state }) => (state === 'returned' ? 'payAgain' : 'pay') },
      asked,
    ),
});
