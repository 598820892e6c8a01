import { Redemption } from '@niangjia/shared/clubs/redemption';
import type { OrgPath } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  type Operation,
  putItem,
  queryItems,
  rewrite,
} from '../table.ts';

/**
 * Redemptions: one item each, made by the stream from the hold in the ledger. While somebody has something to do with
 * one, it is listed by its state and its union's place in the tree.
 */

const order = (at: Instant) => String(at).padStart(15, '0');
const keyOf = (id: string) => ({ pk: `REDEMPTION#${id}`, sk: 'REDEMPTION' });
const fromItem = (item: Item) => v.parse(Redemption, item);

function indexOf({ id, org, state, askedAt }: Redemption): Item {
  if (state === 'refused' || state === 'cancelled') return {};
  return { gsi1pk: `REDEMPTIONS#${state}`, gsi1sk: `${org.path}#${order(askedAt)}#${id}` };
}
const toItem = (redemption: Redemption): Item => ({
  ...v.parse(Redemption, redemption),
  ...keyOf(redemption.id),
  ...indexOf(redemption),
});

/** The redemption in a changed item; undefined for one that is something else. */
export const redemptionIn = (item: Item): Redemption | undefined =>
  item.sk === 'REDEMPTION' ? fromItem(item) : undefined;

/** A redemption as it is now. */
export async function getRedemption(id: string): Promise<Redemption | undefined> {
  const item = await getItem(keyOf(id));
  return item && fromItem(item);
}

/** What one batch read takes. */
const MOST = 100;

/** Several redemptions, eventually consistent, for showing. */
export async function redemptionsAt(ids: readonly string[]): Promise<Redemption[]> {
  const wanted = [...new Set(ids)].slice(0, MOST);
  return wanted.length > 0 ? (await getItems(wanted.map(keyOf))).map(fromItem) : [];
}

/** Writes a redemption that is new; one that is there stays as it is. */
export async function putRedemption(redemption: Redemption): Promise<void> {
  try {
    await putItem(toItem(redemption), absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Part of a transaction: a redemption one version on, where it is still as it was seen. */
export const redemptionPut = (after: Redemption): Operation => ({
  Put: { Item: toItem(after), ...atVersion(after.version - 1) },
});

/** Writes what comes of a redemption, again from what has come in between; the very same one back writes nothing. */
export const changeRedemption = (
  seen: Redemption,
  next: (redemption: Redemption) => Redemption,
): Promise<Redemption> => rewrite(seen, next, { toItem, fromItem });

/** A page of those in a state, of a node and all below it, the longest waiting of each union first; for showing. */
export async function redemptionsIn(
  state: Redemption['state'],
  path: OrgPath,
  start: Item | undefined,
): Promise<{ redemptions: Redemption[]; last: Item | undefined }> {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :state AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':state': `REDEMPTIONS#${state}`, ':path': path },
    ExclusiveStartKey: start,
    Limit: 50,
  });
  return { redemptions: items.map(fromItem), last };
}
