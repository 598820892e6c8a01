import { keeping } from '@niangjia/shared/venues/keeperContract';
import { clientOf } from '../../api/client.ts';

/** The keepers' part of the API. */
export const keeperApi = clientOf(keeping);
