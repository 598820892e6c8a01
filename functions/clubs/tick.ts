import type { Activity } from '@niangjia/shared/clubs/activity';
import { circleOf, count } from '@niangjia/shared/clubs/attendance';
import { ask, dueOf, putCount } from '@niangjia/shared/clubs/holding';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { Instant } from '@niangjia/shared/time';
import { clubsPolicy } from '../policies.ts';
import { activitiesDue, activitiesOf, changeActivity, getActivity, listAnew } from './activities.ts';
import { attendeesOf } from './attendees.ts';
import { dropRoom } from './rooms.ts';

/** What time brings to activities: a room is given back, people are asked, they are counted. */

/** How far back one looks for the club's activities before one. */
const RECENT = 50;

/** Who came to the club's last activities before this one, the latest first. */
async function circlesBefore(activity: Activity, { circleTimes }: ClubsPolicy): Promise<Set<string>[]> {
  const { activities } = await activitiesOf(activity.club.id, undefined, RECENT);
  const before = activities
    .filter(
      ({ heldAt, status, start }) => heldAt !== undefined && status !== 'voided' && start < activity.start,
    )
    .sort((a, b) => b.start - a.start)
    .slice(0, circleTimes);
  return Promise.all(before.map(async ({ id }) => circleOf(await attendeesOf(id, 'shown'))));
}

/** What is due with an activity by now. */
function dueBy(activity: Activity, policy: ClubsPolicy, now: Instant) {
  const due = dueOf(activity, policy);
  return due && due.at <= now ? due.what : undefined;
}

/** Does what is due with one of them, as it is now. */
async function bring({ id }: Activity, policy: ClubsPolicy, now: Instant): Promise<void> {
  const activity = await getActivity(id);
  if (!activity) return;
  const what = dueBy(activity, policy, now);
  if (what === undefined) await listAnew(activity, policy);
  if (what === 'drop') await dropRoom(activity, policy, now);
  if (what === 'ask')
    await changeActivity(activity, policy, (current) =>
      dueBy(current, policy, now) === 'ask' ? ask(current, now) : current,
    );
  if (what === 'count') {
    const [attendees, circles] = await Promise.all([attendeesOf(id, 'now'), circlesBefore(activity, policy)]);
    const counted = count(attendees, circles, policy, now);
    await changeActivity(activity, policy, (current) => putCount(current, counted));
  }
}

/** All that is due by now: a page; what fails waits for the next minute, and keeps nobody else waiting. */
export async function tick(now: Instant): Promise<number> {
  const policy = await clubsPolicy(now);
  const due = await activitiesDue(now);
  const failed: unknown[] = [];
  for (const activity of due) {
    try {
      await bring(activity, policy, now);
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return due.length;
}

/** Runs every minute. */
export const main = () => tick(Date.now());
