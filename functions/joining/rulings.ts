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
  const question = { staff, round, ruling };
  const rivals = ruling.outcome === 'voided' ? (await rivalsOf(application)).length : 0;
  let cardNumber: string | undefined;
  if (!acceptedBefore(application.accepted, request, now)) {
    refuseRuling({ application, ...question, rivals });
    if (ruling.outcome === 'approved' && !application.cardNumber) {
      cardNumber = await nextCardNumber(application.org.division);
    }
  }
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      const after = await putDecision(application, (current) => {
        if (!current) throw new Refusal('NOT_FOUND');
        return decide(current, { ...question, rivals, cardNumber }, request, now);
      });
      return answerOf(after, about);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      // Somebody else claims the number, or a cut-short submission left its claim, which this drops.
      if ((await rivalsOf(application)).length > 0) throw new Refusal('CONTESTED');
    }
  }
  throw new Refusal('BUSY');
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
