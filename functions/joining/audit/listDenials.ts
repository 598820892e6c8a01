import { audit } from '@niangjia/shared/joining/auditContract';
import { grantFor } from '@niangjia/shared/roles';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { denialsAt } from './callBacks.ts';
import { callBackRow } from './callBackViews.ts';
import { nodeSubject } from './nodeSubject.ts';
import { whoAndWhom } from './whoAndWhom.ts';

/** Who says they did not join: a union's own reviewers do not see it, the nodes above them and auditors do. */
export const listDenials = staffHandler(audit.listDenials, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org }, staff }) => {
    const list = `denials ${org.id}`;
    const audits = grantFor(staff, ['auditor'], org.path) !== undefined;
    const { callBacks, last } = await denialsAt(org.path, !audits, await fromCursor(list, input.cursor));
    const denied = callBacks.flatMap((one) => (one.status === 'denied' ? one : []));
    const said = await whoAndWhom(
      denied,
      denied.flatMap(({ approvedBy, note }) => [approvedBy, note.by]),
    );
    const denials = denied.map((one) => ({
      ...callBackRow(one, said),
      deniedAt: one.note.at,
      calledBy: said.staff(one.note.by),
    }));
    return { org, denials, cursor: await toCursor(list, last) };
  },
});
