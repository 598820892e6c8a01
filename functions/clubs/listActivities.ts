import type { clubs } from '@niangjia/shared/clubs/contract';
import { Refusal } from '@niangjia/shared/refusal';
import { getClub } from '../clubRecords.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { activitiesOf } from './activities.ts';
import { activityRow, seenBy } from './views.ts';

/** A club's activities, the latest declared first. */
export const listActivities: OpenHandler<typeof clubs.listActivities> = async ({ input, caller }) => {
  const club = await getClub(input.club);
  if (!club) throw new Refusal('NOT_FOUND');
  const list = `activities ${club.id}`;
  const { activities, last } = await activitiesOf(club.id, await fromCursor(list, input.cursor));
  return {
    activities: seenBy(activities, club.leader === caller).map(activityRow),
    cursor: await toCursor(list, last),
  };
};
