import { isIn, signUp as signedUp } from '@niangjia/shared/clubs/attendance';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { whyNotSignUp } from '@niangjia/shared/clubs/holding';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { getActivity } from './activities.ts';
import { takePart } from './takingPart.ts';

/** Signs up. Who is in it already is told so, whatever has become of it since. */
export const signUp: OpenHandler<typeof clubs.signUp> = async ({ input, caller, now }) => {
  const [activity, member] = await Promise.all([getActivity(input.activity), activeMember(caller)]);
  if (!activity) throw new Refusal('NOT_FOUND');
  const part = await takePart(
    activity,
    caller,
    (attendee) => {
      if (isIn(attendee)) return attendee;
      const why = member ? whyNotSignUp(activity, now) : 'CLUB_MEMBERS_ONLY';
      if (why) throw new Refusal(why);
      return signedUp(attendee, now, input.remind);
    },
    now,
  );
  return { signedUp: isIn(part) };
};
