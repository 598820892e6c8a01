import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { voidIt } from '@niangjia/shared/clubs/judging';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { changeActivity } from '../activities.ts';
import { activitySubject } from './activitySubject.ts';
import { decidedBy } from './decided.ts';

/** A reviewer finds that it was none. */
export const voidActivity = staffHandler(clubDesk.voidActivity, {
  subject: activitySubject,
  handle: async ({ input: { words }, subject: { activity, reviewer }, staff, request, now }) => {
    const policy = await clubsPolicy(now);
    const decided = decidedBy(staff, activity.org.path, now, words);
    await changeActivity(activity, policy, (one) => voidIt(one, { decided, reviewer }, request, now));
    return { id: activity.id };
  },
});
