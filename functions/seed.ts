import { orgs, staff } from '@niangjia/shared/cast';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { personOf } from './accounts.ts';
import { putOrg } from './orgs.ts';
import { putJoiningPolicy } from './policies.ts';
import { appoint } from './staff.ts';
import { openidOf } from './wechat.ts';

/**
 * Writes what has to be there before anybody can join: the cast's org tree, the policy, and the staff
 * with their roles. Writing it again changes nothing. For development and tests.
 */
export async function seed(): Promise<void> {
  await putJoiningPolicy(firstJoiningPolicy);
  await Promise.all(Object.values(orgs).map(putOrg));
  for (const [login, member] of Object.entries(staff)) {
    const person = await personOf(await openidOf(`demo-${login}`));
    const org = orgs[member.org];
    await appoint(person, member.name, org, member.roles, '工发〔2026〕1号');
  }
}
