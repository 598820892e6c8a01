import type { wall } from '@niangjia/shared/clubs/wallContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import type { OpenHandler } from '../../handler.ts';
import { commentsSeen, nameOf } from './comments.ts';
import { likes } from './likes.ts';
import { postRow, shownPost } from './postRow.ts';
import { opened } from './said.ts';

/** A report that is shown, whether the caller likes it, and what people say to it, the latest first. */
export const getPost: OpenHandler<typeof wall.getPost> = async ({ input: { post: id, cursor }, caller }) => {
  const list = `comments ${id}`;
  const [post, liked, { comments, last }] = await Promise.all([
    shownPost(id),
    likes(id, caller),
    commentsSeen(id, caller, await fromCursor(list, cursor)),
  ]);
  const said = (await opened(comments)).map(({ comment, name, words }) => ({
    id: nameOf(comment),
    name,
    at: comment.at,
    words,
    mine: comment.person === caller,
    waiting: comment.state === 'waiting',
  }));
  return { post: postRow(post), liked, comments: said, cursor: await toCursor(list, last) };
};
