import { DecisionRecord, DisclosureRecord, whatOf } from '@niangjia/shared/audit/record';
import type { OrgPath } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { type Item, putItem, queryAll, queryItems } from './table.ts';

/**
 * Where auditors find the records: beside each record, which is its person's, one small entry for every
 * node above it and one for who did it, in order of time. They are made from the record alone, so making
 * them again changes nothing. What somebody wrote stays with the record.
 */

export const ListedDecision = v.omit(DecisionRecord, ['words']);
export type ListedDecision = v.InferOutput<typeof ListedDecision>;

const order = (at: Instant) => String(at).padStart(15, '0');

/** A node and all nodes above it: `/1/`, `/1/4/`, `/1/4/9/`. */
const upTo = (path: OrgPath) =>
  [...path.matchAll(/\d+\//g)].map(({ index = 0, 0: part }) => path.slice(0, index + part.length));

async function put(list: 'DECISIONS' | 'DISCLOSURES', holders: readonly string[], sk: string, entry: Item) {
  await Promise.all(holders.map((holder) => putItem({ ...entry, pk: `${list}#${holder}`, sk })));
}

/** Lists a decision. A person's own act is not anybody's work. */
export function listDecision(record: ListedDecision): Promise<void> {
  const { person, at, org, by, role } = record;
  const holders = role ? [...upTo(org.path), by] : upTo(org.path);
  return put(
    'DECISIONS',
    holders,
    `${order(at)}#${person}#${whatOf(record)}`,
    v.parse(ListedDecision, record),
  );
}

/** Lists a disclosure. */
export function listDisclosure(record: DisclosureRecord): Promise<void> {
  const { person, at, org, by } = record;
  return put(
    'DISCLOSURES',
    [...upTo(org.path), by],
    `${order(at)}#${person}#${by}`,
    v.parse(DisclosureRecord, record),
  );
}

/** What of a list is wanted: of a node with all below it, or of one member of staff there; of a period. */
export interface Wanted {
  readonly path: OrgPath;
  readonly by?: string | undefined;
  readonly from?: Instant | undefined;
  /** The first moment that is too late. */
  readonly until?: Instant | undefined;
  /** Fields that must be so. */
  readonly like?: Readonly<Record<string, string>>;
}

/** What is read of a list at once where most of it may not be wanted, and how often for one page. */
const LOOK_AT = 250;
const ROUNDS = 4;

/** A page of a list, latest first. It may hold fewer than there are still to come: `last` says where to go on. */
async function page(
  list: string,
  { path, by, from, until, like = {} }: Wanted,
  size: number,
  start: Item | undefined,
) {
  const fields = { ...(by ? { 'org.path': path } : {}), ...like };
  const names = [...new Set(Object.keys(fields).flatMap((field) => field.split('.')))];
  const asked = Object.entries(fields).map(([field], i) => {
    const name = field
      .split('.')
      .map((part) => `#${part}`)
      .join('.');
    return field === 'org.path' ? `begins_with(${name}, :is${i})` : `${name} = :is${i}`;
  });
  const pk = `${list}#${by ?? path}`;
  const items: Item[] = [];
  let last = start;
  for (let round = 1; round <= ROUNDS; round++) {
    const read = await queryItems({
      KeyConditionExpression: 'pk = :list AND sk BETWEEN :from AND :until',
      ...(asked.length > 0
        ? {
            FilterExpression: asked.join(' AND '),
            ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
          }
        : {}),
      ExpressionAttributeValues: {
        ':list': pk,
        ':from': order(from ?? 0),
        ':until': order(until ?? 999_999_999_999_999),
        ...Object.fromEntries(Object.values(fields).map((value, i) => [`:is${i}`, value])),
      },
      ScanIndexForward: false,
      ExclusiveStartKey: last,
      Limit: asked.length > 0 ? LOOK_AT : size,
    });
    items.push(...read.items);
    last = read.last;
    if (!last || items.length >= size) break;
  }
  const end = items[size - 1];
  return items.length > size && end
    ? { items: items.slice(0, size), last: { pk, sk: end.sk } }
    : { items, last };
}

const PAGE = 25;

/** A page of the decisions that are wanted, latest first. */
export async function decisionsAt(wanted: Wanted, start: Item | undefined) {
  const { items, last } = await page('DECISIONS', wanted, PAGE, start);
  return { records: items.map((item) => v.parse(ListedDecision, item)), last };
}

/** A page of the disclosures that are wanted, latest first. */
export async function disclosuresAt(wanted: Wanted, start: Item | undefined) {
  const { items, last } = await page('DISCLOSURES', wanted, PAGE, start);
  return { records: items.map((item) => v.parse(DisclosureRecord, item)), last };
}

const workOf = (list: string, by: string, from: Instant, until: Instant) =>
  queryAll({
    KeyConditionExpression: 'pk = :work AND sk BETWEEN :from AND :until',
    ExpressionAttributeValues: { ':work': `${list}#${by}`, ':from': order(from), ':until': order(until) },
    ConsistentRead: true,
  });

/** What a member of staff decided in a span, as it is stored now. */
export const decidedBy = async (by: string, from: Instant, until: Instant): Promise<ListedDecision[]> =>
  (await workOf('DECISIONS', by, from, until)).map((item) => v.parse(ListedDecision, item));

/** What a member of staff opened in a span, as it is stored now. */
export const openedBy = async (by: string, from: Instant, until: Instant): Promise<DisclosureRecord[]> =>
  (await workOf('DISCLOSURES', by, from, until)).map((item) => v.parse(DisclosureRecord, item));
