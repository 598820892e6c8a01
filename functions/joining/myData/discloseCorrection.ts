import { fieldsOf, whyNotOpenCorrection } from '@niangjia/shared/joining/identityCorrection';
import { myData } from '@niangjia/shared/joining/myDataContract';
import { mayBeRead } from '@niangjia/shared/joining/ruling';
import { Refusal } from '@niangjia/shared/refusal';
import { openField } from '../../dataKeys.ts';
import { staffHandler } from '../../handler.ts';
import { partsOf } from '../applications.ts';
import { openBeside } from '../opening.ts';
import { correctionSubject } from './correctionSubject.ts';
import { askedIdentity, identityView } from './identity.ts';

/** Opens one request: what is kept beside what is asked for, and who else claims the number asked for. */
export const discloseCorrection = staffHandler(myData.discloseCorrection, {
  subject: correctionSubject,
  handle: async ({ input, staff, subject, request, now }) => {
    const { application, correction } = subject;
    const why = whyNotOpenCorrection(subject, staff, partsOf(input.id).round);
    if (why || !application) throw new Refusal(why ?? 'NOT_FOUND');
    if (!mayBeRead(application)) throw new Refusal('CONSENT_WITHDRAWN');
    const about = { staff, purpose: 'correct', request, now } as const;
    const { key, person, rivals, elsewhere } = await openBeside(application, correction.idHash, about);
    return {
      id: input.id,
      org: { id: correction.org.id, name: correction.org.name },
      fields: fieldsOf(correction),
      kept: identityView(person, now),
      asked: identityView(askedIdentity(key, correction, person), now),
      reason: openField(key, correction.id, 'reason', correction.reason),
      requestedAt: correction.requestedAt,
      rivals,
      elsewhere,
    };
  },
});
