import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { clientOf } from '../../api/client.ts';

/** The part of the API for a venue's photos. */
export const photosApi = clientOf(venuePhotos);
