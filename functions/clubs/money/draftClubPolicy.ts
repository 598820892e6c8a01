import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { changesBetween } from '@niangjia/shared/clubs/policy';
import { replacedFrom, whyNotNext } from '@niangjia/shared/policyVersions';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import { grantFor } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { staffHandler } from '../../handler.ts';
import { policyVersions } from '../../policies.ts';
import { citySubject } from '../orgSubject.ts';

/** The version that this very request has made before. */
async function madeBy(request: RequestMark, now: Instant) {
  const versions = await policyVersions.clubs.drafted();
  const made = versions.find(({ accepted = [] }) => acceptedBefore(accepted, request, now));
  return { versions, made };
}

/** Makes the next version: of two at once one is, and the other is told to look first. */
export const draftClubPolicy = staffHandler(clubMoney.draftClubPolicy, {
  subject: citySubject,
  handle: async ({ input, subject: { org }, staff, request, now }) => {
    const { after, effectiveFrom, numbers } = input;
    const { versions, made } = await madeBy(request, now);
    if (made) return { version: made.version };
    const why = whyNotNext(versions, input, now);
    if (why) throw new Refusal(why);
    const replaced = replacedFrom(versions, effectiveFrom);
    const before = versions.filter((version) => !replaced.includes(version)).at(-1);
    const { authority = '' } = grantFor(staff, ['admin'], org.path) ?? {};
    const { id, path, name } = org;
    const changes = changesBetween(before, numbers);
    const drafted = {
      ...{ by: staff.id, role: 'admin' as const, authority, at: now },
      ...{ org: { id, path, name }, changes },
    };
    const accepted = [{ ...request, at: now }];
    const next = { ...numbers, version: after + 1, effectiveFrom, drafted, accepted };
    if (await policyVersions.clubs.add(next, replaced)) return { version: next.version };
    const { made: mine } = await madeBy(request, now);
    if (!mine) throw new Refusal('POLICY_CHANGED');
    return { version: mine.version };
  },
});
