import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { advance, giveBack } from './acting.ts';
import { redemptionSubject } from './redemptionSubject.ts';

/** A reviewer above the club's union agrees, or refuses: then the points come back. */
export const reviewRedemption = staffHandler(clubMoney.reviewRedemption, {
  subject: redemptionSubject,
  handle: async ({ input: { approved, words }, subject, ...asked }) => {
    if (!approved && !words) throw new Refusal('REASON_MISSING');
    const role = 'clubReviewer';
    if (approved) return advance(subject, { role, words, what: () => 'review' }, asked);
    return giveBack(subject, { role, words, what: () => 'refuse' }, asked);
  },
});
