import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { staffHandler } from '../../handler.ts';
import { advance } from './acting.ts';
import { redemptionSubject } from './redemptionSubject.ts';

/** The bank returned what was paid; the points stay held. */
export const returnRedemption = staffHandler(clubMoney.returnRedemption, {
  subject: redemptionSubject,
  handle: async ({ input: { words }, subject, ...asked }) =>
    advance(subject, { role: 'finance', words, what: () => 'return' }, asked),
});
