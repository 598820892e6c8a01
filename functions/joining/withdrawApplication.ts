import type { joining } from '@niangjia/shared/joining/contract';
import { withdraw } from '@niangjia/shared/joining/submission';
import type { OpenHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { getApplication, putDecision } from './applications.ts';

export const withdrawApplication: OpenHandler<typeof joining.withdrawApplication> = async (call) => {
  const { caller, request, now } = call;
  const [application, policy] = await Promise.all([getApplication(caller), joiningPolicy(now)]);
  await putDecision(application, true, (current) => withdraw(current, policy, request, now));
  return { status: 'withdrawn' };
};
