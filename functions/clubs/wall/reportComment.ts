import { reportComment as reported } from '@niangjia/shared/clubs/post';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { activeMember } from '../../members.ts';
import { changeComment, getComment } from './comments.ts';

/** A member reports a comment; whoever knows its name has seen it. */
export const reportComment: OpenHandler<typeof wall.reportComment> = async ({
  input: { post, comment: name },
  caller,
}) => {
  const [comment, member] = await Promise.all([getComment(post, name), activeMember(caller)]);
  if (!comment) throw new Refusal('NOT_FOUND');
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  await changeComment(comment, (current) => reported(current, caller));
  return { comment: name };
};
