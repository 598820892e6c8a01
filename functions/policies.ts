import { firstJoiningPolicy, JoiningPolicy } from '@niangjia/shared/joining/policy';
import { type Instant, MINUTE } from '@niangjia/shared/time';
import { firstVenuesPolicy, VenuesPolicy } from '@niangjia/shared/venues/policy';
import * as v from 'valibot';
import { type Item, putItem, queryItems, tableName } from './table.ts';

/** Policy: numbers a city changes without a deploy, by version and the moment they take effect; see docs/changing.md. */

type Policy = { readonly version: number; readonly effectiveFrom: number };

const sk = (effectiveFrom: number) => String(effectiveFrom).padStart(15, '0');
const KNOWN_FOR = 5 * MINUTE;

/**
 * The policy of one feature; a number that a stored version lacks is the one a city starts with. It is read
 * again after five minutes, so a new version takes effect at a moment that lies further ahead than that.
 */
function policyOf<P extends Policy>(name: string, schema: v.GenericSchema<unknown, P>, first: P) {
  const pk = `POLICY#${name}`;
  let known: { table: string; readAt: Instant; policy: P } | undefined;
  const put = (policy: P) => putItem({ pk, sk: sk(policy.effectiveFrom), ...(policy as Item) });
  const inForce = async (now: Instant): Promise<P> => {
    if (known?.table === tableName() && Math.abs(now - known.readAt) < KNOWN_FOR) return known.policy;
    const { items } = await queryItems({
      KeyConditionExpression: 'pk = :policy AND sk <= :now',
      ExpressionAttributeValues: { ':policy': pk, ':now': sk(now) },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    });
    if (!items[0]) throw new Error(`no ${name} policy is in force: the table was not seeded`);
    const policy = v.parse(schema, { ...first, ...items[0] });
    known = { table: tableName(), readAt: now, policy };
    return policy;
  };
  return { put, inForce };
}

const joining = policyOf('joining', JoiningPolicy, firstJoiningPolicy);
const venues = policyOf('venues', VenuesPolicy, firstVenuesPolicy);

export const putJoiningPolicy = joining.put;
/** The joining policy in force. */
export const joiningPolicy = joining.inForce;
export const putVenuesPolicy = venues.put;
/** The venues' policy in force. */
export const venuesPolicy = venues.inForce;
