import { nodeAbove } from '@niangjia/shared/audit/callBack';
import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import {
  nextAct,
  paymentOf,
  type Redemption,
  reviewOf,
  roleFor,
  whyNotAct,
} from '@niangjia/shared/clubs/redemption';
import type { RefusalCode } from '@niangjia/shared/refusal';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import { clubsAt } from '../../clubRecords.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { staffNames } from '../../staff.ts';
import { orgSubject } from '../orgSubject.ts';
import { redemptionsIn } from '../redemptions.ts';

/** Why somebody can't do what is to be done next with a redemption. */
function whyNot(redemption: Redemption, staff: Staff, leads: boolean): RefusalCode | undefined {
  const next = nextAct(redemption);
  if (!next) return 'REDEMPTION_CHANGED';
  const role = roleFor(next, redemption);
  if (!grantFor(staff, [role], nodeAbove(redemption.org.path))) return 'NOT_YOURS';
  return whyNotAct(redemption, next, { by: staff.id, role, leads });
}

const rowOf = ({ org, steps, ...redemption }: Redemption) => {
  const [review, payment] = [reviewOf({ steps }), paymentOf({ steps })];
  return {
    ...redemption,
    ...{ union: org.name, reviewedAt: review?.at, paidAt: payment?.at, voucher: payment?.voucher },
    words: steps[steps.length - 1]?.words,
  };
};

/** One query, then who reviewed them, and who leads the clubs now. */
export const listRedemptions = staffHandler(clubMoney.listRedemptions, {
  subject: orgSubject,
  handle: async ({ input: { state, cursor }, subject: { org }, staff }) => {
    const list = `redemptions ${org.id} ${state}`;
    const { redemptions, last } = await redemptionsIn(state, org.path, await fromCursor(list, cursor));
    const [names, clubs] = await Promise.all([
      staffNames(redemptions.flatMap((one) => reviewOf(one)?.by ?? [])),
      clubsAt(redemptions.map(({ club }) => club.id)),
    ]);
    const leads = new Set(clubs.filter(({ leader }) => leader === staff.id).map(({ id }) => id));
    return {
      redemptions: redemptions.map((one) => ({
        ...rowOf(one),
        reviewedBy: names.get(reviewOf(one)?.by ?? ''),
        why: whyNot(one, staff, leads.has(one.club.id)),
      })),
      cursor: await toCursor(list, last),
    };
  },
});
