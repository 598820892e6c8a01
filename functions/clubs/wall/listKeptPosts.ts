import { wall } from '@niangjia/shared/clubs/wallContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { orgSubject } from '../orgSubject.ts';
import { postsWaiting } from '../posts.ts';
import { postRow } from './postRow.ts';

/** Reports that wait to be looked at, at a node and below it. */
export const listKeptPosts = staffHandler(wall.listKeptPosts, {
  subject: orgSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `kept posts ${org.id}`;
    const { posts, last } = await postsWaiting(org.path, await fromCursor(list, input.cursor));
    return { posts: posts.map(postRow), cursor: await toCursor(list, last) };
  },
});
