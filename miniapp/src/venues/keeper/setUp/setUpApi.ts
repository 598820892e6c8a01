import { setUp } from '@niangjia/shared/venues/setUpContract';
import { clientOf } from '../../../api/client.ts';

/** What sets venues up, of the API. */
export const setUpApi = clientOf(setUp);
