import { Comment } from '@niangjia/shared/clubs/post';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { COMMENT, commentKey, noteSaid, postKey } from '../../commentsSaid.ts';
import {
  absent,
  ConditionFailed,
  countAll,
  getItem,
  type Item,
  putItem,
  queryItems,
  queryPage,
  rewrite,
} from '../../table.ts';

/** Comments: one item each, under the report that they are about, in the order in which they were written. */

const order = (at: Instant) => String(at).padStart(15, '0');
const fromItem = (item: Item) => v.parse(Comment, item);
const toItem = (comment: Comment): Item => ({
  ...v.parse(Comment, comment),
  ...commentKey(comment),
  ...(comment.state === 'waiting'
    ? { gsi1pk: 'COMMENTS#waiting', gsi1sk: `${comment.org.path}#${order(comment.at)}#${comment.id}` }
    : {}),
});

/** By what those who see it name a comment of a post: nobody guesses one. */
export const nameOf = ({ at, id }: Pick<Comment, 'at' | 'id'>): string => `${at}.${id}`;

// The stream carries the words as text; they are nobody's business there.
const Changed = v.omit(Comment, ['words']);

/** The comment in a changed item, without its words; undefined for one that is something else. */
export const commentIn = (item: Item): v.InferOutput<typeof Changed> | undefined =>
  String(item.sk).startsWith(COMMENT) ? v.parse(Changed, item) : undefined;

/** The comment of that name as it is now. */
export async function getComment(post: string, name: string): Promise<Comment | undefined> {
  const [, at, id = ''] = /^(\d{1,15})\.([\w-]{22})$/.exec(name) ?? [];
  const item = at && (await getItem(commentKey({ post, at: Number(at), id })));
  return item ? fromItem(item) : undefined;
}

/**
 * Writes a comment that is new; one that is there stays as it is. Where it will be is noted first, so that its writer
 * finds whatever there is: a note of what was never written leads nowhere.
 */
export async function putComment(comment: Comment): Promise<void> {
  await noteSaid(comment);
  try {
    await putItem(toItem(comment), absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Writes what comes of a comment, again from what has come in between; the very same one back writes nothing. */
export const changeComment = (seen: Comment, next: (comment: Comment) => Comment): Promise<Comment> =>
  rewrite(seen, next, { toItem, fromItem });

const UNDER = {
  KeyConditionExpression: 'pk = :post AND begins_with(sk, :comments)',
  ExpressionAttributeNames: { '#state': 'state' },
};
const PAGE = 30;

/** A page of what somebody sees under a post, the latest first: what is shown, and what of theirs waits. */
export async function commentsSeen(post: string, by: string, start: Item | undefined) {
  const { items, last } = await queryPage(
    {
      ...UNDER,
      FilterExpression: '#state = :shown OR (#state = :waiting AND person = :by)',
      ExpressionAttributeValues: {
        ':post': postKey(post).pk,
        ':comments': COMMENT,
        ':shown': 'shown',
        ':waiting': 'waiting',
        ':by': by,
      },
      ScanIndexForward: false,
      ExclusiveStartKey: start,
    },
    PAGE,
  );
  const comments = items.slice(0, PAGE).map(fromItem);
  const end = comments[PAGE - 1];
  return { comments, last: items.length > PAGE && end ? commentKey(end) : last };
}

/** How many are shown under a post now. */
export const countShown = (post: string): Promise<number> =>
  countAll({
    ...UNDER,
    ConsistentRead: true,
    FilterExpression: '#state = :shown',
    ExpressionAttributeValues: { ':post': postKey(post).pk, ':comments': COMMENT, ':shown': 'shown' },
  });

/** A page of those that wait for a reviewer at a node or above, by their unions, the longest waiting first; for showing. */
export async function commentsWaiting(path: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :waiting AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':waiting': 'COMMENTS#waiting', ':path': path },
    ExclusiveStartKey: start,
    Limit: 50,
  });
  return { comments: items.map(fromItem), last };
}
