import type { Occupation } from '@niangjia/shared/codes';
import { clockOf, DAY, dayOf, HOUR, type Instant, instantOf, MINUTE } from '@niangjia/shared/time';

/** A session as it is being planned: Shanghai's day and times of day. */
export interface SessionPlan {
  readonly place: string;
  readonly day: string;
  readonly start: string;
  readonly end: string;
  readonly occupations: readonly Occupation[];
  readonly onDuty: readonly string[];
}

const HALF_HOUR = 30 * MINUTE;

/** A plan to begin with: from the next half hour, for an hour and a half, meant for couriers and riders. */
export function planFrom(now: Instant): SessionPlan {
  const start = Math.ceil(now / HALF_HOUR) * HALF_HOUR;
  return {
    place: '',
    day: dayOf(start),
    start: clockOf(start),
    end: clockOf(start + HOUR + HALF_HOUR),
    occupations: ['courier', 'foodRider'],
    onDuty: [],
  };
}

/** The instants of a plan; an end before the start is on the day after, when that is a matter of hours. */
export function timesOf({ day, start, end }: SessionPlan): { startsAt: Instant; endsAt: Instant } {
  const startsAt = instantOf(day, start);
  const sameDay = instantOf(day, end);
  const overnight = sameDay < startsAt && sameDay + DAY - startsAt <= 6 * HOUR;
  return { startsAt, endsAt: overnight ? sameDay + DAY : sameDay };
}
