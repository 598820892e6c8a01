import type { Activity } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { activitiesWaiting } from '../activities.ts';
import { orgSubject } from '../orgSubject.ts';
import { activityRow } from '../views.ts';

const rowOf = (activity: Activity) => ({
  ...activityRow(activity),
  union: activity.org.name,
  expected: activity.expected,
  headcount: activity.counted?.headcount,
  odd: activity.counted?.anomalies.length ?? 0,
  settled: activity.settled !== undefined,
  proposed: activity.proposed !== undefined,
  since: activity.status === 'reported' ? (activity.reportedAt ?? 0) : activity.declaredAt,
});

/** One query: those that wait are in the index, and no others. */
export const listKeptActivities = staffHandler(clubDesk.listKeptActivities, {
  subject: orgSubject,
  handle: async ({ input: { waiting, cursor }, subject: { org } }) => {
    const list = `kept activities ${org.id} ${waiting}`;
    const { activities, last } = await activitiesWaiting(waiting, org.path, await fromCursor(list, cursor));
    return { activities: activities.map(rowOf), cursor: await toCursor(list, last) };
  },
});
