import { corrections } from '@niangjia/shared/joining/correctionsContract';
import { clientOf } from '../../api/client.ts';

/** The API of requests to correct name or ID number. */
export const correctionsApi = clientOf(corrections);
