import { CallBack } from '@niangjia/shared/audit/callBack';
import { Refusal } from '@niangjia/shared/refusal';
import type { OrgPath } from '@niangjia/shared/roles';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  countItems,
  getItem,
  type Item,
  putItem,
  queryItems,
} from '../../table.ts';

/** Approved members to call back: one item for each approval that was drawn, beside what else is its member's. */

const keyOf = (person: string, round: number) => ({ pk: `PERSON#${person}`, sk: `CALLBACK#${round}` });

/** The lists' index, union by union and oldest first: those to call, and those denied that nobody has settled. */
function listed({ status, org, approvedAt, person }: CallBack) {
  const list = status === 'open' ? 'CALLBACKS' : status === 'denied' ? 'DENIALS' : undefined;
  const order = `${org.path}#${String(approvedAt).padStart(15, '0')}#${person}`;
  return list ? { gsi1pk: list, gsi1sk: order } : {};
}

function toItem(callBack: CallBack): Item {
  const { person, ...rest } = v.parse(CallBack, callBack);
  return { ...rest, ...keyOf(person, callBack.round), ...listed(callBack) };
}
const fromItem = (item: Item) =>
  v.parse(CallBack, { ...item, person: String(item.pk).slice('PERSON#'.length) });

/** Puts an approval that was drawn on the list; the same again changes nothing. */
export async function putDrawn(callBack: CallBack): Promise<void> {
  try {
    await putItem(toItem(callBack), absent);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** What is to be called back about, as it is now. */
export async function getCallBack(person: string, round: number): Promise<CallBack | undefined> {
  const item = await getItem(keyOf(person, round));
  return item && fromItem(item);
}

const TRIES = 3;

/**
 * Writes what becomes of it, deciding again on what has come in between. `next` returns the very same
 * state when there is nothing to write.
 */
export async function changeCallBack(
  start: CallBack,
  next: (current: CallBack) => CallBack,
): Promise<CallBack> {
  let current = start;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = next(current);
    if (after === current) return after;
    try {
      await putItem(toItem(after), atVersion(current.version));
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (!error.item) throw new Refusal('NOT_FOUND');
      current = fromItem(error.item);
    }
  }
  throw new Refusal('BUSY');
}

/** Those of a list at a node and below it; with `strictly`, below it only. */
const inList = (list: 'CALLBACKS' | 'DENIALS', path: OrgPath, strictly = false) => ({
  IndexName: 'gsi1',
  // The node's own begin with its path and `#`, those below go on with a digit.
  KeyConditionExpression: strictly
    ? 'gsi1pk = :list AND gsi1sk BETWEEN :first AND :last'
    : 'gsi1pk = :list AND begins_with(gsi1sk, :path)',
  ExpressionAttributeValues: {
    ':list': list,
    ...(strictly ? { ':first': `${path}0`, ':last': `${path}:` } : { ':path': path }),
  },
});
const PAGE = 25;

/** A page of those to be called back at a node and below it. */
export async function callBacksAt(path: OrgPath, start: Item | undefined) {
  const query = { ...inList('CALLBACKS', path), ExclusiveStartKey: start, Limit: PAGE };
  const { items, last } = await queryItems(query);
  return { callBacks: items.map(fromItem), last };
}

/** A page of those who deny it, below a node and, unless `strictly`, at it. */
export async function denialsAt(path: OrgPath, strictly: boolean, start: Item | undefined) {
  const query = { ...inList('DENIALS', path, strictly), ExclusiveStartKey: start, Limit: PAGE };
  const { items, last } = await queryItems(query);
  return { callBacks: items.map(fromItem), last };
}

/** How many below a node deny it; 100 stands for 100 or more. */
export const denialsBelow = (path: OrgPath): Promise<number> =>
  countItems({ ...inList('DENIALS', path, true), Limit: 100 });
