import type { Instant } from '@niangjia/shared/time';
import { ConditionFailed, countAll, getItem, type Item, putItem } from '../../table.ts';

/** Likes: one item a person and post. Who likes it no more stays as such: the stream tells of no deletion. */

const PREFIX = 'LIKE#';
const pkOf = (post: string) => `POST#${post}`;
const keyOf = (post: string, person: string) => ({ pk: pkOf(post), sk: PREFIX + person });

/** The post whose likes a changed item is about. */
export const likedIn = (item: Item): string | undefined =>
  String(item.sk).startsWith(PREFIX) && String(item.pk).startsWith(pkOf(''))
    ? String(item.pk).slice(pkOf('').length)
    : undefined;

/** Whether somebody likes a post; for showing. */
export async function likes(post: string, person: string): Promise<boolean> {
  const item = await getItem(keyOf(post, person), { eventual: true });
  return item?.liked === true;
}

/** Somebody likes a post from now on, or does not any more; where it is so already, nothing is written. */
export async function putLike(post: string, person: string, liked: boolean, now: Instant): Promise<void> {
  const otherwise = liked ? 'attribute_not_exists(pk) OR liked <> :liked' : 'liked <> :liked';
  const exists = liked ? '' : 'attribute_exists(pk) AND ';
  try {
    await putItem(
      { ...keyOf(post, person), liked, at: now },
      { ConditionExpression: exists + otherwise, ExpressionAttributeValues: { ':liked': liked } },
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** How many like a post now. */
export const countLikes = (post: string): Promise<number> =>
  countAll({
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :post AND begins_with(sk, :likes)',
    FilterExpression: 'liked = :liked',
    ExpressionAttributeValues: { ':post': pkOf(post), ':likes': PREFIX, ':liked': true },
  });
