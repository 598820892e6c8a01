import type * as v from 'valibot';
import type { RefusalCode } from '../refusal.ts';
import type { RequestMark } from '../retry.ts';
import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE } from '../time.ts';
import { type Activity, changed, once, refuse } from './activity.ts';
import { isUndeclared } from './activityRoom.ts';
import type { Counted, Nearness } from './attendance.ts';
import type { ClubsPolicy } from './policy.ts';

/** An activity as it is held: who signs up and checks in, what time brings, the report. Source: the rules of clubs. */

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
