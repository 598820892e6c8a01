import { grantFor } from '@niangjia/shared/roles';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { staffHandler } from '../../handler.ts';
import { getOrg, type Org } from '../../orgs.ts';
import { policyVersions } from '../../policies.ts';
import { staffNames } from '../../staff.ts';

async function orgSubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org && { org };
}

/** What holds, what will, and what did. */
export const listPolicies = staffHandler(setUp.listPolicies, {
  subject: orgSubject,
  handle: async ({ subject: { org }, staff }) => {
    const versions = await policyVersions.venues.drafted();
    const names = await staffNames(versions.flatMap(({ drafted }) => drafted?.by ?? []));
    return {
      versions: versions.map(({ drafted, accepted: _, version, effectiveFrom, ...numbers }) => ({
        ...{ version, effectiveFrom, numbers },
        by: drafted && { name: names.get(drafted.by), at: drafted.at },
      })),
      mayDraft: org.kind === 'city' && grantFor(staff, ['venueKeeper', 'admin'], org.path) !== undefined,
    };
  },
});
