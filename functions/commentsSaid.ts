import { Comment, Post } from '@niangjia/shared/clubs/post';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { getItems, type Item, putItem, queryItems } from './table.ts';

/**
 * What every feature may know of what somebody said to reports of activities. Comments are kept under their reports;
 * where, stands under their writer, so that they find all of it. Clubs writes both.
 */

const order = (at: Instant) => String(at).padStart(15, '0');

/** Where a report is kept, with what was said to it. */
export const postKey = (id: string) => ({ pk: `POST#${id}`, sk: 'POST' });

/** What the sort key of a comment begins with. */
export const COMMENT = 'COMMENT#';
type Which = Pick<Comment, 'post' | 'at' | 'id'>;
/** Where a comment is kept: under its report, in the order in which they were written. */
export const commentKey = ({ post, at, id }: Which) => ({
  pk: postKey(post).pk,
  sk: `${COMMENT}${order(at)}#${id}`,
});

/** Under which name the words of a comment are sealed. */
export const commentField = ({ id }: Pick<Comment, 'id'>): string => `comment ${id}`;

const SAID = 'SAID#';
const Said = v.object({ post: v.string(), at: v.number(), id: v.string() });

/** Notes, under its writer, where a comment is about to be; the same again changes nothing. */
export const noteSaid = ({ person, post, at, id }: Which & Pick<Comment, 'person'>): Promise<void> =>
  putItem({ pk: `PERSON#${person}`, sk: `${SAID}${order(at)}#${id}`, ...{ post, at, id } });

/** Where somebody said something, the latest first; eventually consistent, for showing. */
export async function saidBy(person: string, most: number): Promise<Which[]> {
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :person AND begins_with(sk, :said)',
    ExpressionAttributeValues: { ':person': `PERSON#${person}`, ':said': SAID },
    ScanIndexForward: false,
    Limit: most,
  });
  return items.map((item) => v.parse(Said, item));
}

/** What one batch read takes, since each comment may be read beside its report. */
const MOST = 50;

/** What was said there and not taken away again, with the titles of the reports; eventually consistent, for showing. */
export async function commentsAt(said: readonly Which[]) {
  const batches = Array.from({ length: Math.ceil(said.length / MOST) }, (_, i) => {
    const some = said.slice(i * MOST, (i + 1) * MOST);
    const posts = [...new Set(some.map(({ post }) => post))];
    return getItems([...posts.map(postKey), ...some.map(commentKey)]);
  });
  const items = (await Promise.all(batches)).flat();
  const isComment = ({ sk }: Item) => String(sk).startsWith(COMMENT);
  const posts = items.filter((item) => !isComment(item)).map((item) => v.parse(Post, item));
  const titles = new Map(posts.map(({ id, title }) => [id, title]));
  return items
    .filter(isComment)
    .map((item) => v.parse(Comment, item))
    .filter(({ state }) => state !== 'withdrawn')
    .map((comment) => ({ comment, title: titles.get(comment.post) }));
}
