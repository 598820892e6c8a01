import type { Activity, Reviewer } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { propose } from '@niangjia/shared/clubs/judging';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { changeActivity } from '../activities.ts';
import { latestOf } from '../ledgers.ts';
import { activitySubject } from './activitySubject.ts';
import { decidedBy } from './decided.ts';
import { gradedThatDay } from './gradedThatDay.ts';

/** Who would grade it so, and what is asked of the club beside it. */
async function gradingOf(activity: Activity, reviewer: Reviewer) {
  const day = await gradedThatDay(activity, await latestOf(activity.club.id, 'now'), 'now');
  return { ...reviewer, gradedThatDay: day.gradedThatDay };
}

/** Another grade is proposed, and waits for a second reviewer; it is judged once more when it is given. */
export const proposeGrade = staffHandler(clubDesk.proposeGrade, {
  subject: activitySubject,
  handle: async ({ input: { grade, words }, subject: { activity, reviewer }, staff, request, now }) => {
    const [policy, grading] = await Promise.all([clubsPolicy(now), gradingOf(activity, reviewer)]);
    const decided = decidedBy(staff, activity.org.path, now, words);
    await changeActivity(activity, policy, (one) =>
      propose(one, { grade, decided, grading }, policy, request, now),
    );
    return { id: activity.id };
  },
});
