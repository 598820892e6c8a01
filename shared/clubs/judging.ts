import { Refusal, type RefusalCode } from '../refusal.ts';
import type { RequestMark } from '../retry.ts';
import type { Instant } from '../time.ts';
import { type Activity, changed, once, type Reviewer, refuse, whyNotTheirs } from './activity.ts';
import type { Counted } from './attendance.ts';
import type { Decided } from './club.ts';
import { gradeOf, pointsOf, whyNotMove } from './grading.ts';
import type { ClubsPolicy, Grade } from './policy.ts';

/** An activity as reviewers judge it: what is odd, its grade, and taking it back. Source: the rules of clubs. */

/** Why nobody can be struck out, or put back: it is not counted yet, or not to be graded any more. */
export function whyNotStrike(
  activity: Pick<Activity, 'status' | 'leader' | 'counted'>,
  reviewer: Reviewer,
): RefusalCode | undefined {
  const own = whyNotTheirs(activity, reviewer);
  if (own) return own;
  if (activity.status !== 'held' && activity.status !== 'reported') return 'ACTIVITY_DECIDED';
  return activity.counted ? undefined : 'ANSWERS_PENDING';
}

/** A reviewer struck somebody out: counted again, what was odd stays settled; a grade that was proposed is none any more. */
export const recount = (activity: Activity, counted: Counted): Activity =>
  changed(activity, { counted, proposed: undefined });

/** Who grades, and what of the club is asked beside the activity's own state. */
export interface Grading extends Reviewer {
  /** How many of the club's activities were graded that are of the same day. */
  readonly gradedThatDay: number;
}

/** Why it can't be graded now. Nobody grades what they took part in, and what is odd is settled first. */
export function whyNotGrade(
  activity: Pick<Activity, 'status' | 'leader' | 'counted' | 'settled'>,
  grading: Grading,
  policy: Pick<ClubsPolicy, 'gradedADay'>,
): RefusalCode | undefined {
  const { status, counted, settled } = activity;
  const own = whyNotTheirs(activity, grading);
  if (own) return own;
  if (status !== 'reported') return status === 'held' ? 'NOT_REPORTED' : 'ACTIVITY_DECIDED';
  if (!counted) return 'ANSWERS_PENDING';
  if (counted.anomalies.length > 0 && !settled) return 'ANOMALIES_OPEN';
  return grading.gradedThatDay >= policy.gradedADay ? 'GRADED_THAT_DAY' : undefined;
}

/** The grade of the table for what was counted. */
export const tableGrade = (
  activity: Pick<Activity, 'nature' | 'counted'>,
  policy: ClubsPolicy,
): Grade | undefined => gradeOf(activity.nature, activity.counted?.headcount ?? 0, policy);

/** A decision of a reviewer's, and what they have to do with the activity. */
interface Deciding {
  readonly decided: Decided;
  readonly reviewer: Reviewer;
}

/** A reviewer has looked at what is odd, and says in words why it is as it is. */
export function settle(
  activity: Activity,
  { decided, reviewer }: Deciding,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotTheirs(activity, reviewer));
    if (!activity.counted || activity.result) throw new Refusal('NOTHING_TO_SETTLE');
    if (activity.counted.anomalies.length === 0) throw new Refusal('NOTHING_TO_SETTLE');
    return { settled: decided };
  });
}

/** A reviewer wants another grade, one step beside the table's, with a reason; a second one must confirm it. */
export function propose(
  activity: Activity,
  { grade, decided, grading }: { grade: Grade; decided: Decided; grading: Grading },
  policy: ClubsPolicy,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotGrade(activity, grading, policy));
    refuse(whyNotMove(tableGrade(activity, policy), grade));
    return { proposed: { ...decided, grade } };
  });
}

/** Why a proposal can't be confirmed, or declined, by somebody: it takes a second reviewer. */
export function whyNotConfirm({ proposed }: Pick<Activity, 'proposed'>, by: string): RefusalCode | undefined {
  if (!proposed) return 'NOTHING_PROPOSED';
  return proposed.by === by ? 'SECOND_REVIEWER' : undefined;
}

/** A proposal is declined: the table's grade is to be given. */
export function decline(
  activity: Activity,
  reviewer: Reviewer,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotTheirs(activity, reviewer));
    if (activity.status !== 'reported') throw new Refusal('ACTIVITY_DECIDED');
    refuse(whyNotConfirm(activity, reviewer.by));
    return { proposed: undefined };
  });
}

/** By which way a grade is given: the table's, or the one that was proposed. */
export type GradedAs = 'table' | 'proposed';

/** The grade that would be given so. */
export const gradeFor = (
  activity: Pick<Activity, 'nature' | 'counted' | 'proposed'>,
  as: GradedAs,
  policy: ClubsPolicy,
): Grade | undefined => (as === 'proposed' ? activity.proposed?.grade : tableGrade(activity, policy));

/**
 * It is graded: by the table, or as was proposed and is now confirmed. `seen` is the grade that the reviewer saw,
 * `entry` the number its award will have in the ledger. Throws what `whyNotGrade`, `whyNotConfirm` and `whyNotMove`
 * say, and GRADE_CHANGED where another count or another policy makes it another grade than was seen.
 */
export function grade(
  activity: Activity,
  {
    as,
    seen,
    decided,
    grading,
    entry,
  }: { as: GradedAs; seen: Grade | undefined; decided: Decided; grading: Grading; entry: number },
  policy: ClubsPolicy,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotGrade(activity, grading, policy));
    const given = gradeFor(activity, as, policy);
    if (as === 'proposed') {
      refuse(whyNotConfirm(activity, decided.by));
      // The table may be another one by now.
      if (given) refuse(whyNotMove(tableGrade(activity, policy), given));
    }
    if (given !== seen) throw new Refusal('GRADE_CHANGED');
    const points = pointsOf(given, policy);
    const result = {
      grade: given,
      points,
      rule: policy.version,
      at: now,
      entry: points > 0 ? entry : undefined,
    };
    return { status: 'graded', result, ruled: { ...decided, from: 'reported', to: 'graded' } };
  });
}

/** A reviewer finds that it was none: nothing comes of it. */
export function voidIt(
  activity: Activity,
  { decided, reviewer }: Deciding,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotTheirs(activity, reviewer));
    if (activity.status !== 'reported' && activity.status !== 'held') throw new Refusal('ACTIVITY_DECIDED');
    return { status: 'voided', ruled: { ...decided, from: activity.status, to: 'voided' } };
  });
}

/** When it came to nothing for who had signed up: it was cancelled, or found to be none before it began. */
export function offAt({
  status,
  start,
  cancelledAt,
  ruled,
}: Pick<Activity, 'status' | 'start' | 'cancelledAt' | 'ruled'>): Instant | undefined {
  if (status === 'cancelled') return cancelledAt;
  return status === 'voided' && ruled && ruled.at < start ? ruled.at : undefined;
}

/** What was graded is taken back, with the award. */
export function reverse(
  activity: Activity,
  { decided, reviewer }: Deciding,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotTheirs(activity, reviewer));
    if (activity.status !== 'graded' || activity.result?.entry === undefined) throw new Refusal('NOT_GRADED');
    return { status: 'reversed', ruled: { ...decided, from: 'graded', to: 'reversed' } };
  });
}
