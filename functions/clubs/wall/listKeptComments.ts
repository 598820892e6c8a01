import { wall } from '@niangjia/shared/clubs/wallContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { orgSubject } from '../orgSubject.ts';
import { postsAt } from '../posts.ts';
import { commentsWaiting, nameOf } from './comments.ts';
import { opened } from './said.ts';

/** Comments that wait to be looked at, at a node and below it, with the reports that they are about. */
export const listKeptComments = staffHandler(wall.listKeptComments, {
  subject: orgSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `kept comments ${org.id}`;
    const { comments, last } = await commentsWaiting(org.path, await fromCursor(list, input.cursor));
    const [said, posts] = await Promise.all([opened(comments), postsAt(comments.map(({ post }) => post))]);
    const rows = said.map(({ comment, name, words }) => ({
      post: comment.post,
      title: posts.find(({ id }) => id === comment.post)?.title ?? '',
      id: nameOf(comment),
      name,
      at: comment.at,
      words,
      reports: comment.reporters.length,
    }));
    return { comments: rows, cursor: await toCursor(list, last) };
  },
});
