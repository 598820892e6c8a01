import { redeclare, wordsOf } from '@niangjia/shared/clubs/activity';
import { whyNotLead } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import type { OpenHandler } from '../handler.ts';
import { clubsPolicy } from '../policies.ts';
import { refuseRisky } from '../textCheck.ts';
import { changeActivity } from './activities.ts';
import { ledActivity } from './led.ts';

/** Mends an activity that was sent back, and declares it again. */
export const redeclareActivity: OpenHandler<typeof clubs.redeclareActivity> = async (call) => {
  const { input, caller, request, now } = call;
  const { activity: id, ...plan } = input;
  const [{ activity, club }, policy] = await Promise.all([ledActivity(id, caller), clubsPolicy(now)]);
  if (acceptedBefore(activity.accepted, request, now)) return { id };
  const why = whyNotLead(club, caller);
  if (why) throw new Refusal(why);
  await refuseRisky(caller, wordsOf(plan), 'log', now);
  await changeActivity(activity, policy, (current) => redeclare(current, plan, request, now));
  return { id };
};
