import { checkIn } from '@niangjia/shared/clubs/attendance';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { nearness, spotOf, whyNotCheckIn } from '@niangjia/shared/clubs/holding';
import { Refusal } from '@niangjia/shared/refusal';
import { metresBetween } from '@niangjia/shared/venues/distance';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { clubsPolicy } from '../policies.ts';
import { verifyToken } from '../tokens.ts';
import { getActivity } from './activities.ts';
import { takePart } from './takingPart.ts';

/** Checks in with the code of the moment. How far away the phone is is kept, where it is is not. */
export const checkInToActivity: OpenHandler<typeof clubs.checkInToActivity> = async (call) => {
  const { input, caller, now } = call;
  const { latitude, longitude } = input;
  const claims = await verifyToken('activity', input.code, now);
  if (!claims) throw new Refusal('ACTIVITY_CODE_OVER');
  const [activity, member, policy] = await Promise.all([
    getActivity(claims.person),
    activeMember(caller),
    clubsPolicy(now),
  ]);
  if (!activity) throw new Refusal('NOT_FOUND');
  if (!member) throw new Refusal('CLUB_MEMBERS_ONLY');
  const why = whyNotCheckIn(activity, policy, now);
  if (why) throw new Refusal(why);
  const here = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const spot = spotOf(activity);
  const metres = here && spot ? Math.round(metresBetween(here, spot)) : undefined;
  const seen = { where: nearness(metres, policy), metres };
  const part = await takePart(
    activity,
    caller,
    (attendee) => checkIn(attendee, seen, now, input.remind),
    now,
  );
  return {
    ...{ activity: activity.id, title: activity.title },
    near: part.where === 'near',
    cameAt: part.cameAt ?? now,
  };
};
