import { Refusal, type RefusalCode } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { dayOf, type Instant } from '../time.ts';
import { type Application, isMember, OWN_REQUESTS, type Submitted } from './application.ts';
import { ageOf } from './idNumber.ts';

/** Different ID numbers that an account may name in a day. */
export const NUMBERS_A_DAY = 3;

/** Why somebody with this ID number can't apply: under 16 stores nothing. Source: joining rules. */
export function whyNotEligible(idNumber: string, now: Instant): 'UNDER_16' | undefined {
  return ageOf(idNumber, now) < 16 ? 'UNDER_16' : undefined;
}

/** Why this account can't submit an application with this number now. */
export function whyNotSubmit(
  current: Application | undefined,
  idHash: string,
  now: Instant,
): RefusalCode | undefined {
  if (!current) return undefined;
  if (current.status === 'submitted') return 'ALREADY_SUBMITTED';
  if (isMember(current)) return 'ALREADY_MEMBER';
  const others = triedToday(current, now).filter((hash) => hash !== idHash);
  return others.length >= NUMBERS_A_DAY ? 'TOO_MANY_NUMBERS' : undefined;
}

/** The ID numbers this account has submitted today, as keyed hashes. */
function triedToday(current: Application | undefined, now: Instant): string[] {
  if (!current || dayOf(current.submittedAt) !== dayOf(now)) return [];
  return [current.idHash, ...(current.tried ?? [])];
}

/** What a submission brings beside what is already kept of the person. */
export type Submission = Omit<
  Submitted,
  'status' | 'round' | 'version' | 'submittedAt' | 'cardNumber' | 'endedAt' | 'tried' | 'own' | 'accepted'
>;

/**
 * Submits an application, the first one or a mended one.
 * Throws ALREADY_SUBMITTED, ALREADY_MEMBER, TOO_MANY_NUMBERS, TOO_OFTEN, KEY_REUSED; an accepted request again changes nothing.
 */
export function submit(
  current: Application | undefined,
  submission: Submission,
  request: RequestMark,
  now: Instant,
): Application {
  if (current && acceptedBefore(current.accepted, request, now)) return current;
  const why = whyNotSubmit(current, submission.idHash, now);
  if (why) throw new Refusal(why);
  const round = (current?.round ?? 0) + 1;
  const tried = triedToday(current, now).filter((hash) => hash !== submission.idHash);
  return {
    ...submission,
    status: 'submitted',
    round,
    version: (current?.version ?? 0) + 1,
    submittedAt: now,
    cardNumber: current?.cardNumber,
    endedAt: current?.endedAt,
    tried: tried.length > 0 ? tried : undefined,
    accepted: remember(current?.accepted ?? [], { ...request, round }, now, OWN_REQUESTS),
  };
}

/** Takes a submitted application back. Throws NOTHING_TO_WITHDRAW. */
export function withdraw(current: Application | undefined, request: RequestMark, now: Instant): Application {
  if (current && acceptedBefore(current.accepted, request, now)) return current;
  if (current?.status !== 'submitted') throw new Refusal('NOTHING_TO_WITHDRAW');
  const { rivals: _r, display: _d, ...kept } = current;
  return {
    ...kept,
    status: 'withdrawn',
    withdrawnAt: now,
    version: current.version + 1,
    accepted: remember(current.accepted, request, now, OWN_REQUESTS),
  };
}
