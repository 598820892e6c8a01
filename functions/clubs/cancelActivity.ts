import { cancel } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { clubsPolicy } from '../policies.ts';
import { changeActivity } from './activities.ts';
import { ledActivity } from './led.ts';
import { giveRoomBack } from './rooms.ts';

/** Cancels an activity; what has not begun of its room is given back. Twice is once. */
export const cancelActivity: OpenHandler<typeof clubs.cancelActivity> = async ({ input, caller, now }) => {
  const [{ activity }, policy] = await Promise.all([ledActivity(input.activity, caller), clubsPolicy(now)]);
  if (isUndeclared(activity)) throw new Refusal('NOT_FOUND');
  const after = await changeActivity(activity, policy, (current) => cancel(current, now));
  await giveRoomBack(after, now, ({ start }) => start > now);
  return { id: after.id };
};
