import { wall } from '@niangjia/shared/clubs/wallContract';
import { clientOf } from '../../api/client.ts';

/** The API's part about what clubs show. */
export const wallApi = clientOf(wall);
