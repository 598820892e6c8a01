import { withdrawCorrection as withdraw } from '@niangjia/shared/joining/identityCorrection';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import type { OpenHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { getCorrecting, putCorrecting } from '../correcting.ts';

/** Takes the caller's request back, and the claim on the number that was asked for. */
export const withdrawCorrection: OpenHandler<typeof myData.withdrawCorrection> = async (call) => {
  const { caller, request, now } = call;
  const [start, policy] = await Promise.all([getCorrecting(caller), joiningPolicy(now)]);
  await putCorrecting(start, true, (both) => withdraw(both, policy, request, now));
  return { status: 'withdrawn' };
};
