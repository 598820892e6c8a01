import { Published } from '@niangjia/shared/clubs/stars';
import * as v from 'valibot';
import { absent, ConditionFailed, getItem, type Item, putItem } from '../../table.ts';

/** The stars that were published: one item a quarter, written once. */

const pkOf = (quarter: string) => `STARS#${quarter}`;
const keyOf = (quarter: string) => ({ pk: pkOf(quarter), sk: 'STARS' });
const fromItem = (item: Item) => v.parse(Published, item);

/** What was published, in a changed item. */
export const publishedIn = (item: Item): Published | undefined =>
  item.sk === 'STARS' ? fromItem(item) : undefined;

/** What was published of a quarter. */
export async function publishedOf(quarter: string): Promise<Published | undefined> {
  const item = await getItem(keyOf(quarter));
  return item && fromItem(item);
}

/** Publishes, unless that was done; gives what is published. */
export async function putPublished(published: Published): Promise<Published> {
  try {
    await putItem({ ...v.parse(Published, published), ...keyOf(published.quarter) }, absent);
    return published;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}
