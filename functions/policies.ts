import { Changed } from '@niangjia/shared/audit/changed';
import { RecordOrg } from '@niangjia/shared/audit/record';
import { ClubsPolicy, firstClubsPolicy } from '@niangjia/shared/clubs/policy';
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

/** Who made a version, and what of it is new. */
const HowDrafted = v.object({
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
type HowDrafted = v.InferOutput<typeof HowDrafted>;
export type Drafted<P extends Policy> = P & HowDrafted;

/**
 * The policy of one feature, in its versions by the moment from which each holds; a number that a stored version
 * lacks is the one a city starts with. They are read again after five minutes, so that a version which holds from
 * later than that is known to all when it begins to.
 */
function policyOf<E extends v.ObjectEntries>(
  name: string,
  entries: E,
  first: v.InferOutput<v.ObjectSchema<E, undefined>> & Policy,
) {
  const schema = v.object(entries);
  type P = v.InferOutput<typeof schema> & Policy;
  const Drafted = v.object({ ...entries, ...HowDrafted.entries });
  const pk = `POLICY#${name}`;
  let known: { table: string; readAt: Instant; versions: readonly P[] } | undefined;
  const itemOf = (policy: Policy): Item => ({ ...(policy as object), pk, sk: sk(policy.effectiveFrom) });
  const put = (policy: P) => putItem(itemOf(policy));
  const items = () =>
    queryAll({
      KeyConditionExpression: 'pk = :policy',
      ExpressionAttributeValues: { ':policy': pk },
      ConsistentRead: true,
    });
  const versions = async (now: Instant): Promise<readonly P[]> => {
    if (known?.table === tableName() && Math.abs(now - known.readAt) < KNOWN_FOR) return known.versions;
    const read = (await items()).map((item) => v.parse(schema, { ...first, ...item }) as P);
    known = { table: tableName(), readAt: now, versions: read };
    return read;
  };
  const inForce = async (now: Instant): Promise<P> => {
    const policy = (await versions(now)).filter(({ effectiveFrom }) => effectiveFrom <= now).pop();
    if (!policy) throw new Error(`no ${name} policy is in force: the table was not seeded`);
    return policy;
  };
  /** All versions as they are now, the first first, with who made them; the first was nobody's. */
  const drafted = async () =>
    (await items()).map((item) => v.parse(Drafted, { ...first, ...item }) as P & HowDrafted);
  /** The version in a changed item, if somebody made it. */
  const draftedIn = (item: Item): (P & HowDrafted) | undefined =>
    item.pk === pk && item.drafted ? (v.parse(Drafted, { ...first, ...item }) as P & HowDrafted) : undefined;
  /** Adds a version in place of others, the only one of its number, which decides; whether it is. */
  const add = async (version: P & HowDrafted, replaced: readonly Policy[]): Promise<boolean> => {
    const item = itemOf(v.parse(Drafted, version) as P & HowDrafted);
    const number = { pk: `${pk}#VERSIONS`, sk: sk(version.version) };
    const there = replaced.find(({ effectiveFrom }) => effectiveFrom === version.effectiveFrom);
    const gone = replaced
      .filter((one) => one !== there)
      .map((one) => ({ Delete: { Key: { pk, sk: sk(one.effectiveFrom) } } }));
    const unless = there ? atVersion(there.version) : absent;
    try {
      await transact([{ Put: { Item: number, ...absent } }, { Put: { Item: item, ...unless } }, ...gone]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };
  return { put, versions, inForce, drafted, draftedIn, add };
}

const joining = policyOf('joining', JoiningPolicy.entries, firstJoiningPolicy);
const venues = policyOf('venues', VenuesPolicy.entries, firstVenuesPolicy);
const clubs = policyOf('clubs', ClubsPolicy.entries, firstClubsPolicy);

export const putJoiningPolicy = joining.put;
/** The joining policy in force. */
export const joiningPolicy = joining.inForce;
export const putVenuesPolicy = venues.put;
/** The venues' policy in force, with every version, since a booking is judged by the one it was made under. */
export async function venuesPolicy(now: Instant): Promise<VenuesPolicy> {
  const [policy, versions] = await Promise.all([venues.inForce(now), venues.versions(now)]);
  return { ...policy, versions };
}
export const putClubsPolicy = clubs.put;
/** The clubs' policy in force. */
export const clubsPolicy: (now: Instant) => Promise<ClubsPolicy> = clubs.inForce;

/** A feature's policy in its versions, as those who make the next one see it. */
export const policyVersions = { venues, clubs };
