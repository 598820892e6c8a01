import { DecisionRecord, DisclosureRecord, whatOf } from '@niangjia/shared/audit/record';
import type { RequestMark } from '@niangjia/shared/retry';
import { DAY, dayOf } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, ConditionFailed, type Item, type Operation, putItem, queryAll, queryPage } from './table.ts';

/**
 * What was decided and what was looked at: append-only, with ids and no personal data. Whatever decides
 * keeps its decision on the item that changed; the stream copies it here with `recordDecision`, and lists
 * each record where auditors look (entries.ts).
 */

const order = (at: number) => String(at).padStart(15, '0');

/** Appends; the same record again, or late, changes nothing. Returns what was there before. */
async function append(item: Item): Promise<Item | undefined> {
  try {
    await putItem(item, absent);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    return error.item;
  }
}

/**
 * Appends a decision of any kind (see `outcomes`); the same one again changes nothing. Fields that a
 * record does not have are dropped. One person, one moment, one kind and outcome is one decision, of each
 * thing that it is about: a keeper closes a room for an evening, and somebody loses three bookings.
 */
export async function recordDecision(record: DecisionRecord): Promise<void> {
  await append(itemOf(record));
}

/** Part of a transaction: appends a decision of which nothing is left that the stream could copy. */
export const recording = (record: DecisionRecord): Operation => ({
  Put: { Item: itemOf(record), ...absent },
});

function itemOf(record: DecisionRecord): Item {
  const { person, at, kind, to, org } = record;
  // A union lists its applications by what became of them; the other kinds are found by search only.
  const listed = {
    gsi1pk: `DECIDED#${org.id}#${to}`,
    gsi1sk: `${order(at)}#${person}`,
  };
  return {
    ...v.parse(DecisionRecord, record),
    pk: `PERSON#${person}`,
    sk: `DECISION#${order(at)}#${whatOf(record)}`,
    ...(kind === 'application' ? listed : {}),
  };
}

/** A page of an org's decisions on applications with one outcome, latest first; `session` keeps those of one session. */
export async function decisionsOf(
  org: string,
  outcome: string,
  session: string | undefined,
  start: Item | undefined,
): Promise<{ records: DecisionRecord[]; last: Item | undefined }> {
  const { items, last } = await queryPage(
    {
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :decided',
      ...(session
        ? { FilterExpression: '#session = :session', ExpressionAttributeNames: { '#session': 'session' } }
        : {}),
      ExpressionAttributeValues: {
        ':decided': `DECIDED#${org}#${outcome}`,
        ...(session ? { ':session': session } : {}),
      },
      ScanIndexForward: false,
      ExclusiveStartKey: start,
    },
    25,
  );
  return { records: items.map((item) => v.parse(DecisionRecord, item)), last };
}

/** Everything of one kind that is recorded of a person, latest first. */
async function recordsOf(person: string, prefix: string): Promise<Item[]> {
  const items = await queryAll({
    KeyConditionExpression: 'pk = :person AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':person': `PERSON#${person}`, ':prefix': prefix },
    ConsistentRead: true,
  });
  return items.sort((a, b) => Number(b.at) - Number(a.at));
}

/** What was decided about a person, and what they did themself, latest first. */
export const decisionsAbout = async (person: string): Promise<DecisionRecord[]> =>
  (await recordsOf(person, 'DECISION#')).map((item) => v.parse(DecisionRecord, item));

/** Who opened a person's unmasked data, latest first. */
export const disclosuresOf = async (person: string): Promise<DisclosureRecord[]> =>
  (await recordsOf(person, 'DISCLOSURE#')).map((item) => v.parse(DisclosureRecord, item));

/**
 * Records that somebody's unmasked data was opened, before it is shown. The same request within 24 hours
 * is one record.
 */
export async function recordDisclosure(record: DisclosureRecord, request: RequestMark): Promise<void> {
  const { person, at } = record;
  const write = (mark: string) =>
    append({
      ...v.parse(DisclosureRecord, record),
      pk: `PERSON#${person}`,
      sk: `DISCLOSURE#${mark}`,
    });
  const mark = `${request.key}#${request.hash}`;
  const earlier = await write(mark);
  // A key is good for 24 hours; data read again after that is another reading.
  if (earlier && at - Number(earlier.at) >= DAY) await write(`${mark}#${dayOf(at)}`);
}
