import { withdrawComment as withdrawn } from '@niangjia/shared/clubs/post';
import type { wall } from '@niangjia/shared/clubs/wallContract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../../handler.ts';
import { changeComment, getComment } from './comments.ts';

/** Takes the caller's own comment away. */
export const withdrawComment: OpenHandler<typeof wall.withdrawComment> = async ({
  input: { post, comment: name },
  caller,
}) => {
  const comment = await getComment(post, name);
  if (comment?.person !== caller) throw new Refusal('NOT_FOUND');
  await changeComment(comment, withdrawn);
  return { comment: name };
};
