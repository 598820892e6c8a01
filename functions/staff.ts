import { Refusal } from '@niangjia/shared/refusal';
import { Grant, type Staff } from '@niangjia/shared/roles';
import { type Instant, SECOND } from '@niangjia/shared/time';
import { end, liveOne, WebSignIn } from '@niangjia/shared/webSignIn';
import * as v from 'valibot';
import type { Org } from './orgs.ts';
import { sealValue, unsealValue } from './secrets.ts';
import {
  absent,
  ConditionFailed,
  getItem,
  type Item,
  type Operation,
  queryItems,
  updateItem,
} from './table.ts';

/** Who acts for the union: one item a person, read at each staff request, so that a role taken away stops at once. */

const StaffMember = v.object({
  id: v.string(),
  org: v.object({ id: v.string(), name: v.string() }),
  grants: v.array(Grant),
  /** Since when nobody may act with these roles: the phone was lost. */
  frozenAt: v.optional(v.number()),
  /** When the account was bound to the phone it has: what an earlier phone was given is good for nothing. */
  boundAt: v.optional(v.number()),
  /** Where they are signed in on the web: here, so that the read that finds the roles finds out these too. */
  signIns: v.optional(v.array(WebSignIn)),
});
export type StaffMember = v.InferOutput<typeof StaffMember>;

const keyOf = (person: string) => ({ pk: `STAFF#${person}`, sk: 'STAFF' });

/** A person's roles now; nobody's are an empty list. */
export async function staffMember(person: string): Promise<StaffMember | undefined> {
  const item = await getItem(keyOf(person));
  return item && v.parse(StaffMember, item);
}

/** By what somebody acts: their phone's token, and when it was given, or a web sign-in. */
interface Acting {
  readonly caller: string;
  readonly issuedAt: Instant;
  readonly signIn?: string | undefined;
  readonly now: Instant;
}

/**
 * The caller as the rules want it, from what is kept of them now. Refuses a web sign-in that has ended, a
 * token that was given to an earlier phone, and an account whose phone was lost.
 */
export function acting({ caller, issuedAt, signIn, now }: Acting, member: StaffMember | undefined): Staff {
  const { org, grants = [], frozenAt, boundAt = 0, signIns = [] } = member ?? {};
  if (signIn && !liveOne(signIns, signIn, now)) throw new Refusal('WEB_SIGN_IN_OVER');
  // Tokens tell time in seconds.
  if (!signIn && issuedAt + SECOND <= boundAt) throw new Refusal('SIGN_IN');
  if (frozenAt) throw new Refusal('ACCOUNT_FROZEN');
  return { id: caller, office: org?.name, grants };
}

/** Part of a transaction: a person who is staff may not act any more, from the next request on, on any device. */
export const freezeStaff = (member: StaffMember, frozenAt: Instant): Operation => ({
  Update: {
    Key: keyOf(member.id),
    UpdateExpression: 'SET frozenAt = :at REMOVE signIns',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':at': frozenAt },
  },
});

/** Part of a transaction: a person who is staff acts with another phone from now on, and with nothing else. */
export const rebindStaff = (member: StaffMember, boundAt: Instant): Operation => ({
  Update: {
    Key: keyOf(member.id),
    UpdateExpression: 'SET boundAt = :at REMOVE frozenAt, signIns',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':at': boundAt },
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

export interface StaffRecord extends StaffMember {
  /** Their working name. */
  readonly name: string;
}

/** Everything that is kept of a person as staff, for themself. */
export async function staffRecord(person: string): Promise<StaffRecord | undefined> {
  const item = await getItem(keyOf(person));
  return item && { ...v.parse(StaffMember, item), name: (await named(item)).name };
}

const TRIES = 3;
const NONE: readonly WebSignIn[] = [];
/** What decides about a sign-in; a change of any of it in between is a reason to decide anew. */
const DECIDING = ['signIns', 'frozenAt', 'boundAt'] as const;

/** Holds while what decides is as it was seen. */
function unchanged(seen: StaffMember) {
  const kept = DECIDING.filter((field) => seen[field] !== undefined);
  const terms = DECIDING.map((field) =>
    kept.includes(field) ? `${field} = :${field}` : `attribute_not_exists(${field})`,
  );
  return {
    ConditionExpression: ['attribute_exists(pk)', ...terms].join(' AND '),
    values: Object.fromEntries(kept.map((field) => [`:${field}`, seen[field]])),
  };
}

/**
 * Changes where somebody is signed in on the web, from what is there: again from what has come in between
 * when it did. `next` returns the very same list when there is nothing to write. Undefined for who is no staff.
 */
export async function changeSignIns(
  person: string,
  next: (signIns: readonly WebSignIn[], member: StaffMember) => readonly WebSignIn[],
): Promise<StaffMember | undefined> {
  let member = await staffMember(person);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (!member) return undefined;
    const before: readonly WebSignIn[] = member.signIns ?? NONE;
    const after = next(before, member);
    if (after === before) return member;
    const { ConditionExpression, values } = unchanged(member);
    try {
      const item = await updateItem(keyOf(person), {
        UpdateExpression: 'SET signIns = :after',
        ConditionExpression,
        ExpressionAttributeValues: { ...values, ':after': v.parse(v.array(WebSignIn), after) },
      });
      return v.parse(StaffMember, item);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      member = error.item && v.parse(StaffMember, error.item);
    }
  }
  throw new Refusal('BUSY');
}

/** Signs somebody out of the web: of one page, or of all without an id. Bites at their next request. */
export const endSignIns = (person: string, now: Instant, id?: string) =>
  changeSignIns(person, (signIns) => end(signIns, id, now));

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
