import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { clientOf } from '../api/client.ts';

/** The part of the API for points and money: what everybody may read, and what a leader asks for. */
export const moneyApi = clientOf({
  getStatement: clubMoney.getStatement,
  redeemPoints: clubMoney.redeemPoints,
});
