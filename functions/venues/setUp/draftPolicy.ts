import { replacedFrom } from '@niangjia/shared/policyVersions';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import { grantFor } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { policyFields, type VenuesPolicy, whyNotDraft } from '@niangjia/shared/venues/policy';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { staffHandler } from '../../handler.ts';
import { getOrg, type Org } from '../../orgs.ts';
import { type Drafted, policyVersions } from '../../policies.ts';

/** The policy is the city's: who holds a role below has none for all. */
async function citySubject(input: { org: string }): Promise<{ org: Org } | undefined> {
  const org = await getOrg(input.org);
  return org?.kind === 'city' ? { org } : undefined;
}

/** The version that this very request has made before. */
const madeBy = (
  versions: readonly Pick<Drafted<VenuesPolicy>, 'accepted' | 'version'>[],
  request: RequestMark,
  now: Instant,
) => versions.find(({ accepted = [] }) => acceptedBefore(accepted, request, now));

/** Makes the next version: of two at once one is, and the other is told to look first. */
export const draftPolicy = staffHandler(setUp.draftPolicy, {
  subject: citySubject,
  handle: async ({ input, subject, staff, request, now }) => {
    const { after, effectiveFrom, numbers } = input;
    const versions = await policyVersions.venues.drafted();
    const earlier = madeBy(versions, request, now);
    if (earlier) return { version: earlier.version };
    const why = whyNotDraft(versions, input, now);
    if (why) throw new Refusal(why);
    const replaced = replacedFrom(versions, effectiveFrom);
    const before = versions.filter((version) => !replaced.includes(version)).at(-1);
    const { role = 'venueKeeper', authority = '' } =
      grantFor(staff, ['venueKeeper', 'admin'], subject.org.path) ?? {};
    const { id, path, name } = subject.org;
    const changes = policyFields.flatMap((field) =>
      before?.[field] === numbers[field]
        ? []
        : [{ field, before: String(before?.[field] ?? ''), after: String(numbers[field]) }],
    );
    const drafted = { by: staff.id, role, authority, at: now, org: { id, path, name }, changes };
    const next = {
      ...numbers,
      version: after + 1,
      effectiveFrom,
      drafted,
      accepted: [{ ...request, at: now }],
    };
    if (await policyVersions.venues.add(next, replaced)) return { version: next.version };
    const mine = madeBy(await policyVersions.venues.drafted(), request, now);
    if (!mine) throw new Refusal('POLICY_CHANGED');
    return { version: mine.version };
  },
});
