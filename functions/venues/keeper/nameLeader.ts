import { acceptedBefore } from '@niangjia/shared/retry';
import { nameLeader as named } from '@niangjia/shared/venues/group';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { getGroup, putLed } from '../../booking/groups.ts';
import { staffHandler } from '../../handler.ts';
import { namingOf } from './leaders.ts';

/** Names another leader: of two keepers at once one does, and the other is asked to look again. */
export const nameLeader = staffHandler(keeping.nameLeader, {
  subject: (input: { group: string }) => getGroup(input.group),
  handle: async ({ input: { group: id, guest, seen }, subject: group, staff, request, now }) => {
    if (acceptedBefore(group.accepted, request, now)) return { id };
    const naming = await namingOf(guest, group.org, staff, now);
    const after = named(group, naming, seen, request, now);
    // What somebody else wrote in between is judged like what was there before.
    named(await putLed(after), naming, seen, request, now);
    return { id };
  },
});
