import type { clubPhotos } from '@niangjia/shared/clubs/photosContract';
import { whyNotAdd } from '@niangjia/shared/photos/album';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { openUpload } from '../../photoUploads.ts';
import { albumOf, draftOf, senderOf } from './reportAlbum.ts';

/** Lets the leader put one photo into the bucket; nothing is stored until it is added. */
export const openReportPhotoUpload: OpenHandler<typeof clubPhotos.openReportPhotoUpload> = async (call) => {
  const { input, caller, now } = call;
  const { activity, post, whyNot } = await draftOf(input.activity, caller, now);
  const why = whyNot ?? whyNotAdd(albumOf(post));
  if (why) throw new Refusal(why);
  return openUpload(senderOf(activity, caller), input, now);
};
