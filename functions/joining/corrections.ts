import { IdentityCorrection } from '@niangjia/shared/joining/identityCorrection';
import * as v from 'valibot';
import { absent, atVersion, getItem, type Item, type Operation, queryItems } from '../table.ts';

/** Requests to correct name or ID number: one item a person, in its union's queue while it waits. */

const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'CORRECTION' });

function toItem(correction: IdentityCorrection): Item {
  const { id, ...rest } = v.parse(IdentityCorrection, correction);
  const waits = correction.status === 'requested';
  const queued = {
    gsi1pk: `CORRECTIONS#${correction.org.id}`,
    gsi1sk: `${String(correction.requestedAt).padStart(15, '0')}#${id}`,
  };
  return { ...rest, ...keyOf(id), ...(waits ? queued : {}) };
}
const fromItem = (item: Item) =>
  v.parse(IdentityCorrection, { ...item, id: String(item.pk).slice('PERSON#'.length) });

/** A person's request, as it is now: the one that waits, or the last one while it is kept. */
export async function getCorrection(person: string): Promise<IdentityCorrection | undefined> {
  const item = await getItem(keyOf(person));
  return item && fromItem(item);
}

/** Part of a transaction: writes the request, if what is there is still what was seen. */
export const putCorrection = (
  correction: IdentityCorrection,
  seen: IdentityCorrection | undefined,
): Operation => ({ Put: { Item: toItem(correction), ...(seen ? atVersion(seen.version) : absent) } });

/** Part of a transaction: a request goes with the membership it was about. */
export const dropCorrection = (person: string): Operation => ({ Delete: { Key: keyOf(person) } });

/** A page of the requests that wait at a union, oldest first. */
export async function correctionQueue(org: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :queue',
    ExpressionAttributeValues: { ':queue': `CORRECTIONS#${org}` },
    ExclusiveStartKey: start,
    Limit: 25,
  });
  return { corrections: items.map(fromItem), last };
}
