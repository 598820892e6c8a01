import * as v from 'valibot';
import { Count, Time, text } from '../bounds.ts';
import { Id } from '../ids.ts';
import { OrgRef } from '../joining/session.ts';
import { Allowed } from '../messages/reminder.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE } from '../time.ts';
import { Counted, LONGEST, type Nearness } from './attendance.ts';
import { type Club, Decided } from './club.ts';
import { gradeOf, pointsOf, whyNotMove } from './grading.ts';
import { type ClubsPolicy, Grade, Nature } from './policy.ts';

/**
 * An activity of a club: `declared → approved | returned → held → reported → graded`; cancelled until it is held.
 * Source: the rules of clubs.
 */

/** Where and when, and what for: what a leader types. */
export const Plan = v.object({
  title: v.pipe(text(30), v.trim(), v.minLength(2, 'TOO_SHORT')),
  nature: Nature,
  start: Time,
  end: Time,
  /** Where, in words; of a room of a union's house it is that house and room. */
  place: v.pipe(text(60), v.trim(), v.minLength(2, 'TOO_SHORT')),
  /** On the map of China, GCJ-02. */
  latitude: v.optional(v.pipe(v.number('NUMBER'), v.minValue(-90, 'NUMBER'), v.maxValue(90, 'NUMBER'))),
  longitude: v.optional(v.pipe(v.number('NUMBER'), v.minValue(-180, 'NUMBER'), v.maxValue(180, 'NUMBER'))),
  expected: v.pipe(Count, v.minValue(1, 'NUMBER'), v.maxValue(2_000, 'NUMBER')),
  words: v.pipe(text(200), v.trim()),
});
export type Plan = v.InferOutput<typeof Plan>;

/** The room of a house that it takes, slot by slot; booked in the same step as it is declared. */
export const RoomWish = v.object({
  venue: Id,
  room: Id,
  /** The starts of its slots, one after another. */
  starts: v.pipe(v.array(Time), v.minLength(1, 'REQUIRED'), v.maxLength(12, 'TOO_LONG')),
});
export type RoomWish = v.InferOutput<typeof RoomWish>;

/** A room that is booked, or on its way: the bookings are named before they are made, so that none is left behind. */
const BookedRoom = v.object({
  venue: v.string(),
  room: v.string(),
  bookings: v.array(v.object({ id: v.string(), start: v.number(), end: v.number() })),
});
export type BookedRoom = v.InferOutput<typeof BookedRoom>;

/** What staff said of something, from which state to which; the latest of them, the others are in the records. */
export const Ruled = v.object({ ...Decided.entries, from: v.string(), to: v.string() });

export const ActivityStatus = v.picklist([
  // Its room is being booked; nobody sees it yet.
  'booking',
  'declared',
  'approved',
  'returned',
  'held',
  'reported',
  'graded',
  // Graded, and taken back.
  'reversed',
  // A reviewer found that it was none.
  'voided',
  'cancelled',
]);
export type ActivityStatus = v.InferOutput<typeof ActivityStatus>;

export const Activity = v.object({
  id: v.string(),
  version: v.number(),
  club: v.object({ id: v.string(), name: v.string() }),
  org: OrgRef,
  /** Who declared it: the leader of then. */
  leader: v.string(),
  ...Plan.entries,
  /** Kept as they are: a policy may have changed what can be typed since. */
  start: v.number(),
  end: v.number(),
  expected: v.number(),
  room: v.optional(BookedRoom),
  /** How often its room could not be had, while it was not declared all the same: nobody sees it. */
  lost: v.optional(v.number()),
  status: ActivityStatus,
  declaredAt: v.number(),
  cancelledAt: v.optional(v.number()),
  ruled: v.optional(Ruled),
  /** When the leader began to check people in, and where their phone was then, for a place that is on no map. */
  heldAt: v.optional(v.number()),
  spot: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
  reportedAt: v.optional(v.number()),
  /** When people were asked whether they were there. */
  askedAt: v.optional(v.number()),
  counted: v.optional(Counted),
  /** What a reviewer says to what was odd, before it can be graded. */
  settled: v.optional(Decided),
  /** A grade beside the table's, which a second reviewer must confirm. */
  proposed: v.optional(v.object({ ...Decided.entries, grade: Grade })),
  /** What it came to: the grade, absent for too few people, by which version, and the entry of the ledger. */
  result: v.optional(
    v.object({
      grade: v.optional(Grade),
      points: v.number(),
      rule: v.number(),
      at: v.number(),
      entry: v.optional(v.number()),
    }),
  ),
  /** What WeChat may tell of it who declared it. */
  allowed: Allowed,
  accepted: v.array(Accepted),
});
export type Activity = v.InferOutput<typeof Activity>;

