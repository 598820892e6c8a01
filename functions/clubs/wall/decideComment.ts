import { decideComment as decide } from '@niangjia/shared/clubs/post';
import { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { changeComment, getComment } from './comments.ts';
import { decidedBy, postSubject, refuseLeader } from './kept.ts';

/** A reviewer shows a comment, or hides it; the stream tells its writer and records it. */
export const decideComment = staffHandler(wall.decideComment, {
  subject: postSubject,
  handle: async ({ input, subject: post, staff, now }) => {
    const [comment] = await Promise.all([getComment(post.id, input.comment), refuseLeader(post, staff.id)]);
    if (!comment) throw new Refusal('NOT_FOUND');
    const decided = decidedBy(staff, post, now);
    await changeComment(comment, (current) => decide(current, input.shown, decided));
    return { shown: input.shown };
  },
});
