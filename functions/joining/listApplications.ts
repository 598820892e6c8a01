import type { DecisionRecord } from '@niangjia/shared/audit/record';
import type { AnswerOf } from '@niangjia/shared/contract';
import { type Application, Status } from '@niangjia/shared/joining/application';
import { joining } from '@niangjia/shared/joining/contract';
import { maskIdNumber, maskName } from '@niangjia/shared/masking';
import * as v from 'valibot';
import { fromCursor, toCursor } from '../cursor.ts';
import { dataKeys } from '../dataKeys.ts';
import { staffHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { decisionsOf } from '../records.ts';
import { staffNames } from '../staff.ts';
import { decisionQueue, idOf, peekApplications } from './applications.ts';
import { queueSubject } from './queueSubject.ts';
import { openDisplay, openPerson } from './sealing.ts';

type Row = AnswerOf<typeof joining.listApplications>['applications'][number];

async function waitingRow(application: Application): Promise<Row[]> {
  if (application.status !== 'submitted') return [];
  const { status, employment, session, submittedAt, rivals, helpedBy, remind } = application;
  return [
    {
      id: idOf(application),
      status,
      ...(await openDisplay(application.id, application.display)),
      employment,
      onSite: session !== undefined,
      submittedAt,
      contested: (rivals ?? 0) > 0,
      helped: helpedBy !== undefined,
      reachable: remind ?? false,
    },
  ];
}

/** Decided cases as rows: the record says what was decided, the person's own item who it was, masked. */
async function decidedRows(records: DecisionRecord[]): Promise<Row[]> {
  const people = [...new Set(records.map((record) => record.person))];
  const [applications, keys, deciders] = await Promise.all([
    peekApplications(people),
    dataKeys(people),
    staffNames(records.map(({ by }) => by)),
  ]);
  return records.flatMap((record) => {
    const application = applications.find(({ id }) => id === record.person);
    const key = keys.get(record.person);
    if (!application || !key) return [];
    // Somebody who has applied anew since is no longer who that decision was about.
    const { round, org } = application;
    if (round !== record.round || org.id !== record.org.id) return [];
    const { name, idNumber } = openPerson(key, application);
    const { employment, submittedAt, remind } = application;
    return {
      id: idOf(application),
      status: v.parse(Status, record.to),
      name: maskName(name),
      idNumber: maskIdNumber(idNumber),
      employment,
      onSite: record.session !== undefined,
      submittedAt,
      decidedAt: record.at,
      decidedBy: deciders.get(record.by),
      contested: false,
      helped: application.helpedBy !== undefined,
      reachable: remind ?? false,
    };
  });
}

/** The queue of an org or a session, or what was decided there. */
export const listApplications = staffHandler(joining.listApplications, {
  subject: queueSubject,
  handle: async ({ input: { session, status, cursor }, subject, now }) => {
    const { org, session: among } = subject;
    const list = `applications ${org.id} ${session ?? ''} ${status}`;
    const [start, { lateAfter }] = await Promise.all([fromCursor(list, cursor), joiningPolicy(now)]);
    const of = { org, session: among, lateAfter };
    if (status === 'submitted') {
      const { applications, last } = await decisionQueue(org.id, session, start);
      const rows = await Promise.all(applications.map(waitingRow));
      return { ...of, applications: rows.flat(), cursor: await toCursor(list, last) };
    }
    const { records, last } = await decisionsOf(org.id, status, session, start);
    return { ...of, applications: await decidedRows(records), cursor: await toCursor(list, last) };
  },
});