/** How many requests about one activity count in a day. */
const REQUESTS_A_DAY = 20;

const changed = (activity: Activity, what: Partial<Activity>): Activity => ({
  ...activity,
  ...what,
  version: activity.version + 1,
});
/** The activity after a request; the same request again changes nothing. */
function once(
  activity: Activity,
  request: RequestMark,
  now: Instant,
  next: () => Partial<Activity>,
): Activity {
  if (acceptedBefore(activity.accepted, request, now)) return activity;
  const what = next();
  return changed(activity, { ...what, accepted: remember(activity.accepted, request, now, REQUESTS_A_DAY) });
}
const refuse = (why: RefusalCode | undefined) => {
  if (why) throw new Refusal(why);
};

/** The furthest ahead that an activity is declared. */
const AHEAD = 180 * DAY;

/** Why a plan can't be declared. */
export function whyNotPlan(
  { start, end }: Pick<Plan, 'start' | 'end'>,
  now: Instant,
): RefusalCode | undefined {
  if (end <= start || end - start > LONGEST) return 'ACTIVITY_TIMES';
  if (start <= now) return 'ACTIVITY_PAST';
  return start > now + AHEAD ? 'ACTIVITY_TOO_FAR' : undefined;
}

/** Why slots of a room don't hold an activity: they follow one another, and cover it. */
export function whyNotInRoom(
  slots: readonly { readonly start: Instant; readonly end: Instant }[],
  { start, end }: Pick<Plan, 'start' | 'end'>,
): RefusalCode | undefined {
  const [first] = slots;
  const last = slots[slots.length - 1];
  const follow = slots.every((slot, i) => i === 0 || slot.start === slots[i - 1]?.end);
  return first && last && follow && first.start <= start && last.end >= end ? undefined : 'ROOM_NOT_WHOLE';
}

/** A club's leader declares an activity; where it takes a room, that is booked before anybody sees it. */
export function declare(
  {
    id,
    club,
    plan,
    room,
    allowed,
  }: { id: string; club: Club; plan: Plan } & Pick<Activity, 'room' | 'allowed'>,
  request: RequestMark,
  now: Instant,
): Activity {
  refuse(whyNotPlan(plan, now));
  return {
    ...{ id, version: 1, club: { id: club.id, name: club.name }, org: club.org, leader: club.leader },
    ...plan,
    ...{ room, status: room ? 'booking' : 'declared', declaredAt: now, allowed },
    accepted: remember([], request, now, REQUESTS_A_DAY),
  };
}

/** Whether it was never declared: its room is on its way, or could not be had. Nobody sees it. */
export const isUndeclared = ({ status, lost }: Pick<Activity, 'status' | 'lost'>): boolean =>
  status === 'booking' || lost !== undefined;

/** Which of the tries to book its room it is in: what was tried before can't stand any more. */
export const tryOf = ({ lost = 0 }: Pick<Activity, 'lost'>): number => lost;

/** Its room is booked, all of it, by this try: reviewers see it. Where the try is given up, it is as it was. */
export const roomBooked = (activity: Activity, attempt: number): Activity =>
  activity.status === 'booking' && tryOf(activity) === attempt
    ? changed(activity, { status: 'declared', lost: undefined })
    : activity;

/** This try to book its room came to nothing: whoever has taken some of it since gives that back. */
export const roomLost = (activity: Activity, attempt: number): Activity =>
  activity.status === 'booking' && tryOf(activity) === attempt
    ? changed(activity, { status: 'cancelled', lost: attempt + 1 })
    : activity;

/** What was taken of a room that could not be had is given back: there is nothing more to do with it. */
export const roomGivenBack = (activity: Activity, lost: number): Activity =>
  activity.status === 'cancelled' && activity.lost === lost && activity.room
    ? changed(activity, { room: undefined })
    : activity;

/** The same request once more: its room may be free by now. */
export const bookAgain = (activity: Activity, room: BookedRoom, now: Instant): Activity => {
  if (activity.status !== 'cancelled' || activity.lost === undefined) return activity;
  refuse(whyNotPlan(activity, now));
  return changed(activity, { status: 'booking', room, declaredAt: now });
};

