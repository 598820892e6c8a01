import { audit } from '@niangjia/shared/joining/auditContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { callBacksAt } from './callBacks.ts';
import { callBackRow } from './callBackViews.ts';
import { nodeSubject } from './nodeSubject.ts';
import { whoAndWhom } from './whoAndWhom.ts';

export const listCallBacks = staffHandler(audit.listCallBacks, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org }, staff, now }) => {
    const list = `call-backs ${org.id}`;
    const start = await fromCursor(list, input.cursor);
    const [{ callBacks: found, last }, policy] = await Promise.all([
      callBacksAt(org.path, start),
      joiningPolicy(now),
    ]);
    const takenBy = found.flatMap((one) => (one.status === 'open' && one.taken ? one.taken.by : []));
    const said = await whoAndWhom(found, [...found.map(({ approvedBy }) => approvedBy), ...takenBy]);
    const callBacks = found.map((one) => {
      const taken = one.status === 'open' ? one.taken : undefined;
      return {
        ...callBackRow(one, said),
        tries: one.tries,
        lastTriedAt: one.note?.at,
        taken: taken && { by: said.staff(taken.by), mine: taken.by === staff.id, at: taken.at },
      };
    });
    return { org, share: policy.auditShare, callBacks, cursor: await toCursor(list, last) };
  },
});
