import type { wall } from '@niangjia/shared/clubs/wallContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import type { OpenHandler } from '../../handler.ts';
import { postsShown } from '../posts.ts';
import { postRow } from './postRow.ts';

/** The wall, a page of it, the latest first. */
export const listPosts: OpenHandler<typeof wall.listPosts> = async ({ input: { cursor } }) => {
  const { posts, last } = await postsShown(await fromCursor('wall', cursor));
  return { posts: posts.map(postRow), cursor: await toCursor('wall', last) };
};
