import type { AnswerOf } from '@niangjia/shared/contract';
import type { Application } from '@niangjia/shared/joining/application';
import { idNumberFacts } from '@niangjia/shared/joining/idNumber';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { openLastFour, openPerson } from '../sealing.ts';

type HeldView = NonNullable<AnswerOf<typeof myData.getMyData>['application']>;

/** What only a membership has. */
function memberView(key: Uint8Array, application: Application): Partial<HeldView> {
  if (application.status !== 'approved') return {};
  const { id, membership, evidence, shownAt, withdrawn, bankCard } = application;
  return {
    membership,
    evidence,
    shownAt,
    withdrawn,
    bankCard:
      bankCard?.status === 'issued'
        ? { ...bankCard, lastFour: openLastFour(key, id, bankCard.lastFour) }
        : bankCard,
  };
}

/** An application and membership as its own person may see it: whole, but for who decided. */
export function heldView(key: Uint8Array, application: Application): HeldView {
  const { status, openedAt, submittedAt, scannedAt, ethnicity, education, political, employment } =
    application;
  const person = openPerson(key, application);
  return {
    status,
    openedAt,
    submittedAt,
    scannedAt,
    ethnicity,
    education,
    political,
    employment,
    cardNumber: application.cardNumber,
    endedAt: application.endedAt,
    ...person,
    ...idNumberFacts(person.idNumber),
    org: application.org.name,
    onSite: application.session !== undefined,
    decidedAt: 'decision' in application ? application.decision.at : undefined,
    withdrawnAt: application.status === 'withdrawn' ? application.withdrawnAt : undefined,
    ...memberView(key, application),
  };
}