/** Who decides on an activity, and what they have to do with it themselves. */
export interface Reviewer {
  readonly by: string;
  /** Whether they lead the club now. */
  readonly leads: boolean;
  /** Whether they were among those who checked in. */
  readonly wasThere: boolean;
}

/** Why an activity is not somebody's to decide on: they lead the club, then or now, or took part. */
export const whyNotTheirs = (
  { leader }: Pick<Activity, 'leader'>,
  { by, leads, wasThere }: Reviewer,
): RefusalCode | undefined => (leader === by || leads || wasThere ? 'OWN_CLUB' : undefined);

/** Why staff can't decide on it: nobody decides on an activity of the club they lead. */
export const whyNotRule = (
  activity: Pick<Activity, 'status' | 'leader'>,
  reviewer: Reviewer,
): RefusalCode | undefined =>
  whyNotTheirs(activity, reviewer) ?? (activity.status === 'declared' ? undefined : 'ACTIVITY_DECIDED');

/** A reviewer agrees to it, or sends it back with words. */
export function rule(
  activity: Activity,
  { approved, decided, reviewer }: { approved: boolean; decided: Decided; reviewer: Reviewer },
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotRule(activity, reviewer));
    const to = approved ? 'approved' : 'returned';
    return { status: to, ruled: { ...decided, from: 'declared', to } };
  });
}

/** The leader mends what was sent back, and declares it again; its room and its time stay. */
export function redeclare(
  activity: Activity,
  plan: Omit<Plan, 'start' | 'end'>,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    if (activity.status !== 'returned') throw new Refusal('ACTIVITY_DECIDED');
    refuse(whyNotPlan(activity, now));
    // What it booked says where it is.
    const place = activity.room ? activity.place : plan.place;
    const at = activity.room
      ? { latitude: activity.latitude, longitude: activity.longitude }
      : { latitude: plan.latitude, longitude: plan.longitude };
    return { ...plan, place, ...at, status: 'declared', declaredAt: now };
  });
}

const OPEN: readonly ActivityStatus[] = ['declared', 'approved', 'returned'];
/** Why it can't be cancelled any more. */
export const whyNotCancel = ({ status }: Pick<Activity, 'status'>): RefusalCode | undefined =>
  OPEN.includes(status) ? undefined : 'ACTIVITY_HELD';

/** The leader cancels it; twice is once. */
export function cancel(activity: Activity, now: Instant): Activity {
  if (activity.status === 'cancelled') return activity;
  refuse(whyNotCancel(activity));
  return changed(activity, { status: 'cancelled', cancelledAt: now });
}

/** Why nobody can sign up: it is none yet, or no more. */
export const whyNotSignUp = (
  { status, start }: Pick<Activity, 'status' | 'start'>,
  now: Instant,
): RefusalCode | undefined => {
  if (status !== 'approved' && status !== 'held') return 'ACTIVITY_NOT_OPEN';
  return now < start ? undefined : 'ACTIVITY_BEGUN';
};

/** From when until when people check in. */
export const checkInTimes = (
  { start, end }: Pick<Activity, 'start' | 'end'>,
  { checkInBefore }: Pick<ClubsPolicy, 'checkInBefore'>,
) => ({ from: start - checkInBefore, until: end });

/** Why nobody can check in now. */
export function whyNotCheckIn(
  activity: Pick<Activity, 'status' | 'start' | 'end'>,
  policy: Pick<ClubsPolicy, 'checkInBefore'>,
  now: Instant,
): RefusalCode | undefined {
  if (activity.status !== 'approved' && activity.status !== 'held') return 'ACTIVITY_NOT_OPEN';
  const { from, until } = checkInTimes(activity, policy);
  if (now < from) return 'ACTIVITY_EARLY';
  return now > until ? 'ACTIVITY_OVER' : undefined;
}

/** The leader shows the code for the first time: from then on it is held. Later showings change nothing. */
export function begin(
  activity: Activity,
  spot: Activity['spot'],
  policy: Pick<ClubsPolicy, 'checkInBefore'>,
  now: Instant,
): Activity {
  refuse(whyNotCheckIn(activity, policy, now));
  if (activity.status === 'held') {
    return spot && !activity.spot && activity.latitude === undefined ? changed(activity, { spot }) : activity;
  }
  return changed(activity, { status: 'held', heldAt: now, spot });
}

