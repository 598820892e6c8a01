import type { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { activeMember } from '../../members.ts';
import { putLike } from './likes.ts';
import { shownPost } from './postRow.ts';

/** A member likes a report, or does not any more; the stream counts. */
export const likePost: OpenHandler<typeof wall.likePost> = async ({
  input: { post: id, liked },
  caller,
  now,
}) => {
  const [member, post] = await Promise.all([activeMember(caller), shownPost(id)]);
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  await putLike(post.id, caller, liked, now);
  return { liked };
};
