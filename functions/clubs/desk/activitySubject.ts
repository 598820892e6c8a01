import type { Reviewer } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import type { Club } from '@niangjia/shared/clubs/club';
import { getClub } from '../../clubRecords.ts';
import { getActivity } from '../activities.ts';
import { getAttendee } from '../attendees.ts';

/** Who decides on an activity: whether its club is theirs now, and whether they were there. */
export const reviewerOf = (
  by: string,
  { leader }: Pick<Club, 'leader'>,
  { cameAt }: { readonly cameAt?: number | undefined },
): Reviewer => ({ by, leads: leader === by, wasThere: cameAt !== undefined });

/** The activity that is asked about, and what the caller has to do with it; none that was never declared. */
export async function activitySubject({ activity: id }: { activity: string }, caller: string) {
  const [activity, attendee] = await Promise.all([getActivity(id), getAttendee(id, caller)]);
  const club = activity && !isUndeclared(activity) ? await getClub(activity.club.id) : undefined;
  if (!activity || !club) return undefined;
  return { org: activity.org, activity, reviewer: reviewerOf(caller, club, attendee) };
}
