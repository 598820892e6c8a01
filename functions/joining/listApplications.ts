import type { DecisionRecord } from '@niangjia/shared/audit/record';
import type { AnswerOf } from '@niangjia/shared/contract';
import { type Application, Status, type Submitted } from '@niangjia/shared/joining/application';
import { joining } from '@niangjia/shared/joining/contract';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { decisionsOf } from '../records.ts';
import { staffNames } from '../staff.ts';
import { decisionQueue, idOf } from './applications.ts';
import { maskedPeople } from './maskedPeople.ts';
import { queueSubject } from './queueSubject.ts';
import { type Display, openDisplays } from './sealing.ts';

type Row = AnswerOf<typeof joining.listApplications>['applications'][number];

async function waitingRows(applications: readonly Application[], now: Instant): Promise<Row[]> {
  const waiting = applications.flatMap((application) =>
    application.status === 'submitted' ? [{ application, display: application.display }] : [],
  );
  const displays = await openDisplays(waiting, now);
  return waiting.flatMap(({ application }) => {
    const display = displays.get(application.id);
    return display ? [waitingRow(application, display)] : [];
  });
}

function waitingRow(application: Submitted, display: Display): Row {
  const { status, employment, session, submittedAt, rivals, helpedBy, remind } = application;
  return {
    id: idOf(application),
    status,
    ...display,
    employment,
    onSite: session !== undefined,
    submittedAt,
    contested: (rivals ?? 0) > 0,
    helped: helpedBy !== undefined,
    reachable: remind ?? false,
  };
}

/** Decided cases as rows: the record says what was decided, the person's own item who it was, masked. */
async function decidedRows(records: DecisionRecord[]): Promise<Row[]> {
  const [people, deciders] = await Promise.all([
    maskedPeople(records.map(({ person }) => person)),
    staffNames(records.map(({ by }) => by)),
  ]);
  return records.flatMap((record) => {
    const found = people.get(record.person);
    if (!found) return [];
    // Somebody who has applied anew since is no longer who that decision was about.
    const { round, org, employment, submittedAt } = found.application;
    if (round !== record.round || org.id !== record.org.id) return [];
    const { remind } = found.application;
    return {
      id: idOf(found.application),
      status: v.parse(Status, record.to),
      name: found.name,
      idNumber: found.idNumber,
      employment,
      onSite: record.session !== undefined,
      submittedAt,
      decidedAt: record.at,
      decidedBy: deciders.get(record.by),
      contested: false,
      helped: found.application.helpedBy !== undefined,
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
      return {
        ...of,
        applications: await waitingRows(applications, now),
        cursor: await toCursor(list, last),
      };
    }
    const { records, last } = await decisionsOf(org.id, status, session, start);
    return { ...of, applications: await decidedRows(records), cursor: await toCursor(list, last) };
  },
});
