import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { Id } from '../ids.ts';
import { ActivityStatus } from './activity.ts';
import { Anomaly, anomalies, Nearness } from './attendance.ts';
import { Category, ClubState } from './club.ts';
import { Grade, Nature } from './policy.ts';

/** What more than one page shows of clubs. */

/** A refusal's code, as it would be said before the tap. */
export const Why = v.optional(code(/^[A-Z_]+$/, 40));

/** A club in a list. */
export const ClubRow = v.object({
  id: Id,
  name: text(20),
  category: Category,
  words: text(200),
  union: text(40),
});

/** A member as others see them: masked; absent for who is forgotten. */
export const Name = v.optional(text(40));

/** What staff said of something, and when. */
export const Said = v.object({ at: Time, words: v.optional(text(100)), office: v.optional(text(40)) });

/** An activity in a list. */
export const ActivityRow = v.object({
  id: Id,
  club: v.object({ id: Id, name: text(20) }),
  title: text(30),
  nature: Nature,
  start: Time,
  end: Time,
  place: text(60),
  status: ActivityStatus,
  grade: v.optional(Grade),
  points: v.optional(Count),
});

/** A count as staff and the leader see it. */
export const CountedView = v.object({
  headcount: Count,
  came: Count,
  far: Count,
  denied: Count,
  anomalies: list(Anomaly, anomalies.length),
});

/** Somebody at an activity, as a reviewer sees them. */
export const AttendeeView = v.object({
  /** Opaque, good for this activity. */
  id: text(100),
  name: Name,
  cameAt: v.optional(Time),
  where: v.optional(Nearness),
  metres: v.optional(Count),
  /** What they said the day after. */
  was: v.optional(v.boolean()),
  struck: v.boolean(),
  counts: v.boolean(),
});

export const ClubStateView = ClubState;
