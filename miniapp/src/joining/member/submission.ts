import type { RequestOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import type { Draft } from '../draft.ts';
import { employmentOf } from './faults.ts';

type Submission = RequestOf<typeof joining.submitApplication>;

/** What is sent for a draft whose fields are all in order. The API parses it again, codes included. */
export function submissionOf(draft: Draft, visit: string, phoneCode: string | undefined): Submission {
  const { name, idNumber, phone, ethnicity, education, political } = draft.values;
  return {
    visit,
    name,
    idNumber,
    phone: phoneCode ? { kind: 'wechat', code: phoneCode } : { kind: 'typed', number: phone },
    employment: employmentOf(draft.values) as Submission['employment'],
    ethnicity: ethnicity as Submission['ethnicity'],
    education: education as Submission['education'],
    political: political as Submission['political'],
    consents: consentVersions,
  };
}
