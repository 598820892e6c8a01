import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { http } from '../../http.ts';
import { addVenuePhoto } from './addVenuePhoto.ts';
import { arrangeVenuePhotos } from './arrangeVenuePhotos.ts';
import { listVenuePhotos } from './listVenuePhotos.ts';
import { openVenuePhotoUpload } from './openVenuePhotoUpload.ts';
import { removeVenuePhoto } from './removeVenuePhoto.ts';

export const main = http(venuePhotos, {
  listVenuePhotos,
  openVenuePhotoUpload,
  addVenuePhoto,
  arrangeVenuePhotos,
  removeVenuePhoto,
});
