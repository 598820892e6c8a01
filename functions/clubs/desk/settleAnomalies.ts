import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { settle } from '@niangjia/shared/clubs/judging';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { changeActivity } from '../activities.ts';
import { activitySubject } from './activitySubject.ts';
import { decidedBy } from './decided.ts';

/** What a reviewer found of what is odd. */
export const settleAnomalies = staffHandler(clubDesk.settleAnomalies, {
  subject: activitySubject,
  handle: async ({ input: { words }, subject: { activity, reviewer }, staff, request, now }) => {
    const policy = await clubsPolicy(now);
    const decided = decidedBy(staff, activity.org.path, now, words);
    await changeActivity(activity, policy, (one) => settle(one, { decided, reviewer }, request, now));
    return { id: activity.id };
  },
});
