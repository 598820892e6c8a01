import { withdrawConsent as withdraw } from '@niangjia/shared/joining/consents';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../../handler.ts';
import { getApplication, putDecision } from '../applications.ts';

/** Withdraws one of the caller's consents; an application that waits on it is taken back, with its claim. */
export const withdrawConsent: OpenHandler<typeof myData.withdrawConsent> = async (call) => {
  const { input, caller, request, now } = call;
  const after = await putDecision(await getApplication(caller), true, (current) =>
    withdraw(current, input.consent, request, now),
  );
  return { withdrawnAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};
