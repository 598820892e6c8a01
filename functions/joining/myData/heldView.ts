import type { AnswerOf } from '@niangjia/shared/contract';
import type { Application } from '@niangjia/shared/joining/application';
import { fieldsOf, type IdentityCorrection } from '@niangjia/shared/joining/identityCorrection';
import { idNumberFacts } from '@niangjia/shared/joining/idNumber';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { openField } from '../../dataKeys.ts';
import { openLastFour, openPerson } from '../sealing.ts';

type MyData = AnswerOf<typeof myData.getMyData>;
type HeldView = NonNullable<MyData['application']>;

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
    // As the person is told of it; see decisionView.
    status: status === 'voided' ? 'rejected' : status,
    openedAt,
    submittedAt,
    scannedAt,
    ethnicity,
    education,
    political,
    employment,
    phoneOf: application.phoneOf,
    cardNumber: application.cardNumber,
    endedAt: application.endedAt,
    name: person.name,
    idNumber: person.idNumber,
    phone: person.phone,
    ...idNumberFacts(person.idNumber),
    org: application.org.name,
    onSite: application.session !== undefined,
    decidedAt: 'decision' in application ? application.decision.at : undefined,
    withdrawnAt: application.status === 'withdrawn' ? application.withdrawnAt : undefined,
    ...memberView(key, application),
  };
}

/** A request to correct name or ID number as its own person sees it. */
export function correctionView(
  key: Uint8Array,
  correction: IdentityCorrection,
): NonNullable<MyData['correction']> {
  const { id, status, requestedAt } = correction;
  const decision = 'decision' in correction ? correction.decision : undefined;
  return {
    status,
    fields: fieldsOf(correction),
    requestedAt,
    decidedAt: decision?.at,
    words: decision?.words && openField(key, id, 'words', decision.words),
  };
}
