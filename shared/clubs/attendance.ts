import * as v from 'valibot';
import { Allowed, allowing, type Template } from '../messages/reminder.ts';
import type { RefusalCode } from '../refusal.ts';
import { HOUR, type Instant, SECOND } from '../time.ts';
import type { ClubNumbers } from './policy.ts';

/**
 * Who takes part in an activity: one item a person. The headcount is money, so it counts whom one knows to have been
 * there. Source: the rules of clubs.
 */

/** Where somebody's phone was when they checked in: near the place, far from it, or not said. */
export const Nearness = v.picklist(['near', 'far', 'unsaid']);
export type Nearness = v.InferOutput<typeof Nearness>;

export const Attendee = v.object({
  activity: v.string(),
  person: v.string(),
  version: v.number(),
  signedUpAt: v.optional(v.number()),
  cameAt: v.optional(v.number()),
  where: v.optional(Nearness),
  /** How far away, in metres, where the phone said so. */
  metres: v.optional(v.number()),
  /** What they said the day after. */
  answer: v.optional(v.object({ was: v.boolean(), at: v.number() })),
  /** A reviewer found that they were not there. */
  struck: v.optional(v.object({ by: v.string(), at: v.number() })),
  /** They gave their place up before it began. */
  gaveUpAt: v.optional(v.number()),
  /** What WeChat may tell them of, as they allowed with the last tap. */
  allowed: Allowed,
});
export type Attendee = v.InferOutput<typeof Attendee>;

/** Whether somebody is among those who come or came. */
export const isIn = ({ signedUpAt, cameAt, gaveUpAt }: Attendee): boolean =>
  cameAt !== undefined || (signedUpAt !== undefined && gaveUpAt === undefined);

/**
 * Whether somebody counts: they checked in with the code of the moment, near the place or else said the day after
 * that they were there; nobody who denies it, or whom a reviewer struck out.
 */
export const counts = ({ cameAt, where, answer, struck }: Attendee): boolean =>
  cameAt !== undefined && !struck && answer?.was !== false && (where === 'near' || answer?.was === true);

/** Somebody signs up; twice is once, and who gave up comes back. */
export const signUp = (attendee: Attendee, now: Instant, remind: readonly Template[] = []): Attendee =>
  isIn(attendee)
    ? attendee
    : {
        ...attendee,
        ...{ version: attendee.version + 1, signedUpAt: now, gaveUpAt: undefined },
        allowed: allowing(remind, now),
      };

/** Why somebody has no place that they could give up. */
export const whyNotGiveUp = ({ signedUpAt, cameAt }: Attendee): RefusalCode | undefined => {
  if (cameAt !== undefined) return 'CAME_TO_ACTIVITY';
  return signedUpAt === undefined ? 'NOT_SIGNED_UP' : undefined;
};

/** Somebody gives their place up; who came keeps it. */
export const giveUp = (attendee: Attendee, now: Instant): Attendee =>
  !isIn(attendee) || attendee.cameAt !== undefined
    ? attendee
    : { ...attendee, version: attendee.version + 1, gaveUpAt: now };

/** Somebody checks in. Once is once: where they were the first time stays, unless they were not seen near. */
export function checkIn(
  attendee: Attendee,
  { where, metres }: Pick<Attendee, 'metres'> & { where: Nearness },
  now: Instant,
  remind: readonly Template[] = [],
): Attendee {
  if (attendee.cameAt !== undefined && (attendee.where === 'near' || where !== 'near')) return attendee;
  const cameAt = attendee.cameAt ?? now;
  return {
    ...attendee,
    version: attendee.version + 1,
    cameAt,
    where,
    metres,
    allowed: allowing(remind, now),
  };
}

/** What somebody says the day after; they may think better of it while it can be answered. */
export const say = (attendee: Attendee, was: boolean, now: Instant): Attendee =>
  attendee.answer?.was === was
    ? attendee
    : { ...attendee, version: attendee.version + 1, answer: { was, at: now } };

