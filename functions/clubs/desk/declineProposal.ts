import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { decline } from '@niangjia/shared/clubs/judging';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { changeActivity } from '../activities.ts';
import { activitySubject } from './activitySubject.ts';

/** A second reviewer says no to another grade. */
export const declineProposal = staffHandler(clubDesk.declineProposal, {
  subject: activitySubject,
  handle: async ({ subject: { activity, reviewer }, request, now }) => {
    const policy = await clubsPolicy(now);
    await changeActivity(activity, policy, (one) => decline(one, reviewer, request, now));
    return { id: activity.id };
  },
});
