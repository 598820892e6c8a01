import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Drafted } from '../../policies.ts';
import { recordDecision } from '../../records.ts';

/** Records who made a version of the policy, and what it changes. */
export async function recordPolicy({
  version,
  drafted,
}: Pick<Drafted<VenuesPolicy>, 'version' | 'drafted'>): Promise<void> {
  if (!drafted) return;
  const { by, role, authority, at, org, changes } = drafted;
  await recordDecision({
    ...{
      kind: 'policy',
      person: org.id,
      about: String(version),
      thing: `场馆预订规则 第 ${version} 版`,
      org,
    },
    ...{ by, role, authority, at, changes, from: 'before', to: 'drafted' },
  });
}
