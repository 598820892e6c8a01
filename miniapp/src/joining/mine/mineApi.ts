import { myData } from '@niangjia/shared/joining/myDataContract';
import { clientOf } from '../../api/client.ts';

/** The API of one's own data. */
export const mineApi = clientOf(myData);