/** Where it is, to measure from: the place on the map, else where the leader's phone was. */
export const spotOf = ({
  latitude,
  longitude,
  spot,
}: Pick<Activity, 'latitude' | 'longitude' | 'spot'>): Activity['spot'] =>
  latitude !== undefined && longitude !== undefined ? { latitude, longitude } : spot;

/** How near somebody is who is so many metres away. */
export const nearness = (
  metres: number | undefined,
  { near }: Pick<ClubsPolicy, 'near'>,
): v.InferOutput<typeof Nearness> => (metres === undefined ? 'unsaid' : metres <= near ? 'near' : 'far');

/** When people are asked whether they were there: the day after, at an hour of the policy. */
export const askAt = (
  { end }: Pick<Activity, 'end'>,
  { askAtHour }: Pick<ClubsPolicy, 'askAtHour'>,
): Instant => instantOf(dayOf(end + DAY), '00:00') + askAtHour * HOUR;

/** Until when they can answer; only once they were asked. */
export const answersUntil = (
  { askedAt }: Pick<Activity, 'askedAt'>,
  { answerFor }: Pick<ClubsPolicy, 'answerFor'>,
): Instant | undefined => (askedAt === undefined ? undefined : askedAt + answerFor);

/** Time has come to ask; twice is once. */
export const ask = (activity: Activity, now: Instant): Activity =>
  activity.askedAt !== undefined ? activity : changed(activity, { askedAt: now });

/** Why nobody can say any more, or yet, whether they were there. */
export function whyNotSay(
  activity: Pick<Activity, 'askedAt' | 'counted'>,
  policy: Pick<ClubsPolicy, 'answerFor'>,
  now: Instant,
): RefusalCode | undefined {
  const until = answersUntil(activity, policy);
  if (until === undefined) return 'NOT_ASKED_YET';
  return activity.counted || now >= until ? 'ANSWERS_OVER' : undefined;
}

/**
 * What time has to do next, and when; undefined when nothing. A room that is on its way, or was not given back whole,
 * is looked after in minutes; an answer that was on its way when the answers were over is still counted.
 */
export function dueOf(
  activity: Activity,
  policy: Pick<ClubsPolicy, 'askAtHour' | 'answerFor'>,
): { what: 'drop' | 'ask' | 'count'; at: Instant } | undefined {
  const { status, askedAt, counted, declaredAt } = activity;
  if (isUndeclared(activity))
    return activity.room ? { what: 'drop', at: declaredAt + BOOKS_WITHIN } : undefined;
  if (status !== 'held' && status !== 'reported') return undefined;
  if (askedAt === undefined) return { what: 'ask', at: askAt(activity, policy) };
  return counted ? undefined : { what: 'count', at: askedAt + policy.answerFor + ON_ITS_WAY };
}
const BOOKS_WITHIN = 5 * MINUTE;
const ON_ITS_WAY = MINUTE;

/** The count is written once: what is said later is too late. A reviewer's strikes count anew, see `recount`. */
export const putCount = (activity: Activity, counted: Counted): Activity =>
  activity.counted ? activity : changed(activity, { counted });

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

/** Why photos can't be added to its report, or taken away: from when it is held until it is reported. */
export function whyNotPhoto(
  activity: Pick<Activity, 'status' | 'end'>,
  policy: Pick<ClubsPolicy, 'reportWithin'>,
  now: Instant,
): RefusalCode | undefined {
  const why = whyNotReport(activity, policy, now);
  return why === 'ACTIVITY_GOES_ON' ? undefined : why;
}

/** Why it can't be reported. */
export function whyNotReport(
  { status, end }: Pick<Activity, 'status' | 'end'>,
  { reportWithin }: Pick<ClubsPolicy, 'reportWithin'>,
  now: Instant,
): RefusalCode | undefined {
  if (status !== 'held') return status === 'reported' ? 'REPORTED_ALREADY' : 'ACTIVITY_NOT_HELD';
  if (now < end) return 'ACTIVITY_GOES_ON';
  return now > end + reportWithin ? 'REPORT_LATE' : undefined;
}

/** The leader reports it; the words and photos are its post. */
export function report(
  activity: Activity,
  policy: Pick<ClubsPolicy, 'reportWithin'>,
  request: RequestMark,
  now: Instant,
): Activity {
  return once(activity, request, now, () => {
    refuse(whyNotReport(activity, policy, now));
    return { status: 'reported', reportedAt: now };
  });
}

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
