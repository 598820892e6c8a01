import type { Activity } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { grade } from '@niangjia/shared/clubs/judging';
import { type Actor, award, type Entry } from '@niangjia/shared/clubs/ledger';
import { Refusal } from '@niangjia/shared/refusal';
import { dayOf } from '@niangjia/shared/time';
import { getClub } from '../../clubRecords.ts';
import { staffHandler } from '../../handler.ts';
import { clubsPolicy } from '../../policies.ts';
import { transact } from '../../table.ts';
import { activityPut, getActivity } from '../activities.ts';
import { getAttendee } from '../attendees.ts';
import { judged, MayBeOld } from '../judging.ts';
import { entryPut, getEntry, type Ledger, latestOf, ledgerSince } from '../ledgers.ts';
import { reviewerOf } from './activitySubject.ts';
import { decidedBy } from './decided.ts';
import { gradedThatDay } from './gradedThatDay.ts';

interface Wanted {
  readonly activity: string;
  readonly club: string;
}

/**
 * All that a grade rests on, in one round trip. It may be a moment old: the activity is written at the version that was
 * read, the award under the number after the last entry, and who was there was decided a day before. Who leads the
 * club is written by none of these, and read as it is now.
 */
async function reading({ activity: id, club: clubId }: Wanted, by: string, as: 'now' | 'read') {
  const how = as === 'read' ? ({ eventual: true } as const) : undefined;
  const [activity, club, attendee, ledger] = await Promise.all([
    getActivity(id, how),
    getClub(clubId),
    getAttendee(id, by, how),
    latestOf(clubId, as),
  ]);
  if (!activity || !club || activity.club.id !== clubId) return undefined;
  return { org: activity.org, activity, reviewer: reviewerOf(by, club, attendee), ledger, as };
}

/** What the club had right after: of the award, or, where nothing was awarded, of what stood last by then. */
async function balanceAfter({ club, result }: Activity, { entries }: Ledger): Promise<number> {
  const { entry, at = 0 } = result ?? {};
  if (entry === undefined) {
    const since = await ledgerSince(club.id, at, 'now');
    return since.entries.find((one) => one.at <= at)?.balance ?? 0;
  }
  const known = entries.find(({ seq }) => seq === entry) ?? (await getEntry(club.id, entry));
  return known?.balance ?? 0;
}

/** The award for a graded activity; none where it has no points. */
function awardOf(
  { activity, title, start, nature, counted, result }: Omit<Activity, 'id'> & { activity: string },
  { state }: Ledger,
  actor: Actor,
): Entry | undefined {
  if (!result?.grade || result.entry === undefined) return undefined;
  const { grade: given, points, rule, at } = result;
  const what = { activity, title, day: dayOf(start), nature, headcount: counted?.headcount ?? 0 };
  return award(state, { ...what, grade: given, rule, points }, actor, at);
}

/**
 * Grades: the activity and the award are one transaction, both or neither. Of two reviewers at once, and of two
 * activities of one day at once, one is first; the other is judged again by what that has left.
 */
export const gradeActivity = staffHandler(clubDesk.gradeActivity, {
  subject: async (input: Wanted, caller: string) =>
    (await reading(input, caller, 'read')) ?? reading(input, caller, 'now'),
  handle: async ({ input, subject, staff, caller, request, now }) => {
    const policy = await clubsPolicy(now);
    const { as, seen } = input;
    const readNow = async () => {
      const again = await reading(input, caller, 'now');
      if (!again) throw new Refusal('NOT_FOUND');
      return again;
    };
    return judged(subject, readNow, async ({ activity, reviewer, ledger: latest, as: read }) => {
      const { ledger, gradedThatDay: already } = await gradedThatDay(activity, latest, read);
      const decided = decidedBy(staff, activity.org.path, now);
      const grading = { ...reviewer, gradedThatDay: already };
      const wanted = { as, seen, decided, grading, entry: ledger.state.seq + 1 };
      const after = grade(activity, wanted, policy, request, now);
      const { grade: given, points = 0 } = after.result ?? {};
      if (after === activity) return { grade: given, points, balance: await balanceAfter(activity, ledger) };
      const { by, role, authority } = decided;
      const entry = awardOf({ ...after, activity: after.id }, ledger, { by, role, authority });
      if (!entry && read !== 'now') throw new MayBeOld();
      await transact([activityPut(after, policy), ...(entry ? [entryPut(entry)] : [])]);
      return { grade: given, points, balance: (entry ?? ledger.state).balance };
    });
  },
});
