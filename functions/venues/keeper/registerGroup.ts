import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { register } from '@niangjia/shared/venues/group';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { getGroup, putGroup } from '../../booking/groups.ts';
import { staffHandler } from '../../handler.ts';
import { getJoinableOrg } from '../../orgs.ts';
import { namingOf } from './leaders.ts';

async function unionSubject(input: { org: string }) {
  const org = await getJoinableOrg(input.org);
  return org && { org };
}

/** Registers a group; sent again it is the same one. */
export const registerGroup = staffHandler(keeping.registerGroup, {
  subject: unionSubject,
  handle: async ({ input: { name, guest }, subject: { org }, staff, request, now }) => {
    const { key: id } = request;
    const before = await getGroup(id);
    if (before && acceptedBefore(before.accepted, request, now)) return { id };
    const made = register({ id, org, name }, await namingOf(guest, org, staff, now), request, now);
    // Whoever was first with this key is this very request, or another one that may not have it.
    if (!acceptedBefore((await putGroup(made)).accepted, request, now)) throw new Refusal('KEY_REUSED');
    return { id };
  },
});
