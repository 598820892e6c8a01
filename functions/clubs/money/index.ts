import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { http } from '../../http.ts';
import { draftClubPolicy } from './draftClubPolicy.ts';
import { getClubFigures } from './getClubFigures.ts';
import { getStatement } from './getStatement.ts';
import { listClubPolicies } from './listClubPolicies.ts';
import { listRedemptions } from './listRedemptions.ts';
import { payRedemption } from './payRedemption.ts';
import { previewClubPolicy } from './previewClubPolicy.ts';
import { recordRepayment } from './recordRepayment.ts';
import { redeemPoints } from './redeemPoints.ts';
import { refuseRedemption } from './refuseRedemption.ts';
import { returnRedemption } from './returnRedemption.ts';
import { reviewRedemption } from './reviewRedemption.ts';
import { setClubBudget } from './setClubBudget.ts';

export const main = http(clubMoney, {
  getStatement,
  redeemPoints,
  listRedemptions,
  reviewRedemption,
  payRedemption,
  refuseRedemption,
  returnRedemption,
  recordRepayment,
  listClubPolicies,
  previewClubPolicy,
  draftClubPolicy,
  getClubFigures,
  setClubBudget,
});
