import * as v from 'valibot';
import { isDrawn } from '../audit/callBack.ts';
import { text } from '../bounds.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { grantFor, type Role, type Staff } from '../roles.ts';
import type { Instant } from '../time.ts';
import {
  ALL_REQUESTS,
  type Application,
  Evidence,
  isMember,
  RejectionReason,
  type Standing,
} from './application.ts';
import { MendableFields } from './form.ts';
import type { JoiningPolicy } from './policy.ts';

/** What the applicant of a voided application is told: the words a reviewer would use who wants to see them in person. */
export const wordsForVoided = '请本人带身份证到现场，用自己的手机提交。';

/** A reviewer's decision as it is asked for. */
export const Ruling = v.object({
  outcome: v.picklist(['approved', 'rejected', 'voided']),
  evidence: v.optional(Evidence),
  reason: v.optional(
    v.object({
      code: RejectionReason,
      words: v.pipe(text(100), v.trim(), v.minLength(1, 'REQUIRED')),
      fields: MendableFields,
    }),
  ),
});
export type Ruling = v.InferOutput<typeof Ruling>;

const REVIEW: readonly Role[] = ['reviewer'];

/**
 * Why nobody can rule so on a case that stands so, which `rivals` others claim the number of: as much of the
 * rule as an opened case says, so that its screen asks it before the tap. Voiding is for contested numbers
 * only, also when the false one is already a member. Source: joining rules.
 */
export function whyNotRule(
  standing: Standing,
  { outcome, evidence, reason }: Ruling,
  rivals: number,
): RefusalCode | undefined {
  if (outcome === 'voided' && isMember(standing)) return rivals > 0 ? undefined : 'NOT_CONTESTED';
  if (standing.status !== 'submitted') return 'ALREADY_DECIDED';
  if (outcome === 'rejected' && !reason) return 'REASON_MISSING';
  if (outcome === 'approved' && !evidence) return 'EVIDENCE_MISSING';
  if (outcome === 'approved' && rivals > 0) return 'CONTESTED';
  if (outcome === 'voided' && rivals === 0) return 'NOT_CONTESTED';
  return undefined;
}

/**
 * Why this reviewer can't rule so on this application. Nobody decides on their own, nor on who claims the
 * same number as they do; scope is the subtree; a ruling names the submission it saw (`round`); the rest
 * says whyNotRule. Source: joining rules.
 */
export function whyNotDecide(question: {
  application: Application;
  staff: Staff;
  round: number;
  ruling: Ruling;
  /** Ids of the others who claim the same number and are live. */
  rivals: readonly string[];
}): RefusalCode | undefined {
  const { application, staff, round, ruling, rivals } = question;
  if (!grantFor(staff, REVIEW, application.org.path)) return 'NOT_YOURS';
  if (staff.id === application.id || rivals.includes(staff.id)) return 'OWN_CASE';
  if (application.round !== round) return 'CHANGED_SINCE';
  return whyNotRule(application, ruling, rivals.length);
}

/** Why this can't be one of many rulings at once: nobody is let in unseen together with others. Source: joining rules. */
export const whyNotAmongMany = ({ outcome, evidence = 'none' }: Ruling): 'EVIDENCE_MISSING' | undefined =>
  outcome === 'approved' && evidence === 'none' ? 'EVIDENCE_MISSING' : undefined;

/**
 * Whether somebody's unmasked data may be opened by staff: where the consent was withdrawn, or the membership
 * has ended, it is only kept. Source: PIPL 47.
 */
export const mayBeRead = (application: Application): boolean =>
  application.status !== 'approved' || (application.membership !== 'left' && !application.withdrawn);

/** Why this reviewer can't open this case. */
export function whyNotDisclose(
  application: Application,
  staff: Staff,
  round: number,
): RefusalCode | undefined {
  if (!grantFor(staff, REVIEW, application.org.path)) return 'NOT_YOURS';
  if (staff.id === application.id) return 'OWN_CASE';
  if (application.round !== round) return 'CHANGED_SINCE';
  return mayBeRead(application) ? undefined : 'CONSENT_WITHDRAWN';
}

/** What only a waiting application has, so that it can be taken off whatever the state. */
const whole = (application: Application) => ({
  display: undefined,
  rivals: undefined,
  ...application,
});

/** Refuses a ruling that can't be made; whoever comes second is told what was decided, and by whom (an id). */
export function refuseRuling(question: Parameters<typeof whyNotDecide>[0]): void {
  const why = whyNotDecide(question);
  if (!why) return;
  const { application } = question;
  const decided = why === 'ALREADY_DECIDED' && 'decision' in application ? application.decision : undefined;
  throw new Refusal(why, decided && { outcome: decided.to, decidedAt: decided.at, by: decided.by });
}

/**
 * Decides a submitted application (or voids a contested membership).
 * `cardNumber` is issued beforehand for an approval; a person who has one keeps it.
 * Throws what whyNotDecide says; an accepted request again changes nothing.
 */
export function decide(
  application: Application,
  question: {
    staff: Staff;
    round: number;
    ruling: Ruling;
    rivals: readonly string[];
    cardNumber?: string;
    /** The reviewer's words, sealed under the applicant's data key. */
    words?: Uint8Array;
    policy: JoiningPolicy;
    /** A number in [0, 1) that nobody can foresee: whether an approval is drawn to be called back. */
    lot: number;
  },
  request: RequestMark,
  now: Instant,
): Application {
  if (acceptedBefore(application.accepted, request, now)) return application;
  refuseRuling({ application, ...question });
  const { staff, ruling, cardNumber, words, policy, lot } = question;
  const grant = grantFor(staff, REVIEW, application.org.path);
  if (!grant) throw new Refusal('NOT_YOURS');
  const { display: _d, rivals: _r, ...kept } = whole(application);
  const next = {
    ...kept,
    version: application.version + 1,
    decision: {
      by: staff.id,
      role: grant.role,
      authority: grant.authority,
      at: now,
      from: application.status,
      to: ruling.outcome,
      evidence: ruling.evidence,
      reason: ruling.reason?.code,
      words,
      fields: ruling.reason?.fields,
      drawn: ruling.outcome === 'approved' && isDrawn(lot, policy) ? (true as const) : undefined,
    },
    accepted: remember(application.accepted, request, now, ALL_REQUESTS),
  };
  if (ruling.outcome === 'approved') {
    const number = application.cardNumber ?? cardNumber;
    if (!ruling.evidence) throw new Refusal('EVIDENCE_MISSING');
    if (!number) throw new Error('an approval needs a card number');
    return {
      ...next,
      status: 'approved',
      evidence: ruling.evidence,
      membership: 'active',
      cardNumber: number,
      endedAt: undefined,
    };
  }
  // A membership that is voided has ended; what is kept of it is kept as long as of one that was left.
  const endedAt = isMember(application) ? now : application.endedAt;
  return { ...next, status: ruling.outcome, endedAt };
}
