import { clubPhotos } from '@niangjia/shared/clubs/photosContract';
import { http } from '../../http.ts';
import { addReportPhoto } from './addReportPhoto.ts';
import { openReportPhotoUpload } from './openReportPhotoUpload.ts';
import { removeReportPhoto } from './removeReportPhoto.ts';

export const main = http(clubPhotos, { openReportPhotoUpload, addReportPhoto, removeReportPhoto });
