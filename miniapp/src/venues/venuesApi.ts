import { venues } from '@niangjia/shared/venues/contract';
import { clientOf } from '../api/client.ts';

/** The venues' part of the API. */
export const venuesApi = clientOf(venues);
