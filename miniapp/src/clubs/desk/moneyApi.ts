import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { clientOf } from '../../api/client.ts';

/** The API's part about points and money. */
export const moneyApi = clientOf(clubMoney);
