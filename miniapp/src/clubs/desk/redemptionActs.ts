import type { Role } from '@niangjia/shared/roles';
import { moneyApi } from './moneyApi.ts';
import { type Act, type Listed, redemptionsTexts as texts } from './redemptions.text.ts';

/** Who does what with one in a state; the first is what is meant to happen. */
export const actsIn: Readonly<Record<Listed, { role: Role; acts: readonly Act[] }>> = {
  requested: { role: 'clubReviewer', acts: ['approve', 'refuse'] },
  reviewed: { role: 'finance', acts: ['pay', 'decline'] },
  paid: { role: 'finance', acts: ['return'] },
  returned: { role: 'finance', acts: ['payAgain', 'cancel'] },
};

/** What is asked beside an act; agreeing needs nothing. */
export const forms: Readonly<Partial<Record<Act, { label: string; example: string; note?: string }>>> = {
  refuse: { label: texts.refuseWhy, example: texts.refuseExample, note: texts.back },
  pay: { label: texts.voucher, example: texts.voucherExample },
  decline: { label: texts.refuseWhy, example: texts.refuseExample, note: texts.back },
  return: { label: texts.returnWhy, example: texts.returnExample },
  payAgain: { label: texts.voucher, example: texts.voucherExample },
  cancel: { label: texts.cancelWhy, example: texts.cancelExample, note: texts.back },
};
/** Whether it takes the number of a voucher, rather than words. */
export const takesVoucher = (act: Act) => act === 'pay' || act === 'payAgain';

/** Does it, with the words or the voucher that it takes. */
export async function send(act: Act, redemption: string, words: string): Promise<void> {
  switch (act) {
    case 'approve':
      await moneyApi.reviewRedemption({ redemption, approved: true });
      return;
    case 'refuse':
      await moneyApi.reviewRedemption({ redemption, approved: false, words });
      return;
    case 'pay':
    case 'payAgain':
      await moneyApi.payRedemption({ redemption, voucher: words });
      return;
    case 'return':
      await moneyApi.returnRedemption({ redemption, words });
      return;
    case 'decline':
    case 'cancel':
      await moneyApi.refuseRedemption({ redemption, words });
  }
}
