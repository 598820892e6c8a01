import type { AnswerOf } from '@niangjia/shared/contract';
import type { Application } from '@niangjia/shared/joining/application';
import type { joining } from '@niangjia/shared/joining/contract';
import { ageOf, idNumberFacts } from '@niangjia/shared/joining/idNumber';
import type { Session } from '@niangjia/shared/joining/session';
import { maskName } from '@niangjia/shared/masking';
import type { Instant } from '@niangjia/shared/time';
import { idOf } from './applications.ts';
import type { PlainPerson } from './sealing.ts';

/** What of our records is shown, and to whom. */

type SessionView = AnswerOf<typeof joining.getPoster>['session'];
type CaseView = AnswerOf<typeof joining.discloseApplication>['application'];
type ElsewhereView = AnswerOf<typeof joining.discloseApplication>['elsewhere'][number];

/** A session as anybody who scanned its poster may see it. */
export function sessionView(session: Session): SessionView {
  const { code, org, place, latitude, longitude, startsAt, endsAt, occupations } = session;
  return {
    code,
    org: { id: org.id, name: org.name },
    place,
    latitude,
    longitude,
    startsAt,
    endsAt,
    occupations,
  };
}

/** One case as the reviewer who opened it sees it. */
export function caseView(
  application: Application,
  person: PlainPerson,
  reader: string,
  now: Instant,
): CaseView {
  const { status, ethnicity, education, political, employment, org, session, submittedAt, round } =
    application;
  const { phoneOf, helpedBy } = application;
  return {
    id: idOf(application),
    status,
    name: person.name,
    idNumber: person.idNumber,
    phone: person.phone,
    ...idNumberFacts(person.idNumber),
    age: ageOf(person.idNumber, now),
    ethnicity,
    education,
    political,
    employment,
    org: { id: org.id, name: org.name },
    onSite: session !== undefined,
    submittedAt,
    round,
    reachable: application.remind ?? false,
    cardNumber: application.cardNumber,
    phoneOf,
    helpedBy: helpedBy === undefined ? undefined : helpedBy === reader ? 'you' : 'colleague',
  };
}

/** A rival outside the reviewer's subtree: enough to call that union, no more. */
export function elsewhereView(application: Application, person: PlainPerson): ElsewhereView {
  const { status, org } = application;
  return { id: idOf(application), status, name: maskName(person.name), org: { id: org.id, name: org.name } };
}
