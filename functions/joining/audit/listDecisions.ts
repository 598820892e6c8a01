import { audit, MOST_ROWS } from '@niangjia/shared/joining/auditContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { decisionsAt, type ListedDecision } from '../../entries.ts';
import { staffHandler } from '../../handler.ts';
import { decisionsAbout } from '../../records.ts';
import { nodeSubject } from './nodeSubject.ts';
import { fitting, periodOf, personOf } from './wanted.ts';
import { whoAndWhom } from './whoAndWhom.ts';

/** Decisions at a node and below it, or all about one person there. */
export const listDecisions = staffHandler(audit.listDecisions, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org } }) => {
    const { outcome, by } = input;
    const [kind, to] = outcome?.split('.') ?? [];
    const person = await personOf(input);
    const list = `decisions ${org.id} ${by ?? ''} ${input.from ?? ''} ${input.to ?? ''} ${outcome ?? ''}`;
    const like = { ...(kind && to ? { kind, to } : {}) };
    const found =
      person === undefined
        ? await decisionsAt(
            { path: org.path, by, ...periodOf(input), like },
            await fromCursor(list, input.cursor),
          )
        : { records: person === null ? [] : await about(person), last: undefined };

    async function about(person: string): Promise<ListedDecision[]> {
      const records = fitting(await decisionsAbout(person), input, org.path);
      return records.filter((one) => !kind || (one.kind === kind && one.to === to)).slice(0, MOST_ROWS);
    }

    const { records } = found;
    const said = await whoAndWhom(
      records,
      records.flatMap(({ role, by: who, helpedBy }) => [role ? who : [], helpedBy ?? []].flat()),
    );
    const decisions = records.map((one) => {
      const { role, authority, at, from, to, evidence, reason, fields, thing, changes, session } = one;
      return {
        kind: one.kind,
        member: said.member(one),
        org: one.org,
        by: role ? said.staff(one.by) : undefined,
        helpedBy: one.helpedBy ? said.staff(one.helpedBy) : undefined,
        ...{ role, authority, at, from, to, evidence, reason, fields, thing, changes },
        onSite: session !== undefined,
      };
    });
    return { org, decisions, cursor: await toCursor(list, found.last) };
  },
});
