import type { RefusalCode } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type Activity, type BookedRoom, changed, type Plan, refuse, whyNotPlan } from './activity.ts';

/** The room of a house that an activity takes: booked before anybody sees the activity, or there is none. */

/** Why slots of a room don't hold an activity: they follow one another, and cover it. */
export function whyNotInRoom(
  slots: readonly { readonly start: Instant; readonly end: Instant }[],
  { start, end }: Pick<Plan, 'start' | 'end'>,
): RefusalCode | undefined {
  const [first] = slots;
  const last = slots[slots.length - 1];
  const follow = slots.every((slot, i) => i === 0 || slot.start === slots[i - 1]?.end);
  return first && last && follow && first.start <= start && last.end >= end ? undefined : 'ROOM_NOT_WHOLE';
}

/** Whether it was never declared: its room is on its way, or could not be had. Nobody sees it. */
export const isUndeclared = ({ status, lost }: Pick<Activity, 'status' | 'lost'>): boolean =>
  status === 'booking' || lost !== undefined;

/** Which of the tries to book its room it is in: what was tried before can't stand any more. */
export const tryOf = ({ lost = 0 }: Pick<Activity, 'lost'>): number => lost;

/** Its room is booked, all of it, by this try: reviewers see it. Where the try is given up, it is as it was. */
export const roomBooked = (activity: Activity, attempt: number): Activity =>
  activity.status === 'booking' && tryOf(activity) === attempt
    ? changed(activity, { status: 'declared', lost: undefined })
    : activity;

/** This try to book its room came to nothing: whoever has taken some of it since gives that back. */
export const roomLost = (activity: Activity, attempt: number): Activity =>
  activity.status === 'booking' && tryOf(activity) === attempt
    ? changed(activity, { status: 'cancelled', lost: attempt + 1 })
    : activity;

/** What was taken of a room that could not be had is given back: there is nothing more to do with it. */
export const roomGivenBack = (activity: Activity, lost: number): Activity =>
  activity.status === 'cancelled' && activity.lost === lost && activity.room
    ? changed(activity, { room: undefined })
    : activity;

/** The same request once more: its room may be free by now. */
export const bookAgain = (activity: Activity, room: BookedRoom, now: Instant): Activity => {
  if (activity.status !== 'cancelled' || activity.lost === undefined) return activity;
  refuse(whyNotPlan(activity, now));
  return changed(activity, { status: 'booking', room, declaredAt: now });
};
