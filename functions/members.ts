import { Employment } from '@niangjia/shared/joining/form';
import { OrgRef } from '@niangjia/shared/joining/session';
import * as v from 'valibot';
import { getItem } from './table.ts';

/** What every feature may know of a membership: joining writes it, the others read it here. */

/** Where a person's application and membership is kept. */
export const membershipKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'APPLICATION' });

const Member = v.object({
  org: OrgRef,
  employment: Employment,
  status: v.literal('approved'),
  membership: v.literal('active'),
});
export type Member = v.InferOutput<typeof Member>;

const parsed = (item: unknown): Member | undefined => {
  const result = v.safeParse(Member, item);
  return result.success ? result.output : undefined;
};

/**
 * Somebody's active membership. From an eventually consistent read; nobody is refused because of what
 * may be a moment old: where there seems to be none, it is read again as it is now. Somebody who left a
 * moment ago may still be taken for a member: what they book then is cancelled with the rest they leave.
 */
export async function activeMember(person: string): Promise<Member | undefined> {
  const key = membershipKey(person);
  return parsed(await getItem(key, { eventual: true })) ?? parsed(await getItem(key));
}
