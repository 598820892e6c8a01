import * as v from 'valibot';
import { text } from '../bounds.ts';
import { Occupation } from '../codes.ts';
import { Refusal } from '../refusal.ts';
import { Accepted, type RequestMark, remember } from '../retry.ts';
import { OrgPath } from '../roles.ts';
import { HOUR, type Instant, MINUTE } from '../time.ts';

/** An org as it is kept beside what belongs to it: enough to decide and to show, without another read. */
export const OrgRef = v.object({
  id: v.string(),
  path: OrgPath,
  name: v.string(),
  /** 6-digit division code, GB/T 2260: the first half of the card number. */
  division: v.pipe(v.string(), v.regex(/^\d{6}$/)),
});
export type OrgRef = v.InferOutput<typeof OrgRef>;

/** A worker session (职工沟通会). */
export const Session = v.object({
  code: v.string(),
  org: OrgRef,
  place: v.string(),
  latitude: v.optional(v.number()),
  longitude: v.optional(v.number()),
  startsAt: v.number(),
  endsAt: v.number(),
  occupations: v.array(Occupation),
  /** Ids of the staff on duty. */
  onDuty: v.array(v.string()),
  openedBy: v.string(),
  openedAt: v.number(),
  accepted: v.array(Accepted),
});
export type Session = v.InferOutput<typeof Session>;

/** Where a session is, as staff write it. */
export const Place = v.pipe(text(40), v.trim(), v.minLength(1, 'REQUIRED'), v.minLength(2, 'TOO_SHORT'));

/** What is wrong with a place as it was typed, a field code; undefined when nothing is. */
export const faultOfPlace = (typed: string): string | undefined =>
  v.safeParse(Place, typed).issues?.[0].message;

/** How long before the start and after the end the poster works. */
export const POSTER = { before: 60 * MINUTE, after: 30 * MINUTE } as const;
/** How long a session may be. */
export const LONGEST = 12 * HOUR;

/** From when and until when the poster leads to joining on site. */
export function posterTimes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): {
  from: Instant;
  until: Instant;
} {
  return { from: startsAt - POSTER.before, until: endsAt + POSTER.after };
}

/** Why the poster does not lead to joining on site: it works from 60 minutes before to 30 after. Source: joining rules. */
export function whyNotScan(
  session: Pick<Session, 'startsAt' | 'endsAt'>,
  now: Instant,
): 'POSTER_EARLY' | 'POSTER_OVER' | undefined {
  const { from, until } = posterTimes(session);
  if (now < from) return 'POSTER_EARLY';
  if (now > until) return 'POSTER_OVER';
  return undefined;
}

/** Why a session can't be opened at these times. */
export function whyNotOpen(
  times: Pick<Session, 'startsAt' | 'endsAt'>,
  now: Instant,
): 'SESSION_TIMES' | 'SESSION_PAST' | undefined {
  if (times.endsAt <= times.startsAt || times.endsAt - times.startsAt > LONGEST) return 'SESSION_TIMES';
  if (times.endsAt < now) return 'SESSION_PAST';
  return undefined;
}

/** Opens a session. Throws SESSION_TIMES or SESSION_PAST. */
export function open(
  plan: Omit<Session, 'openedAt' | 'accepted'>,
  request: RequestMark,
  now: Instant,
): Session {
  const why = whyNotOpen(plan, now);
  if (why) throw new Refusal(why);
  return { ...plan, openedAt: now, accepted: remember([], request, now, 1) };
}

/** Some people that one of the session's staff has talked to (咨询); kept once a request, added up by the board. */
export const Consultation = v.object({ people: v.number() });
