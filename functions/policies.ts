import { Changed } from '@niangjia/shared/audit/changed';
import { RecordOrg } from '@niangjia/shared/audit/record';
import { firstJoiningPolicy, JoiningPolicy } from '@niangjia/shared/joining/policy';
import { Accepted } from '@niangjia/shared/retry';
import { Role } from '@niangjia/shared/roles';
import { type Instant, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy, VenuesPolicy } from '@niangjia/shared/venues/policy';
import * as v from 'valibot';
import {
  absent,
  atVersion,
  ConditionFailed,
  type Item,
  putItem,
  queryAll,
  tableName,
  transact,
} from './table.ts';

/** Policy: numbers a city changes without a deploy, by version and the moment they take effect; see docs/changing.md. */

type Policy = { readonly version: number; readonly effectiveFrom: number };

const sk = (effectiveFrom: number) => String(effectiveFrom).padStart(15, '0');
const KNOWN_FOR = 5 * MINUTE;

/**
 * The policy of one feature, in its versions by the moment from which each holds; a number that a stored version
 * lacks is the one a city starts with. They are read again after five minutes, so that a version which holds from
 * later than that is known to all when it begins to.
 */
function policyOf<P extends Policy>(name: string, schema: v.GenericSchema<unknown, P>, first: P) {
  const pk = `POLICY#${name}`;
  let known: { table: string; readAt: Instant; versions: readonly P[] } | undefined;
  const itemOf = (policy: P): Item => ({ ...(policy as Item), pk, sk: sk(policy.effectiveFrom) });
  const put = (policy: P) => putItem(itemOf(policy));
  const items = () =>
    queryAll({
      KeyConditionExpression: 'pk = :policy',
      ExpressionAttributeValues: { ':policy': pk },
      ConsistentRead: true,
    });
  const versions = async (now: Instant): Promise<readonly P[]> => {
    if (known?.table === tableName() && Math.abs(now - known.readAt) < KNOWN_FOR) return known.versions;
    const read = (await items()).map((item) => v.parse(schema, { ...first, ...item }));
    known = { table: tableName(), readAt: now, versions: read };
    return read;
  };
  const inForce = async (now: Instant): Promise<P> => {
    const policy = (await versions(now)).filter(({ effectiveFrom }) => effectiveFrom <= now).pop();
    if (!policy) throw new Error(`no ${name} policy is in force: the table was not seeded`);
    return policy;
  };
  return { put, items, itemOf, versions, inForce };
}

const joining = policyOf('joining', JoiningPolicy, firstJoiningPolicy);
const venues = policyOf('venues', VenuesPolicy, firstVenuesPolicy);

export const putJoiningPolicy = joining.put;
/** The joining policy in force. */
export const joiningPolicy = joining.inForce;
export const putVenuesPolicy = venues.put;
/** The venues' policy in force, with every version, since a booking is judged by the one it was made under. */
export async function venuesPolicy(now: Instant): Promise<VenuesPolicy> {
  const [policy, versions] = await Promise.all([venues.inForce(now), venues.versions(now)]);
  return { ...policy, versions };
}

/** A version of the venues' policy with who made it; the first was nobody's. */
const Drafted = v.object({
  ...VenuesPolicy.entries,
  drafted: v.optional(
    v.object({
      by: v.string(),
      role: Role,
      authority: v.string(),
      at: v.number(),
      org: RecordOrg,
      changes: v.array(Changed),
    }),
  ),
  accepted: v.optional(v.array(Accepted)),
});
export type Drafted = v.InferOutput<typeof Drafted>;

/** The venues' policy in all its versions as they are now, the first first. */
export const draftedPolicies = async (): Promise<Drafted[]> =>
  (await venues.items()).map((item) => v.parse(Drafted, { ...firstVenuesPolicy, ...item }));

/** The version in a changed item, if somebody made it. */
export function draftedIn(item: Item): Drafted | undefined {
  return item.pk === venues.itemOf(firstVenuesPolicy).pk && item.drafted ? v.parse(Drafted, item) : undefined;
}

/** Adds a version in place of others, the only one of its number, which decides; whether it is. */
export async function addVenuesPolicy(version: Drafted, replaced: readonly Drafted[]): Promise<boolean> {
  const item = venues.itemOf(v.parse(Drafted, version));
  const number = { pk: `${item.pk}#VERSIONS`, sk: sk(version.version) };
  const there = replaced.find(({ effectiveFrom }) => effectiveFrom === version.effectiveFrom);
  const gone = replaced
    .filter((one) => one !== there)
    .map((one) => ({ Delete: { Key: { pk: item.pk, sk: sk(one.effectiveFrom) } } }));
  const unless = there ? atVersion(there.version) : absent;
  try {
    await transact([{ Put: { Item: number, ...absent } }, { Put: { Item: item, ...unless } }, ...gone]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
