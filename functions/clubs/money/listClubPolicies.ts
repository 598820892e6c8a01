import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { grantFor } from '@niangjia/shared/roles';
import { staffHandler } from '../../handler.ts';
import { policyVersions } from '../../policies.ts';
import { staffNames } from '../../staff.ts';
import { orgSubject } from '../orgSubject.ts';

/** What holds, what will, and what did. */
export const listClubPolicies = staffHandler(clubMoney.listClubPolicies, {
  subject: orgSubject,
  handle: async ({ subject: { org }, staff }) => {
    const versions = await policyVersions.clubs.drafted();
    const names = await staffNames(versions.flatMap(({ drafted }) => drafted?.by ?? []));
    return {
      versions: versions.map(({ drafted, accepted: _, version, effectiveFrom, ...numbers }) => ({
        ...{ version, effectiveFrom, numbers },
        by: drafted && { name: names.get(drafted.by), at: drafted.at },
      })),
      mayDraft: org.kind === 'city' && grantFor(staff, ['admin'], org.path) !== undefined,
    };
  },
});
