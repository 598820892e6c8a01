import { firstJoiningPolicy, JoiningPolicy } from '@niangjia/shared/joining/policy';
import { type Instant, MINUTE } from '@niangjia/shared/time';
import * as v from 'valibot';
import { putItem, queryItems, tableName } from './table.ts';

/** Policy: numbers a city changes without a deploy, by version and the moment they take effect; see docs/changing.md. */

const PK = 'POLICY#joining';
const sk = (effectiveFrom: number) => String(effectiveFrom).padStart(15, '0');

export async function putJoiningPolicy(policy: JoiningPolicy): Promise<void> {
  await putItem({ pk: PK, sk: sk(policy.effectiveFrom), ...policy });
}

let known: { table: string; readAt: Instant; policy: JoiningPolicy } | undefined;
const KNOWN_FOR = 5 * MINUTE;

/**
 * The policy in force; a number that a stored version lacks is the one a city starts with. It is read again
 * after five minutes, so a new version takes effect at a moment that lies further ahead than that.
 */
export async function joiningPolicy(now: Instant): Promise<JoiningPolicy> {
  const fresh = known && known.table === tableName() && Math.abs(now - known.readAt) < KNOWN_FOR;
  if (known && fresh) return known.policy;
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :policy AND sk <= :now',
    ExpressionAttributeValues: { ':policy': PK, ':now': sk(now) },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: 1,
  });
  if (!items[0]) throw new Error('no joining policy is in force: the table was not seeded');
  known = {
    table: tableName(),
    readAt: now,
    policy: v.parse(JoiningPolicy, { ...firstJoiningPolicy, ...items[0] }),
  };
  return known.policy;
}
