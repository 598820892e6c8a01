import {
  type Correcting,
  type CorrectionRuling,
  decideCorrection as decide,
  type IdentityCorrection,
  refuseCorrectionRuling,
} from '@niangjia/shared/joining/identityCorrection';
import { myData } from '@niangjia/shared/joining/myDataContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { Instant } from '@niangjia/shared/time';
import { dataKey, sealField } from '../../dataKeys.ts';
import { staffHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { ConditionFailed } from '../../table.ts';
import { partsOf } from '../applications.ts';
import { putCorrecting } from '../correcting.ts';
import { rivalsOf } from '../rivals.ts';
import { openPerson, sealDisplay } from '../sealing.ts';
import { correctionSubject } from './correctionSubject.ts';
import { askedIdentity } from './identity.ts';

const TRIES = 3;

/** What is sealed with the decision: the reviewer's words, and the masked name of who waits at the bank. */
async function sealedWith({ application, correction }: Correcting, ruling: CorrectionRuling, now: Instant) {
  if (!application || !correction) return {};
  const { id } = application;
  const key = await dataKey(id);
  if (ruling.outcome === 'rejected') return { words: sealField(key, id, 'words', ruling.words) };
  const waits = application.status === 'approved' && application.bankCard?.status === 'requested';
  if (!waits) return {};
  const kept = openPerson(key, application);
  const display = await sealDisplay(id, { ...kept, ...askedIdentity(key, correction, kept) }, now);
  return { display };
}

async function rivalIds({ application, correction }: Correcting): Promise<string[]> {
  if (!application || !correction?.idHash) return [];
  return (await rivalsOf(application, correction.idHash)).map(({ id }) => id);
}

/**
 * Decides one request. A corrected number goes through the claims like any other: it becomes this
 * member's only where nobody else claims it, in the same write that gives the old one free.
 */
export const decideCorrection = staffHandler(myData.decideCorrection, {
  subject: correctionSubject,
  handle: async ({ input: { id, ...ruling }, staff, subject, request, now }) => {
    const answerOf = ({ accepted }: IdentityCorrection) => ({
      id,
      outcome: ruling.outcome,
      decidedAt: acceptedBefore(accepted, request, now)?.at ?? now,
    });
    if (acceptedBefore(subject.correction.accepted, request, now)) return answerOf(subject.correction);
    const [policy, sealed] = await Promise.all([joiningPolicy(now), sealedWith(subject, ruling, now)]);
    let rivals: string[] = [];
    let alone = true;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const question = { staff, number: partsOf(id).round, rivals };
      refuseCorrectionRuling(subject, { ...question, outcome: ruling.outcome });
      try {
        const { correction } = await putCorrecting(subject, alone, (both) =>
          decide(both, { ...question, ...sealed, ruling, policy }, request, now),
        );
        return answerOf(correction ?? subject.correction);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        // Others claim the number. Claims with nothing behind them are dropped and hold nobody up.
        rivals = await rivalIds(subject);
        alone = false;
      }
    }
    throw new Refusal('BUSY');
  },
});
