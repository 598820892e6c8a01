import { clubs } from '@niangjia/shared/clubs/contract';
import { clientOf } from '../api/client.ts';

/** The clubs' part of the API: finding, joining, leading, and their activities. */
export const clubsApi = clientOf(clubs);
