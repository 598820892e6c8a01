import type { Activity } from '@niangjia/shared/clubs/activity';
import type { Counted } from '@niangjia/shared/clubs/attendance';

/** An activity in a list. */
export const activityRow = ({ result, ...activity }: Activity) => ({
  ...{ id: activity.id, club: activity.club, title: activity.title, nature: activity.nature },
  ...{ start: activity.start, end: activity.end, place: activity.place, status: activity.status },
  ...{ grade: result?.grade, points: result?.points },
});

/** A count, with a copy of its anomalies: an answer is stripped to its schema. */
export const countedView = ({ anomalies, ...counted }: Counted) => ({
  ...counted,
  anomalies: [...anomalies],
});
