import { clubPhotos } from '@niangjia/shared/clubs/photosContract';
import { clientOf } from '../api/client.ts';

/** The part of the API for the photos of a report. */
export const reportPhotosApi = clientOf(clubPhotos);
