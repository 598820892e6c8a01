import { withdrawConsent as withdraw } from '@niangjia/shared/joining/consents';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { getApplication, putDecision } from '../applications.ts';

/** Withdraws one of the caller's consents; an application that waits on it is taken back, with its claim. */
export const withdrawConsent: OpenHandler<typeof myData.withdrawConsent> = async (call) => {
  const { input, caller, request, now } = call;
  const [application, policy] = await Promise.all([getApplication(caller), joiningPolicy(now)]);
  const after = await putDecision(application, true, (current) =>
    withdraw(current, { consent: input.consent, policy }, request, now),
  );
  return { withdrawnAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};
