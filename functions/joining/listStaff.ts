import { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { staffOfOrg } from '../staff.ts';

export const listStaff = staffHandler(joining.listStaff, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: async ({ input, subject }) => {
    const list = `staff ${subject.org.id}`;
    const { staff, last } = await staffOfOrg(subject.org.id, await fromCursor(list, input.cursor));
    return { staff, cursor: await toCursor(list, last) };
  },
});
