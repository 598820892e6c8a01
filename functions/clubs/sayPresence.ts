import { say } from '@niangjia/shared/clubs/attendance';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { whyNotSay } from '@niangjia/shared/clubs/holding';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { clubsPolicy } from '../policies.ts';
import { getActivity } from './activities.ts';
import { changeAttendee, getAttendee } from './attendees.ts';

/** Says whether the caller, who checked in, was there; while it can be said they may think better of it. */
export const sayPresence: OpenHandler<typeof clubs.sayPresence> = async ({ input, caller, now }) => {
  const [activity, part, policy] = await Promise.all([
    getActivity(input.activity),
    getAttendee(input.activity, caller),
    clubsPolicy(now),
  ]);
  if (!activity) throw new Refusal('NOT_FOUND');
  if (part.answer?.was === input.was) return { was: input.was };
  // Nobody asks who did not check in.
  const why = part.cameAt === undefined ? 'NOT_ASKED_YET' : whyNotSay(activity, policy, now);
  if (why) throw new Refusal(why);
  await changeAttendee(part, (current) => say(current, input.was, now));
  return { was: input.was };
};
