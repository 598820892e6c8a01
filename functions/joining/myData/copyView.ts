import type { Account } from '@niangjia/shared/account';
import type { DecisionRecord, DisclosureRecord } from '@niangjia/shared/audit/record';
import type { AnswerOf } from '@niangjia/shared/contract';
import type { IdentityCorrection } from '@niangjia/shared/joining/identityCorrection';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { wordsForVoided } from '@niangjia/shared/joining/ruling';
import { openField } from '../../dataKeys.ts';
import type { StaffRecord } from '../../staff.ts';

/** Records about a person as they see them themself: staff are an office and a role, others are nobody. */

type Copy = AnswerOf<typeof myData.getCopy>;
type Reading = AnswerOf<typeof myData.listReadings>['readings'][number];

/**
 * A voided application reads as one sent back for not being in person, here too: otherwise whoever used a
 * stranger's number would learn that it is in use.
 */
function outcomeView(key: Uint8Array, { kind, person, to, reason, words }: DecisionRecord) {
  if (kind === 'application' && to === 'voided')
    return { to: 'rejected', reason: 'notInPerson', words: wordsForVoided };
  return { to, reason, words: words && openField(key, person, 'words', words) };
}

export function decisionView(key: Uint8Array, record: DecisionRecord): Copy['history'][number] {
  const { person, at, kind, from, round, org, by, role, authority, evidence, fields, version } = record;
  return {
    at,
    kind,
    from,
    ...outcomeView(key, record),
    round,
    own: by === person,
    org: org.name,
    role,
    authority,
    evidence,
    helped: record.helpedBy !== undefined,
    fields: fields ?? [],
    version,
    cardNumber: record.cardNumber,
  };
}

/** A reading; what was opened to settle whose a number is reads as any review, for the same reason. */
export const readingView = ({ at, office, org, role, purpose }: DisclosureRecord): Reading => ({
  at,
  office: office ?? org.name,
  role,
  purpose: purpose === 'settle' ? 'review' : purpose,
});

/** What a request to correct name or ID number asks for. */
export function askedView(
  key: Uint8Array,
  { id, sealed, reason }: IdentityCorrection,
): NonNullable<Copy['correction']>['asked'] {
  const open = (field: string, bytes: Uint8Array | undefined) => bytes && openField(key, id, field, bytes);
  return {
    name: open('name', sealed.name),
    idNumber: open('idNumber', sealed.idNumber),
    reason: openField(key, id, 'reason', reason),
  };
}

/** The WeChat account that leads to the person. */
export const accountView = (
  key: Uint8Array,
  person: string,
  { openid, decision, frozenAt }: Account,
): NonNullable<Copy['account']> => ({
  openid: openField(key, person, 'openid', openid),
  since: decision?.at,
  frozenAt,
});

/** What is kept of somebody as staff. */
export const staffView = (staff: StaffRecord): NonNullable<Copy['staff']> => ({
  name: staff.name,
  office: staff.org.name,
  roles: staff.grants.map(({ role, authority }) => ({ role, authority })),
  boundAt: staff.boundAt,
  frozenAt: staff.frozenAt,
  signIns: (staff.signIns ?? []).map(({ browser, since, renewedAt, endedAt }) => ({
    browser,
    since,
    renewedAt,
    endedAt,
  })),
});
