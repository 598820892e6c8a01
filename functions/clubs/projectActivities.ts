import type { Activity } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import { type Attendee, isIn } from '@niangjia/shared/clubs/attendance';
import type { Belonging } from '@niangjia/shared/clubs/club';
import type { Allowed } from '@niangjia/shared/messages/reminder';
import { DAY, type Instant } from '@niangjia/shared/time';
import { belongingIn, clubIn } from '../clubRecords.ts';
import { leaverIn } from '../leavers.ts';
import { clubsPolicy } from '../policies.ts';
import { allow } from '../subscriptions.ts';
import type { Item } from '../table.ts';
import { activityIn, getActivity } from './activities.ts';
import { attendeeIn } from './attendees.ts';
import { recordStruck, tellActivity, tellClub } from './decisions.ts';
import { leaveAll, leaveLate } from './leaving.ts';
import { giveRoomBack } from './rooms.ts';
import { tellAll, tellOff } from './told.ts';

/** What the stream makes of changes to clubs, activities and who takes part: what people are told, records, calendars. */

/** Counts what somebody allowed with a tap of the last day; the table tells of a change for no longer. */
async function countAllowed(person: string, allowed: Allowed, now: Instant): Promise<void> {
  if (!allowed || now - allowed.at > DAY) return;
  for (const template of allowed.templates) await allow(person, template, allowed.at);
}

async function activityChanged(activity: Activity, now: Instant): Promise<void> {
  await countAllowed(activity.leader, activity.allowed, now);
  if (isUndeclared(activity)) return;
  await tellActivity(activity, now);
  await tellAll(activity, await clubsPolicy(now), now);
  // Where the request that cancelled it could not.
  if (activity.status === 'cancelled') await giveRoomBack(activity, now, ({ start }) => start > now);
}

async function attendeeChanged(attendee: Attendee, now: Instant): Promise<void> {
  const { person, allowed, cameAt } = attendee;
  await countAllowed(person, allowed, now);
  const activity = await getActivity(attendee.activity);
  if (!activity) return;
  await recordStruck(activity, attendee);
  if (!isIn(attendee)) return;
  // Signed up while it was being cancelled or voided.
  await tellOff(activity, person, now);
  if (cameAt === undefined && now < activity.end) await leaveLate({ person, activity: attendee }, now);
}

const belongingChanged = async ({ person, club, left }: Belonging, now: Instant): Promise<void> => {
  if (left === undefined) await leaveLate({ person, club }, now);
};

/** One changed item; told twice or late it comes out the same. */
export async function projectActivities(item: Item, now: Instant): Promise<void> {
  const leaver = leaverIn(item);
  if (leaver) await leaveAll(leaver.person, now);
  const club = clubIn(item);
  if (club) {
    // Whoever leads it since has not tapped.
    if (!club.led) await countAllowed(club.leader, club.allowed, now);
    await tellClub(club, now);
  }
  const belonging = belongingIn(item);
  if (belonging) await belongingChanged(belonging, now);
  const activity = activityIn(item);
  if (activity) await activityChanged(activity, now);
  const attendee = attendeeIn(item);
  if (attendee) await attendeeChanged(attendee, now);
}
