import { OrgRef } from '@niangjia/shared/joining/session';
import * as v from 'valibot';
import { getItem, type Item, putItem, queryItems } from './table.ts';

/** The org tree: city, districts, streets, basic and joint unions. */

export const Org = v.object({
  ...OrgRef.entries,
  kind: v.picklist(['city', 'district', 'street', 'joint', 'basic']),
});
export type Org = v.InferOutput<typeof Org>;

const keyOf = (id: string) => ({ pk: `ORG#${id}`, sk: 'ORG' });
const takesMembers = (org: Org): org is Org & { kind: 'joint' | 'basic' } =>
  org.kind === 'joint' || org.kind === 'basic';

export async function getOrg(id: string): Promise<Org | undefined> {
  const item = await getItem(keyOf(id));
  return item && v.parse(Org, item);
}

/** Writes a node; those that take members are listed by name. */
export async function putOrg(org: Org): Promise<void> {
  const listed = takesMembers(org) ? { gsi1pk: 'ORGS', gsi1sk: `${org.name}#${org.id}` } : {};
  await putItem({ ...keyOf(org.id), ...org, ...listed });
}

/** A union that takes members, by id. */
export async function getJoinableOrg(id: string): Promise<Org | undefined> {
  const org = await getOrg(id);
  return org && takesMembers(org) ? org : undefined;
}

/** A page of the unions that take members whose name begins with `name`. */
export async function orgsByName(name: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: name ? 'gsi1pk = :all AND begins_with(gsi1sk, :name)' : 'gsi1pk = :all',
    ExpressionAttributeValues: { ':all': 'ORGS', ...(name ? { ':name': name } : {}) },
    ExclusiveStartKey: start,
    Limit: 20,
  });
  return { orgs: items.map((item) => v.parse(Org, item)).filter(takesMembers), last };
}
