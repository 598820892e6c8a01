import { type Instant, SECOND } from '@niangjia/shared/time';
import { Appeal } from '@niangjia/shared/venues/appeal';
import * as v from 'valibot';
import { absent, ConditionFailed, getItem, type Item, putItem, queryItems, updateItem } from './table.ts';

/** Appeals against no-shows: one item each, under who appeals; a venue's keepers find them by the index. */

const keyOf = (person: string, noShow: string) => ({ pk: `PERSON#${person}`, sk: `APPEAL#${noShow}` });
const fromItem = (item: Item) => v.parse(Appeal, item);

/** Somebody's appeal against a no-show. */
export async function getAppeal(person: string, noShow: string): Promise<Appeal | undefined> {
  const item = await getItem(keyOf(person, noShow));
  return item && fromItem(item);
}

/** All of somebody's; no more than their no-shows. */
export async function appealsOf(person: string): Promise<Appeal[]> {
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :person AND begins_with(sk, :appeals)',
    ExpressionAttributeValues: { ':person': `PERSON#${person}`, ':appeals': 'APPEAL#' },
    ConsistentRead: true,
  });
  return items.map(fromItem);
}

/** Keeps an appeal until then, unless there is one; gives the one that is there. */
export async function putAppeal(appeal: Appeal, until: Instant): Promise<Appeal> {
  const { person, noShow, venue, at } = v.parse(Appeal, appeal);
  const listed = venue
    ? { gsi1pk: `APPEALS#${venue}`, gsi1sk: `${String(at).padStart(15, '0')}#${noShow}` }
    : {};
  const item = { ...appeal, ...keyOf(person, noShow), ...listed, expiresAt: Math.floor(until / SECOND) };
  try {
    await putItem(item, absent);
    return appeal;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

/** A page of a venue's appeals that nobody has answered, the oldest first. */
export async function appealsTo(venue: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :venue',
    ExpressionAttributeValues: { ':venue': `APPEALS#${venue}` },
    ExclusiveStartKey: start,
    Limit: 25,
  });
  return { appeals: items.map(fromItem), last };
}

/** Writes what a keeper made of it, unless somebody was first, and takes it off the list; gives the one that is there. */
export async function putSettled({ person, noShow, settled }: Appeal): Promise<Appeal> {
  try {
    const item = await updateItem(keyOf(person, noShow), {
      UpdateExpression: 'SET settled = :settled REMOVE gsi1pk, gsi1sk',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(settled)',
      ExpressionAttributeValues: { ':settled': settled },
    });
    return fromItem(item);
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

// The stream carries the words as text; they are nobody's business there.
const Settled = v.required(v.pick(Appeal, ['person', 'noShow', 'venue', 'settled']), ['settled']);

/** The settled appeal in a changed item; undefined for one that is something else. */
export function settledIn(item: Item): v.InferOutput<typeof Settled> | undefined {
  if (!String(item.sk).startsWith('APPEAL#') || !item.settled) return undefined;
  return v.parse(Settled, item);
}
