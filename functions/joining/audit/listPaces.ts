import { tooFast } from '@niangjia/shared/audit/pace';
import { audit } from '@niangjia/shared/joining/auditContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { staffNames } from '../../staff.ts';
import { nodeSubject } from './nodeSubject.ts';
import { approvalsOf, marksAt, paceOf } from './paces.ts';

/** Reviewers whose marked days are, at this node and below it, too fast by the records as they are now. */
export const listPaces = staffHandler(audit.listPaces, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org }, now }) => {
    const list = `paces ${org.id}`;
    const start = await fromCursor(list, input.cursor);
    const [{ marks, last }, policy] = await Promise.all([marksAt(org.path, start), joiningPolicy(now)]);
    const pace = paceOf(policy);
    // Somebody who was fast at two unions in one day is marked at both.
    const days = [...new Map(marks.map(({ by, day }) => [`${by} ${day}`, { by, day }])).values()];
    const names = await staffNames(days.map(({ by }) => by));
    const reviewers = await Promise.all(
      days.map(async ({ by, day }) => {
        const approvals = await approvalsOf(by, day, org.path);
        const stretches = tooFast(approvals, pace);
        const where = stretches.flatMap((stretch) => stretch.approvals.map((approval) => approval.org));
        return {
          by: { id: by, name: names.get(by) },
          day,
          orgs: [...new Map(where.map((union) => [union.id, union])).values()].slice(0, 25),
          approved: approvals.length,
          stretches: stretches.map(({ approvals: { length: people }, from, to, opened }) => ({
            from,
            to,
            people,
            opened,
          })),
        };
      }),
    );
    return {
      org,
      pace,
      reviewers: reviewers.filter(({ stretches }) => stretches.length > 0),
      cursor: await toCursor(list, last),
    };
  },
});
