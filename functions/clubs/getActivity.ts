import type { Activity } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import { type Attendee, isIn, newAttendee } from '@niangjia/shared/clubs/attendance';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { answersUntil, checkInTimes, dueOf, whyNotSay, whyNotSignUp } from '@niangjia/shared/clubs/holding';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { AnswerOf } from '@niangjia/shared/contract';
import { Refusal, type RefusalCode } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { inTheWayOfActivity } from '@niangjia/shared/venues/calendar';
import { standingCalendar } from '../booking/standing.ts';
import { getCalendar } from '../calendars.ts';
import { getClub } from '../clubRecords.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { clubsPolicy } from '../policies.ts';
import { photoView } from '../shownPhotos.ts';
import { getActivity as stored } from './activities.ts';
import { attendeesOf } from './attendees.ts';
import { getPost } from './posts.ts';
import { activityRow } from './views.ts';

type Answer = AnswerOf<typeof clubs.getActivity>;

/** Why the caller can't sign up, as the tap would say it. */
async function whyNot(activity: Activity, caller: string, now: Instant): Promise<RefusalCode | undefined> {
  const why = whyNotSignUp(activity, now);
  if (why) return why;
  const [member, calendar] = await Promise.all([activeMember(caller), getCalendar(caller)]);
  if (!member) return 'CLUB_MEMBERS_ONLY';
  const time = { start: activity.start, end: activity.end, club: activity.club.id };
  const standing = inTheWayOfActivity(calendar, time, now).length > 0;
  // What came to nothing is in nobody's way; it is looked up only where something seems to be.
  const there = standing ? await standingCalendar(calendar, [], now) : calendar;
  return inTheWayOfActivity(there, time, now).length > 0 ? 'OTHER_ACTIVITY_THEN' : undefined;
}

function mineOf(
  activity: Activity,
  mine: Attendee,
  whyNotSignUp: RefusalCode | undefined,
  { policy, now }: { policy: ClubsPolicy; now: Instant },
): Answer['mine'] {
  const { cameAt, where, answer } = mine;
  const asked = cameAt !== undefined && whyNotSay(activity, policy, now) === undefined;
  return {
    signedUp: isIn(mine),
    cameAt,
    near: where && where === 'near',
    asked,
    was: answer?.was,
    until: asked ? answersUntil(activity, policy) : undefined,
    whyNotSignUp,
  };
}

/** What only its leader is shown. */
async function forLeader(activity: Activity, policy: ClubsPolicy): Promise<Partial<Answer>> {
  const { id, ruled, counted } = activity;
  const post = await getPost(id);
  const due = dueOf(activity, policy);
  return {
    said: ruled && { at: ruled.at, words: ruled.words },
    counted,
    gradedFrom: due?.what === 'count' ? due.at : counted?.at,
    report: post && {
      words: post.words,
      photos: post.photos.map(photoView),
      handedIn: post.state !== 'draft',
    },
  };
}

/** An activity, as the caller takes part in it or leads it. */
export const getActivity: OpenHandler<typeof clubs.getActivity> = async ({ input, caller, now }) => {
  const [activity, policy] = await Promise.all([stored(input.activity), clubsPolicy(now)]);
  if (!activity || isUndeclared(activity)) throw new Refusal('NOT_FOUND');
  const [club, attendees] = await Promise.all([getClub(activity.club.id), attendeesOf(activity.id, 'shown')]);
  const mine = attendees.find(({ person }) => person === caller) ?? newAttendee(activity.id, caller);
  const leads = club?.leader === caller;
  const why = isIn(mine) ? undefined : await whyNot(activity, caller, now);
  const { from: checkInFrom, until: checkInUntil } = checkInTimes(activity, policy);
  const { words, expected, latitude, longitude, org, end } = activity;
  return {
    activity: { ...activityRow(activity), words, expected, latitude, longitude, union: org.name },
    leads,
    mine: mineOf(activity, mine, why, { policy, now }),
    ...{ checkInFrom, checkInUntil, reportUntil: end + policy.reportWithin },
    signedUp: attendees.filter(isIn).length,
    came: attendees.filter(({ cameAt }) => cameAt !== undefined).length,
    ...(leads ? await forLeader(activity, policy) : {}),
  };
};
