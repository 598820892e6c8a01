import { Post } from '@niangjia/shared/clubs/post';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { postKey } from '../commentsSaid.ts';
import {
  absent,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  putItem,
  queryItems,
  rewrite,
} from '../table.ts';

/**
 * Reports of activities: one item each, under the activity's id. By the index they are where somebody has to look at
 * them, a reviewer of their union's node or above, and on the wall while they are shown.
 */

const order = (at: Instant) => String(at).padStart(15, '0');
const fromItem = (item: Item) => v.parse(Post, item);

/** Where a report is listed: for who looks at it, or for everybody; a draft and a hidden one nowhere. */
function indexOf({ id, org, state, reportedAt = 0 }: Post): Item {
  if (state === 'waiting')
    return { gsi1pk: 'POSTS#waiting', gsi1sk: `${org.path}#${order(reportedAt)}#${id}` };
  return state === 'shown' ? { gsi1pk: 'WALL', gsi1sk: `${order(reportedAt)}#${id}` } : {};
}
const toItem = (post: Post): Item => ({ ...v.parse(Post, post), ...postKey(post.id), ...indexOf(post) });

/** The report in a changed item; undefined for one that is something else. */
export const postIn = (item: Item): Post | undefined => (item.sk === 'POST' ? fromItem(item) : undefined);

/** A report as it is now. */
export async function getPost(id: string): Promise<Post | undefined> {
  const item = await getItem(postKey(id));
  return item && fromItem(item);
}

/** Writes a report that is new; where it is there, gives that. */
export async function putPost(post: Post): Promise<Post> {
  try {
    await putItem(toItem(post), absent);
    return post;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

/** As many photos as a phone may add at once: each may be overtaken by all others. */
const AT_ONCE = 8;

/** Writes what comes of a report, again from what has come in between; the very same one back writes nothing. */
export const changePost = (seen: Post, next: (post: Post) => Post): Promise<Post> =>
  rewrite(seen, next, { toItem, fromItem, tries: AT_ONCE });

/** Several reports, eventually consistent, for showing. */
export async function postsAt(ids: readonly string[]): Promise<Post[]> {
  const wanted = [...new Set(ids)];
  return wanted.length > 0 ? (await getItems(wanted.map(postKey))).map(fromItem) : [];
}

/** A page of the wall, the latest first; for showing. */
export async function postsShown(start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :wall',
    ExpressionAttributeValues: { ':wall': 'WALL' },
    ScanIndexForward: false,
    ExclusiveStartKey: start,
    Limit: 10,
  });
  return { posts: items.map(fromItem), last };
}

/** A page of those that wait for a reviewer at a node or above, by their unions, the longest waiting first; for showing. */
export async function postsWaiting(path: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :waiting AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':waiting': 'POSTS#waiting', ':path': path },
    ExclusiveStartKey: start,
    Limit: 50,
  });
  return { posts: items.map(fromItem), last };
}