/** A reviewer strikes somebody out, or takes that back. */
export const strikeOut = (attendee: Attendee, by: string | undefined, now: Instant): Attendee =>
  (attendee.struck !== undefined) === (by !== undefined)
    ? attendee
    : { ...attendee, version: attendee.version + 1, struck: by === undefined ? undefined : { by, at: now } };

/** Nobody was asked yet who has not come. */
export const newAttendee = (activity: string, person: string): Attendee => ({ activity, person, version: 0 });

/** What can be odd about a headcount. */
export const anomalies = ['crowd', 'sameCircle', 'far', 'denied'] as const;

/** Why a headcount needs a look, and of how many people. */
export const Anomaly = v.object({
  kind: v.picklist(anomalies),
  people: v.number(),
});
export type Anomaly = v.InferOutput<typeof Anomaly>;

/** The most people who checked in within a span. */
function crowdOf(times: readonly Instant[], within: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let [most, first] = [0, 0];
  sorted.forEach((at, last) => {
    while (at - (sorted[first] ?? at) > within) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

/** The share of people two activities have in common, in hundredths of all who were in either. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((person) => other.has(person)).length;
  const either = one.size + other.size - both;
  return either === 0 ? 0 : Math.round((100 * both) / either);
}

/** What a count says: how many count, of how many who checked in, and what needs a look. */
export const Counted = v.object({
  at: v.number(),
  headcount: v.number(),
  came: v.number(),
  far: v.number(),
  denied: v.number(),
  anomalies: v.array(Anomaly),
});
export type Counted = v.InferOutput<typeof Counted>;

/** Who checked in, as a circle to be compared. */
export const circleOf = (attendees: readonly Attendee[]): Set<string> =>
  new Set(attendees.flatMap(({ person, cameAt }) => (cameAt === undefined ? [] : person)));

/** Counts an activity; `earlier` are the circles of those of this club before it, the latest first. */
export function count(
  attendees: readonly Attendee[],
  earlier: readonly ReadonlySet<string>[],
  policy: Pick<
    ClubNumbers,
    'crowdPeople' | 'crowdWithin' | 'circleShare' | 'circleTimes' | 'farPeople' | 'deniedPeople' | 'bands'
  >,
  now: Instant,
): Counted {
  const came = attendees.filter(({ cameAt }) => cameAt !== undefined);
  const far = came.filter(({ where }) => where === 'far').length;
  const denied = came.filter(({ answer }) => answer?.was === false).length;
  const crowd = crowdOf(
    came.map(({ cameAt }) => cameAt ?? 0),
    policy.crowdWithin,
  );
  const circle = circleOf(attendees);
  const before = earlier.slice(0, policy.circleTimes);
  const sameCircle =
    circle.size >= (policy.bands[0] ?? 1) &&
    before.length === policy.circleTimes &&
    before.every((other) => shared(circle, other) >= policy.circleShare);
  const anomalies: Anomaly[] = [
    ...(crowd >= policy.crowdPeople ? [{ kind: 'crowd' as const, people: crowd }] : []),
    ...(sameCircle ? [{ kind: 'sameCircle' as const, people: circle.size }] : []),
    ...(far >= policy.farPeople ? [{ kind: 'far' as const, people: far }] : []),
    ...(denied >= policy.deniedPeople ? [{ kind: 'denied' as const, people: denied }] : []),
  ];
  return { at: now, headcount: attendees.filter(counts).length, came: came.length, far, denied, anomalies };
}

/**
 * Counts once more after somebody was struck out or put back: how many count. How people came, and so what was odd, is
 * as it was.
 */
export const countAgain = (counted: Counted, attendees: readonly Attendee[], now: Instant): Counted => ({
  ...counted,
  at: now,
  headcount: attendees.filter(counts).length,
});

/** A code of the moment: it is renewed every so often, and good for a little longer, since a phone needs to read it. */
export const CODE = { renew: 30 * SECOND, good: 45 * SECOND } as const;
/** The longest that an activity takes. */
export const LONGEST = 12 * HOUR;
