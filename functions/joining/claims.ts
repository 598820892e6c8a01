import { type Application, isLive } from '@niangjia/shared/joining/application';
import { getItem, type Operation, updateItem } from '../table.ts';

/**
 * Who claims an ID number: one item a number, keyed by its keyed hash, with the set of people who
 * have a live application or membership under it, and the one of them who is the member. There is room
 * for one member only, which is what makes it one person, one membership.
 */

const keyOf = (idHash: string) => ({ pk: `CLAIMS#${idHash}`, sk: 'CLAIMS' });

/** Adds a claim; the same write, at the same cost, whether the number is free or taken. Returns the other claimants. */
export async function claim(idHash: string, person: string): Promise<string[]> {
  const { claimants } = await updateItem(keyOf(idHash), {
    UpdateExpression: 'ADD claimants :me',
    ExpressionAttributeValues: { ':me': new Set([person]) },
  });
  return [...((claimants ?? []) as Set<string>)].filter((claimant) => claimant !== person);
}

/** Who claims a number now. */
export async function claimants(idHash: string): Promise<string[]> {
  const item = await getItem(keyOf(idHash));
  return [...((item?.claimants ?? []) as Set<string>)];
}

/** Who is the member under a number now, if anybody. */
export async function memberUnder(idHash: string): Promise<string | undefined> {
  const item = await getItem(keyOf(idHash));
  return item?.member === undefined ? undefined : String(item.member);
}

/**
 * Part of a transaction: this person becomes the number's member, if it has none. With `alone`, only if
 * nobody else claims the number either; without it, the caller has seen that no other claim stands.
 */
export function becomeMember({ idHash, id }: Application, alone: boolean): Operation {
  const free = 'attribute_not_exists(#member)';
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: 'SET #member = :me',
      ConditionExpression: alone ? `${free} AND claimants = :onlyMe` : free,
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: { ':me': id, ...(alone ? { ':onlyMe': new Set([id]) } : {}) },
    },
  };
}

/** Part of a transaction: this person claims the number, as `claim` does. */
export function reclaim({ idHash, id }: Pick<Application, 'idHash' | 'id'>): Operation {
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: 'ADD claimants :me',
      ExpressionAttributeValues: { ':me': new Set([id]) },
    },
  };
}

/** Part of a transaction: this person, not a member, claims the number no more. */
export function release({ idHash, id }: Pick<Application, 'idHash' | 'id'>): Operation {
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: 'DELETE claimants :me',
      ExpressionAttributeValues: { ':me': new Set([id]) },
    },
  };
}

/**
 * Part of a transaction: this one of several claimants is voided. One must remain, so that two staff who
 * void one each do not void both; a member gives the place of member free.
 */
export function giveWay({ idHash, id }: Application, isMember: boolean): Operation {
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: isMember ? 'DELETE claimants :me REMOVE #member' : 'DELETE claimants :me',
      ConditionExpression: isMember ? 'size(claimants) > :one AND #member = :id' : 'size(claimants) > :one',
      ...(isMember ? { ExpressionAttributeNames: { '#member': 'member' } } : {}),
      ExpressionAttributeValues: { ':me': new Set([id]), ':one': 1, ...(isMember ? { ':id': id } : {}) },
    },
  };
}

/** Part of a transaction: this member gives their place free and claims the number no more. */
export function giveUp({ idHash, id }: Pick<Application, 'idHash' | 'id'>): Operation {
  return {
    Update: {
      Key: keyOf(idHash),
      UpdateExpression: 'DELETE claimants :me REMOVE #member',
      ConditionExpression: '#member = :id',
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: { ':me': new Set([id]), ':id': id },
    },
  };
}

/**
 * Part of a transaction: nothing under this number leads to a forgotten person any more, and nothing tells of
 * the number where it was theirs alone. Others' claims and memberships stay as they are.
 */
export async function forgettingClaim(idHash: string, id: string): Promise<Operation> {
  const others = (await claimants(idHash)).filter((claimant) => claimant !== id);
  if (others.length > 0) return release({ idHash, id });
  return {
    Delete: {
      Key: keyOf(idHash),
      ConditionExpression:
        'attribute_not_exists(#member) AND (attribute_not_exists(claimants) OR claimants = :onlyMe)',
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: { ':onlyMe': new Set([id]) },
    },
  };
}

/**
 * Whether an application gives its person's claim on this number something to stand on: it is live under
 * the number, or its member has asked to have theirs corrected to it.
 */
export function backs(application: Application | undefined, idHash: string): application is Application {
  if (application === undefined || !isLive(application)) return false;
  const asked = application.status === 'approved' ? application.correcting : undefined;
  return application.idHash === idHash || asked?.idHash === idHash;
}
