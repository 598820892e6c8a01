import type { CallBack } from '@niangjia/shared/audit/callBack';
import { idOf } from '../applications.ts';
import type { whoAndWhom } from './whoAndWhom.ts';

/** A call-back as a row: whom it is about, masked, and the approval it is about. */
export function callBackRow(callBack: CallBack, said: Awaited<ReturnType<typeof whoAndWhom>>) {
  const { person, round, org, approvedBy, approvedAt, evidence } = callBack;
  return {
    id: idOf({ id: person, round }),
    member: said.member(callBack),
    org,
    approvedBy: said.staff(approvedBy),
    approvedAt,
    evidence,
  };
}
