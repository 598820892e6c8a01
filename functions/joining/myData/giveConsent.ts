import { giveConsent as give } from '@niangjia/shared/joining/consents';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../../handler.ts';
import { getApplication, putDecision } from '../applications.ts';

/** Gives a consent again that was withdrawn; the membership goes on when none is missing. */
export const giveConsent: OpenHandler<typeof myData.giveConsent> = async (call) => {
  const { input, caller, request, now } = call;
  const after = await putDecision(await getApplication(caller), true, (current) =>
    give(current, input.consent, request, now),
  );
  return { givenAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
};
