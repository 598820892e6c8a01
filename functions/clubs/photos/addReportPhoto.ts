import type { clubPhotos } from '@niangjia/shared/clubs/photosContract';
import type { Post } from '@niangjia/shared/clubs/post';
import { add, whyNotAdd } from '@niangjia/shared/photos/album';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import type { OpenHandler } from '../../handler.ts';
import { forgetArrived, photoIdOf, publish, withdraw } from '../../photoUploads.ts';
import { getPost } from '../posts.ts';
import { albumOf, albumView, changeAlbum, type Draft, draftOf, senderOf } from './reportAlbum.ts';

const shows = (post: Post | undefined, photo: string) =>
  albumOf(post).some(({ id }) => id === photo) ? post : undefined;

/** Makes of what arrived a photo of the report. The same upload again finds its photo there. */
export const addReportPhoto: OpenHandler<typeof clubPhotos.addReportPhoto> = async (call) => {
  const { input, caller, now } = call;
  const draft = await draftOf(input.activity, caller, now);
  const id = await photoIdOf(senderOf(draft.activity, caller), input.upload);
  const after = shows(draft.post, id) ?? (await added(draft, id, input.words, caller, now));
  await forgetArrived(id);
  return albumView(after);
};

async function added(draft: Draft, id: string, words: string, by: string, now: Instant): Promise<Post> {
  const why = draft.whyNot ?? whyNotAdd(albumOf(draft.post));
  if (why) throw new Refusal(why);
  const photo = await publish(id);
  if (photo) {
    try {
      return await changeAlbum(draft, (album) => add(album, { ...photo, words, by, at: now }));
    } catch (error) {
      // The album was filled, or the report handed in, since it was read.
      if (error instanceof Refusal && error.code !== 'BUSY') await withdraw(photo);
      throw error;
    }
  }
  // The same request, sent twice, may have come to its end while this one was on its way.
  const there = shows(await getPost(draft.activity.id), id);
  if (!there) throw new Refusal('PHOTO_NOT_ARRIVED');
  return there;
}
