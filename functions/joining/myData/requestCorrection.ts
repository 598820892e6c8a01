import {
  requestCorrection as ask,
  whyNotRequestCorrection,
} from '@niangjia/shared/joining/identityCorrection';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { dataKey, sealField } from '../../dataKeys.ts';
import type { Call, OpenHandler } from '../../handler.ts';
import { lookUpHash } from '../../secrets.ts';
import { claiming } from '../claiming.ts';
import { getCorrecting, putCorrecting } from '../correcting.ts';
import { openPerson } from '../sealing.ts';
import { unlessAccepted } from '../unlessAccepted.ts';
import { sealIdentity } from './identity.ts';

/**
 * Asks to have name or ID number corrected. A number that is live already goes the same way at the same
 * cost and gets the same answer, as it does when somebody applies with it.
 */
export const requestCorrection: OpenHandler<typeof myData.requestCorrection> = async (call) => {
  const { request, now } = call;
  const after = await unlessAccepted(call, () => requested(call));
  return { requestedAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};

async function requested({ input, caller, request, now }: Call<typeof myData.requestCorrection>) {
  const { reason: words, ...plain } = input;
  const [start, key] = await Promise.all([getCorrecting(caller), dataKey(caller)]);
  const { application } = start;
  if (application && acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotRequestCorrection(
    application,
    application ? openPerson(key, application) : {},
    plain,
    now,
  );
  if (why || !application) throw new Refusal(why ?? 'NOT_A_MEMBER');
  const sealed = sealIdentity(key, caller, plain);
  const reason = sealField(key, caller, 'reason', words);
  const idHash = plain.idNumber && (await lookUpHash('idNumber', plain.idNumber));
  const put = async () => {
    const after = await putCorrecting(start, true, (both) => {
      const kept = both.application ? openPerson(key, both.application) : {};
      return ask(both, { kept, plain, sealed, idHash, reason }, request, now);
    });
    return after.application ?? application;
  };
  return idHash ? claiming(idHash, caller, Promise.resolve(), put) : put();
}
