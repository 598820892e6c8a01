import { audit, MOST_ROWS } from '@niangjia/shared/joining/auditContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { disclosuresAt } from '../../entries.ts';
import { staffHandler } from '../../handler.ts';
import { disclosuresOf } from '../../records.ts';
import { nodeSubject } from './nodeSubject.ts';
import { fitting, periodOf, personOf } from './wanted.ts';
import { whoAndWhom } from './whoAndWhom.ts';

/** Who opened whose data at a node and below it, or that of one person there. */
export const listDisclosures = staffHandler(audit.listDisclosures, {
  subject: nodeSubject,
  handle: async ({ input, subject: { org } }) => {
    const { purpose, by } = input;
    const person = await personOf(input);
    const list = `disclosures ${org.id} ${by ?? ''} ${input.from ?? ''} ${input.to ?? ''} ${purpose ?? ''}`;
    const like = { ...(purpose ? { purpose } : {}) };
    const of = async (whom: string) =>
      fitting(await disclosuresOf(whom), input, org.path)
        .filter((one) => !purpose || one.purpose === purpose)
        .slice(0, MOST_ROWS);
    const { records, last } =
      person === undefined
        ? await disclosuresAt(
            { path: org.path, by, ...periodOf(input), like },
            await fromCursor(list, input.cursor),
          )
        : { records: person === null ? [] : await of(person), last: undefined };
    const said = await whoAndWhom(
      records,
      records.map((one) => one.by),
    );
    const disclosures = records.map((one) => ({
      member: said.member(one),
      org: one.org,
      by: said.staff(one.by),
      office: one.office,
      role: one.role,
      purpose: one.purpose,
      at: one.at,
    }));
    return { org, disclosures, cursor: await toCursor(list, last) };
  },
});
