import { MINUTE } from '@niangjia/shared/time';
import * as v from 'valibot';
import { putItem, queryItems } from './table.ts';

/** Policy: numbers a city changes without a deploy, by version and the moment they take effect. */

export const JoiningPolicy = v.object({
  version: v.number(),
  effectiveFrom: v.number(),
  /** How long somebody may wait for a decision before the board shows them in red, milliseconds. */
  lateAfter: v.number(),
});
export type JoiningPolicy = v.InferOutput<typeof JoiningPolicy>;

/** The values a city starts with. */
export const firstJoiningPolicy: JoiningPolicy = { version: 1, effectiveFrom: 0, lateAfter: 3 * MINUTE };

const PK = 'POLICY#joining';
const sk = (effectiveFrom: number) => String(effectiveFrom).padStart(15, '0');

export async function putJoiningPolicy(policy: JoiningPolicy): Promise<void> {
  await putItem({ pk: PK, sk: sk(policy.effectiveFrom), ...policy });
}

/** The policy in force at an instant. */
export async function joiningPolicyAt(at: number): Promise<JoiningPolicy> {
  const { items } = await queryItems({
    KeyConditionExpression: 'pk = :policy AND sk <= :now',
    ExpressionAttributeValues: { ':policy': PK, ':now': sk(at) },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: 1,
  });
  if (!items[0]) throw new Error('no joining policy is in force: the table was not seeded');
  return v.parse(JoiningPolicy, items[0]);
}
