import type { clubPhotos } from '@niangjia/shared/clubs/photosContract';
import { remove } from '@niangjia/shared/photos/album';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { unpublish } from '../../photoUploads.ts';
import { albumOf, albumView, changeAlbum, draftOf } from './reportAlbum.ts';

/** Takes a photo of the report away; one that is not there is gone already. */
export const removeReportPhoto: OpenHandler<typeof clubPhotos.removeReportPhoto> = async (call) => {
  const { input, caller, now } = call;
  const draft = await draftOf(input.activity, caller, now);
  const photo = albumOf(draft.post).find(({ id }) => id === input.photo);
  if (!photo) return albumView(draft.post);
  if (draft.whyNot) throw new Refusal(draft.whyNot);
  await unpublish(photo);
  return albumView(await changeAlbum(draft, (album) => remove(album, photo.id)));
};
