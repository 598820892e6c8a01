import { show } from '@niangjia/shared/clubs/post';
import { wall } from '@niangjia/shared/clubs/wallContract';
import { staffHandler } from '../../handler.ts';
import { changePost } from '../posts.ts';
import { decidedBy, postSubject, refuseLeader } from './kept.ts';

/** A reviewer shows a report on the wall, or hides it; the stream records it. */
export const showPost = staffHandler(wall.showPost, {
  subject: postSubject,
  handle: async ({ input: { shown }, subject: post, staff, now }) => {
    await refuseLeader(post, staff.id);
    const decided = decidedBy(staff, post, now);
    await changePost(post, (current) => show(current, shown, decided));
    return { shown };
  },
});
