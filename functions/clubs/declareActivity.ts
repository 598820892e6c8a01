import { type Activity, declare, whyNotPlan, wordsOf } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import { whyNotLead } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { allowing } from '@niangjia/shared/messages/reminder';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { getClub } from '../clubRecords.ts';
import type { Call, OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { clubsPolicy } from '../policies.ts';
import { refuseRisky } from '../textCheck.ts';
import { getActivity, putActivity } from './activities.ts';
import { refuseRoom, roomFor, takeRoom } from './rooms.ts';

/** The activity that is asked for, judged by all that can be said before anything is written. */
async function planned(call: Call<typeof clubs.declareActivity>): Promise<Activity> {
  const { input, caller, request, now } = call;
  const { club: of, room: wish, remind, ...plan } = input;
  const [club, member] = await Promise.all([getClub(of), activeMember(caller)]);
  const why = whyNotLead(club, caller);
  if (!club || why) throw new Refusal(why ?? 'NOT_FOUND');
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  const whyNot = whyNotPlan(plan, now);
  if (whyNot) throw new Refusal(whyNot);
  const asked = { id: request.key, club, allowed: allowing(remind, now) };
  const found = wish && (await roomFor({ id: request.key, attempt: 0 }, wish, plan, now));
  const activity = declare({ ...asked, plan: { ...plan, ...found?.at }, room: found?.room }, request, now);
  if (activity.room) await refuseRoom(activity, activity.room, now);
  await refuseRisky(caller, wordsOf(plan), 'log', now);
  return activity;
}

/** Declares an activity; a room is booked in the same step. Sent again it goes on where it was. */
export const declareActivity: OpenHandler<typeof clubs.declareActivity> = async (call) => {
  const { input, request, now } = call;
  const [before, policy] = await Promise.all([getActivity(request.key), clubsPolicy(now)]);
  const activity = before ?? (await putActivity(await planned(call), policy));
  // Whoever was first with this key is this very request, or another one that may not have it.
  if (!acceptedBefore(activity.accepted, request, now)) throw new Refusal('KEY_REUSED');
  if (input.room && isUndeclared(activity)) await takeRoom(activity, input.room, policy, now);
  return { id: activity.id };
};
