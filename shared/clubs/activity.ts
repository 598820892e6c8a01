import * as v from 'valibot';
import { Count, Time, text } from '../bounds.ts';
import { Id } from '../ids.ts';
import { OrgRef } from '../joining/session.ts';
import { Allowed } from '../messages/reminder.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { DAY, type Instant } from '../time.ts';
import { Counted, LONGEST } from './attendance.ts';
import { type Club, Decided } from './club.ts';
import { Grade, Nature } from './policy.ts';

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

/** What a leader wrote in their own words: what WeChat is asked about before anybody sees it. */
export const wordsOf = ({ title, place, words }: Pick<Plan, 'title' | 'place' | 'words'>): string[] => [
  title,
  place,
  words,
];

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

export const changed = (activity: Activity, what: Partial<Activity>): Activity => ({
  ...activity,
  ...what,
  version: activity.version + 1,
});

/** The activity after a request; the same request again changes nothing. */
export function once(
  activity: Activity,
  request: RequestMark,
  now: Instant,
  next: () => Partial<Activity>,
): Activity {
  if (acceptedBefore(activity.accepted, request, now)) return activity;
  const what = next();
  return changed(activity, { ...what, accepted: remember(activity.accepted, request, now, REQUESTS_A_DAY) });
}

export const refuse = (why: RefusalCode | undefined) => {
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
