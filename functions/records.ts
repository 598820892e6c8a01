import { Decision } from '@niangjia/shared/joining/application';
import type { RequestMark } from '@niangjia/shared/retry';
import type { OrgPath } from '@niangjia/shared/roles';
import { DAY, dayOf } from '@niangjia/shared/time';
import * as v from 'valibot';
import { absent, ConditionFailed, type Item, putItem, queryPage } from './table.ts';

/** What was decided and what was looked at: append-only, with ids and no personal data. */

export const DecisionRecord = v.object({
  person: v.string(),
  round: v.number(),
  org: v.object({ id: v.string(), path: v.string() }),
  session: v.optional(v.string()),
  /** Whose the number was, should the application be gone one day. */
  cardNumber: v.optional(v.string()),
  ...Decision.entries,
  // A withdrawal is the person's own: it rests on no role.
  role: v.optional(Decision.entries.role),
  authority: v.optional(Decision.entries.authority),
});
export type DecisionRecord = v.InferOutput<typeof DecisionRecord>;

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

/** Copies a decision that rode on an application, or a withdrawal. */
export async function recordDecision(record: DecisionRecord): Promise<void> {
  const { person, at, to, org } = record;
  await append({
    pk: `PERSON#${person}`,
    sk: `DECISION#${order(at)}#${to}`,
    gsi1pk: `DECIDED#${org.id}#${to}`,
    gsi1sk: `${order(at)}#${person}`,
    ...record,
  });
}

/** A page of an org's decisions with one outcome, latest first; `session` keeps those of one session. */
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

/** Records that somebody's unmasked data was read, by whom and what for; the same request within 24 hours is one record. */
export async function recordDisclosure(disclosure: {
  person: string;
  request: RequestMark;
  by: string;
  org: { id: string; path: OrgPath };
  purpose: string;
  at: number;
}): Promise<void> {
  const { person, request, at, org, by, purpose } = disclosure;
  const write = (mark: string) =>
    append({
      pk: `PERSON#${person}`,
      sk: `DISCLOSURE#${mark}`,
      gsi1pk: `DISCLOSED#${org.id}`,
      gsi1sk: `${order(at)}#${mark}`,
      person,
      by,
      org: { id: org.id, path: org.path },
      purpose,
      at,
    });
  const mark = `${request.key}#${request.hash}`;
  const earlier = await write(mark);
  // A key is good for 24 hours; data read again after that is another reading.
  if (earlier && at - Number(earlier.at) >= DAY) await write(`${mark}#${dayOf(at)}`);
}
