import { OrgRef } from '@niangjia/shared/joining/session';
import type { OrgPath } from '@niangjia/shared/roles';
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

/**
 * Writes a node; those that take members are listed by name and by their place in the tree, the few that
 * supervise by their place among themselves.
 */
export async function putOrg(org: Org): Promise<void> {
  if (!takesMembers(org)) {
    await putItem({ ...keyOf(org.id), ...org });
    return putItem({ pk: 'NODES', sk: org.path, ...org });
  }
  await putItem({ ...keyOf(org.id), ...org, gsi1pk: 'ORGS', gsi1sk: `${org.name}#${org.id}` });
  await putItem({ pk: 'TREE', sk: org.path, ...org });
}

async function inTree(tree: 'TREE' | 'NODES', path: OrgPath, start: Item | undefined, size: number) {
  const { items, last } = await queryItems({
    KeyConditionExpression: 'pk = :tree AND begins_with(sk, :path)',
    ExpressionAttributeValues: { ':tree': tree, ':path': path },
    ExclusiveStartKey: start,
    Limit: size,
  });
  return { orgs: items.map((item) => v.parse(Org, item)), last };
}

/** A page of the unions that take members at a node and below it. */
export const orgsBelow = (path: OrgPath, start: Item | undefined) => inTree('TREE', path, start, 25);

/** A page of the nodes that supervise, at a node and below it, in the order of the tree. */
export const nodesBelow = (path: OrgPath, start: Item | undefined) => inTree('NODES', path, start, 100);

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
