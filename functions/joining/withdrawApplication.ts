import type { joining } from '@niangjia/shared/joining/contract';
import { withdraw } from '@niangjia/shared/joining/submission';
import type { OpenHandler } from '../handler.ts';
import { getApplication, putDecision } from './applications.ts';

export const withdrawApplication: OpenHandler<typeof joining.withdrawApplication> = async (call) => {
  const { caller, request, now } = call;
  await putDecision(await getApplication(caller), true, (current) => withdraw(current, request, now));
  return { status: 'withdrawn' };
};
