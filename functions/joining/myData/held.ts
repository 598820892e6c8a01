import { consentsOf } from '@niangjia/shared/joining/consents';
import { forgottenAt } from '@niangjia/shared/joining/forgetting';
import type { Instant } from '@niangjia/shared/time';
import { dataKey } from '../../dataKeys.ts';
import { joiningPolicy } from '../../policies.ts';
import { getCorrecting } from '../correcting.ts';
import { correctionView, heldView } from './heldView.ts';

/** What is kept of somebody in joining, as they see it themself; beside it the items and the key it came from. */
export async function heldOf(person: string, now: Instant) {
  const [both, key, policy] = await Promise.all([getCorrecting(person), dataKey(person), joiningPolicy(now)]);
  const { application, correction } = both;
  const until = application && forgottenAt(application, policy);
  const view = {
    application: application && heldView(key, application),
    consents: application ? consentsOf(application) : [],
    correction: application && correction && correctionView(key, correction),
    forgetting: until === undefined ? undefined : { askedAt: application?.forgetAskedAt, until },
    keeps: { application: policy.keepRefused, membership: policy.keepMembership },
  };
  return { view, key, ...both };
}
