import { countAgain, strikeOut } from '@niangjia/shared/clubs/attendance';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { recount, whyNotStrike } from '@niangjia/shared/clubs/judging';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { transact } from '../../table.ts';
import { activityPut } from '../activities.ts';
import { attendeePut, attendeesOf } from '../attendees.ts';
import { judged } from '../judging.ts';
import { activitySubject } from './activitySubject.ts';
import { fromAttendeeId } from './attendeeIds.ts';
import { countedView } from './countedView.ts';

/**
 * Strikes somebody out, or takes that back, and counts again: both in one transaction, so that nothing is graded by a
 * count that says otherwise than its attendees. Of two strikes at once the second counts what the first has left.
 */
export const strikeAttendee = staffHandler(clubDesk.strikeAttendee, {
  subject: activitySubject,
  handle: async ({ input, subject, caller, now }) => {
    const person = await fromAttendeeId(input.activity, input.attendee);
    const policy = await clubsPolicy(now);
    const readNow = async () => {
      const again = await activitySubject(input, caller);
      if (!again) throw new Refusal('NOT_FOUND');
      return again;
    };
    return judged(subject, readNow, async ({ activity, reviewer }) => {
      const why = whyNotStrike(activity, reviewer);
      if (why || !activity.counted) throw new Refusal(why ?? 'ANSWERS_PENDING');
      const attendees = await attendeesOf(activity.id, 'now');
      const before = attendees.find((one) => one.person === person);
      if (before?.cameAt === undefined) throw new Refusal('NOT_FOUND');
      const after = strikeOut(before, input.struck ? caller : undefined, now);
      // The activity may have been read before the very same request: its count then is of before it.
      if (after === before) return { counted: countedView(countAgain(activity.counted, attendees, now)) };
      const all = attendees.map((one) => (one === before ? after : one));
      const counted = countAgain(activity.counted, all, now);
      await transact([activityPut(recount(activity, counted), policy), attendeePut(after)]);
      return { counted: countedView(counted) };
    });
  },
});
