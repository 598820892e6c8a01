import type { Activity } from '@niangjia/shared/clubs/activity';
import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import type { Club } from '@niangjia/shared/clubs/club';
import type { Instant } from '@niangjia/shared/time';

/** Clubs and activities as pages show them. */

export const clubRow = ({ id, name, category, words, org }: Club) => ({
  ...{ id, name, category, words },
  union: org.name,
});

export const activityRow = ({ id, club, title, nature, start, end, place, status, result }: Activity) => ({
  ...{ id, club, title, nature, start, end, place, status },
  grade: result?.grade,
  points: result?.points,
});

const OWN: readonly Activity['status'][] = ['declared', 'returned'];

/** What of a club's activities somebody sees: what the union has not agreed to is its leader's alone. */
export const seenBy = (activities: readonly Activity[], leads: boolean): Activity[] =>
  activities.filter((activity) => !isUndeclared(activity) && (leads || !OWN.includes(activity.status)));

const AHEAD: readonly Activity['status'][] = ['declared', 'approved', 'returned', 'held'];

/** The next ones first, then the latest. */
export function inOrder(activities: readonly Activity[], now: Instant): Activity[] {
  const isAhead = ({ end, status }: Activity) => end > now && AHEAD.includes(status);
  return [
    ...activities.filter(isAhead).sort((a, b) => a.start - b.start),
    ...activities.filter((activity) => !isAhead(activity)).sort((a, b) => b.start - a.start),
  ];
}
