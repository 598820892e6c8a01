import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { staffOfOrg } from '../staff.ts';

export const listStaff = staffHandler(joining.listStaff, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: async ({ subject }) => ({ staff: await staffOfOrg(subject.org.id) }),
});
