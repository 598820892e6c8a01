import { Grant, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import type { Org } from './orgs.ts';
import { sealValue, unsealValue } from './secrets.ts';
import { absent, getItem, type Item, type Operation, queryItems, updateItem } from './table.ts';

/** Who acts for the union: one item a person, read at each staff request, so that a role taken away stops at once. */

const StaffMember = v.object({
  id: v.string(),
  org: v.object({ id: v.string(), name: v.string() }),
  grants: v.array(Grant),
  /** Since when nobody may act with these roles: the phone was lost. */
  frozenAt: v.optional(v.number()),
});
export type StaffMember = v.InferOutput<typeof StaffMember>;

const keyOf = (person: string) => ({ pk: `STAFF#${person}`, sk: 'STAFF' });

/** A person's roles now; nobody's are an empty list. */
export async function staffMember(person: string): Promise<StaffMember | undefined> {
  const item = await getItem(keyOf(person));
  return item && v.parse(StaffMember, item);
}

/** The same as the rules want it. */
export async function staffOf(person: string): Promise<Staff> {
  const { org, grants = [], frozenAt } = (await staffMember(person)) ?? {};
  return { id: person, office: org?.name, grants, frozenAt };
}

/** Parts of a transaction: a person who is staff may not act any more, from the next request on. */
export const freezeStaff = (member: StaffMember, frozenAt: Instant): Operation => ({
  Update: {
    Key: keyOf(member.id),
    UpdateExpression: 'SET frozenAt = :at',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':at': frozenAt },
  },
});

/** Part of a transaction: a person who is staff may act again. */
export const unfreezeStaff = (member: StaffMember): Operation => ({
  Update: {
    Key: keyOf(member.id),
    UpdateExpression: 'REMOVE frozenAt',
    ConditionExpression: 'attribute_exists(pk)',
  },
});

/** Part of a transaction: holds while this person is no staff. */
export const isNoStaff = (person: string): Operation => ({
  ConditionCheck: { Key: keyOf(person), ...absent },
});

/**
 * Names a person as staff of an org with these roles there. `name` is their working name, sealed. What
 * else is kept of them, that their phone was lost for one, stays.
 */
export async function appoint(
  person: string,
  name: string,
  org: Org,
  roles: readonly Grant['role'][],
  authority: string,
): Promise<void> {
  await updateItem(keyOf(person), {
    UpdateExpression:
      'SET id = :id, org = :org, grants = :grants, #name = :name, gsi1pk = :list, gsi1sk = :id',
    ExpressionAttributeNames: { '#name': 'name' },
    ExpressionAttributeValues: {
      ':id': person,
      ':org': { id: org.id, name: org.name },
      ':grants': roles.map((role) => ({ role, path: org.path, authority })),
      ':name': await sealValue('staffName', name, person),
      ':list': `STAFF#${org.id}`,
    },
  });
}

async function named(item: Item) {
  const { id, grants } = v.parse(StaffMember, item);
  const name = await unsealValue('staffName', item.name as Uint8Array, id);
  return { id, name: String(name ?? ''), roles: [...new Set(grants.map((grant) => grant.role))] };
}

/** A page of an org's staff with their names, for naming who is on duty. */
export async function staffOfOrg(org: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :org',
    ExpressionAttributeValues: { ':org': `STAFF#${org}` },
    ExclusiveStartKey: start,
    Limit: 100,
  });
  return { staff: await Promise.all(items.map(named)), last };
}

/** Working names of several members of staff, by person; somebody who is staff no more is left out. */
export async function staffNames(people: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(people)];
  const items = await Promise.all(wanted.map((person) => getItem(keyOf(person), { eventual: true })));
  const known = items.filter((item): item is Item => item !== undefined);
  return new Map((await Promise.all(known.map(named))).map(({ id, name }) => [id, name]));
}
