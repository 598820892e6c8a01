import type { Post } from '@niangjia/shared/clubs/post';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import type { AnswerOf } from '@niangjia/shared/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { photoView } from '../../shownPhotos.ts';
import { getPost } from '../posts.ts';

/** A report as it is shown, and the one that is asked about. */

type PostRow = AnswerOf<typeof wall.getPost>['post'];

/** What is shown of a report. */
export const postRow = ({
  id,
  club,
  org,
  title,
  start,
  place,
  words,
  photos,
  likes,
  comments,
}: Post): PostRow => ({
  ...{ id, club, union: org.name, title, start, place, words, likes, comments },
  photos: photos.map(photoView),
});

/** A report, shown or not. */
export async function knownPost(id: string): Promise<Post> {
  const post = await getPost(id);
  if (!post) throw new Refusal('NOT_FOUND');
  return post;
}

/** A report that is on the wall; one that is not is none for anybody. */
export async function shownPost(id: string): Promise<Post> {
  const post = await knownPost(id);
  if (post.state !== 'shown') throw new Refusal('NOT_FOUND');
  return post;
}
