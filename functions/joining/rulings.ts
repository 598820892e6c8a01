import { type Application, decide, type Ruling, refuseRuling } from '@niangjia/shared/joining/application';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import type { Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { ConditionFailed } from '../table.ts';
import { idOf, putDecision } from './applications.ts';
import { nextCardNumber } from './cardNumbers.ts';
import { rivalsOf } from './rivals.ts';

export interface RulingOf {
  readonly ruling: Ruling;
  readonly round: number;
  readonly staff: Staff;
  readonly request: RequestMark;
  readonly now: Instant;
}

/**
 * Rules on one application: asks the rule, draws a card number for an approval, and writes decision
 * and claim together. Who else claims the number is only looked up when it matters: for a voiding,
 * and when the claims refuse an approval.
 */
export async function ruleOn(application: Application, about: RulingOf) {
  const { ruling, round, staff, request, now } = about;
  let rivals = ruling.outcome === 'voided' ? (await rivalsOf(application)).length : 0;
  let cardNumber: string | undefined;
  if (!acceptedBefore(application.accepted, request, now)) {
    refuseRuling({ application, staff, round, ruling, rivals });
    if (ruling.outcome === 'approved' && !application.cardNumber) {
      cardNumber = await nextCardNumber(application.org.division);
    }
  }
  const write = () =>
    putDecision(application, (current) =>
      decide(current ?? application, { staff, round, ruling, rivals, cardNumber }, request, now),
    );
  try {
    return answerOf(await write(), about);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    rivals = (await rivalsOf(application)).length;
    if (rivals > 0) throw new Refusal('CONTESTED');
    return answerOf(await write(), about);
  }
}

/** The answer to a ruling, the same however often and however late it is asked again. */
function answerOf(application: Application, { ruling, round, request, now }: RulingOf) {
  return {
    id: idOf({ id: application.id, round }),
    outcome: ruling.outcome,
    decidedAt: acceptedBefore(application.accepted, request, now)?.at ?? now,
    cardNumber: ruling.outcome === 'approved' ? application.cardNumber : undefined,
  };
}
