import { Refusal, type RefusalCode } from '../refusal.ts';
import { DAY, type Instant } from '../time.ts';
import { type Application, isLive, isMember, type OwnAct, type Standing } from './application.ts';
import type { JoiningPolicy } from './policy.ts';

/** Keys of what is needed for a short while, as a queue's masked names, are made weekly; so many are kept. */
export const PASSING_WEEKS = 3;
/** The longest that what they sealed can be opened; nobody is forgotten before that is over. */
export const PASSING_LASTS = PASSING_WEEKS * 7 * DAY;

/** As what somebody's application is kept once it has ended, and since when. */
export interface Ended {
  readonly as: 'application' | 'membership';
  readonly since: Instant;
}

function lastEnd(application: Application): Instant | undefined {
  if (application.status === 'withdrawn') return application.withdrawnAt;
  if (application.status === 'approved') return application.endedAt ?? application.decision.at;
  return 'decision' in application ? application.decision.at : undefined;
}

/** Whoever was a member once has a card number, and stands in the register. Undefined while it is live. */
export function endedOf(application: Application): Ended | undefined {
  const end = isLive(application) ? undefined : lastEnd(application);
  if (end === undefined) return undefined;
  return application.cardNumber
    ? { as: 'membership', since: application.endedAt ?? end }
    : { as: 'application', since: end };
}

/** When a person is forgotten: once nothing of theirs must be kept. Undefined while something is live. Source: policy. */
export function forgottenAt(
  application: Application,
  { keepRefused, keepMembership }: Pick<JoiningPolicy, 'keepRefused' | 'keepMembership'>,
): Instant | undefined {
  const ended = endedOf(application);
  const end = lastEnd(application);
  if (!ended || end === undefined) return undefined;
  const kept = ended.as === 'membership' ? ended.since + keepMembership : 0;
  return Math.max(kept, end + keepRefused, end + PASSING_LASTS);
}

/** As much of a person as says whether they may be forgotten; their own screen knows it too. */
export interface Forgettable {
  readonly application: Standing | undefined;
  readonly isStaff: boolean;
}

/** Why somebody can't be forgotten now: first they leave, take back what waits, and give up their roles. */
export function whyNotForget({ application, isStaff }: Forgettable): RefusalCode | undefined {
  if (isStaff) return 'STILL_STAFF';
  if (application?.status === 'submitted') return 'STILL_WAITING';
  return application && isMember(application) ? 'LEAVE_FIRST' : undefined;
}

/**
 * Notes that the person asked to be forgotten. Applying again takes it back. Throws what whyNotForget says;
 * asked again, it changes nothing.
 */
export function askToForget(application: Application, isStaff: boolean, now: Instant): Application {
  const why = whyNotForget({ application, isStaff });
  if (why) throw new Refusal(why);
  if (application.forgetAskedAt !== undefined) return application;
  const own: OwnAct = { kind: 'forgetting', from: 'kept', to: 'asked', at: now };
  return { ...application, forgetAskedAt: now, own, version: application.version + 1 };
}
