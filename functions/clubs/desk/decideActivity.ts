import { rule } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { changeActivity } from '../activities.ts';
import { activitySubject } from './activitySubject.ts';
import { decidedBy } from './decided.ts';

/** A reviewer's word on what was declared; the stream tells the leader. */
export const decideActivity = staffHandler(clubDesk.decideActivity, {
  subject: activitySubject,
  handle: async ({ input: { approved, words }, subject, staff, request, now }) => {
    if (!approved && !words) throw new Refusal('REASON_MISSING');
    const { activity, reviewer } = subject;
    const policy = await clubsPolicy(now);
    const decided = decidedBy(staff, activity.org.path, now, words);
    await changeActivity(activity, policy, (one) => rule(one, { approved, decided, reviewer }, request, now));
    return { id: activity.id };
  },
});
