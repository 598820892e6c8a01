import { consentsOf } from '@niangjia/shared/joining/consents';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { dataKey } from '../../dataKeys.ts';
import type { OpenHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { getCorrecting } from '../correcting.ts';
import { correctionView, heldView } from './heldView.ts';

/** Everything that is kept of the caller. */
export const getMyData: OpenHandler<typeof myData.getMyData> = async ({ caller, now }) => {
  const [{ application, correction }, key, policy] = await Promise.all([
    getCorrecting(caller),
    dataKey(caller),
    joiningPolicy(now),
  ]);
  const keeps = { application: policy.keepRefused, membership: policy.keepMembership };
  if (!application) return { consents: [], keeps };
  return {
    application: heldView(key, application),
    consents: consentsOf(application),
    correction: correction && correctionView(key, correction),
    keeps,
  };
};
