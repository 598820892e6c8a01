import { wall } from '@niangjia/shared/clubs/wallContract';
import { clientOf } from '../api/client.ts';

/** The part of the API for the wall and the stars. */
export const wallApi = clientOf(wall);
