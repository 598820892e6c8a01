import type { Application } from '@niangjia/shared/joining/application';
import { decide, type Ruling, refuseRuling } from '@niangjia/shared/joining/ruling';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore, type RequestMark } from '@niangjia/shared/retry';
import type { Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { joiningPolicy } from '../policies.ts';
import { lotOf } from '../secrets.ts';
import { staffNames } from '../staff.ts';
import { idOf, isClaimRefused, putDecision } from './applications.ts';
import { nextCardNumber } from './cardNumbers.ts';
import { rivalsOf } from './rivals.ts';
import { sealWords } from './sealing.ts';

export interface RulingOf {
  readonly ruling: Ruling;
  readonly round: number;
  readonly staff: Staff;
  readonly request: RequestMark;
  readonly now: Instant;
}

const TRIES = 3;

/**
 * Rules on one application: asks the rule, draws a card number for an approval, and writes decision
 * and claim together. Who else claims the number is looked up when it matters: for a voiding, and when
 * the claims refuse what was decided; then the rule is asked again.
 */
export const ruleOn = (application: Application, about: RulingOf) =>
  rule(application, about).catch(namingTheFirst);

/** Tells whoever comes second who was first, by their working name. */
async function namingTheFirst(error: unknown): Promise<never> {
  if (!(error instanceof Refusal) || !error.details?.by) throw error;
  const { by, ...told } = error.details;
  const names = await staffNames([by]);
  throw new Refusal(error.code, { ...told, decidedBy: names.get(by) });
}

async function rule(application: Application, about: RulingOf) {
  const { ruling, round, staff, request, now } = about;
  if (acceptedBefore(application.accepted, request, now)) return answerOf(application, about);
  const policy = await joiningPolicy(now);
  // By the submission alone: deciding again, or otherwise, draws no other lot.
  const lot = await lotOf(idOf({ id: application.id, round }));
  const words = ruling.reason && (await sealWords(application.id, ruling.reason.words));
  let rivals = ruling.outcome === 'voided' ? await rivalIds(application) : [];
  let alone = true;
  let cardNumber: string | undefined;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const question = { staff, round, ruling, rivals, words, policy, lot };
    refuseRuling({ application, ...question });
    if (ruling.outcome === 'approved' && !application.cardNumber) {
      cardNumber ??= await nextCardNumber(application.org.division);
    }
    try {
      const after = await putDecision(application, alone, (current) => {
        if (!current) throw new Refusal('NOT_FOUND');
        return decide(current, { ...question, cardNumber }, request, now);
      });
      return answerOf(after, about);
    } catch (error) {
      if (!isClaimRefused(error)) throw error;
      // Others claim the number. Claims with nothing behind them are dropped and hold nobody up.
      rivals = await rivalIds(application);
      alone = false;
    }
  }
  throw new Refusal('BUSY');
}

const rivalIds = async (application: Application) => (await rivalsOf(application)).map(({ id }) => id);

/** The answer to a ruling, the same however often and however late it is asked again. */
function answerOf(application: Application, { ruling, round, request, now }: RulingOf) {
  return {
    id: idOf({ id: application.id, round }),
    outcome: ruling.outcome,
    decidedAt: acceptedBefore(application.accepted, request, now)?.at ?? now,
    cardNumber: ruling.outcome === 'approved' ? application.cardNumber : undefined,
  };
}
