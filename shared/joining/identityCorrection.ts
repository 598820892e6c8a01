import * as v from 'valibot';
import { text } from '../bounds.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { grantFor, Role, type Staff } from '../roles.ts';
import { Bytes } from '../sealed.ts';
import { dayOf, type Instant } from '../time.ts';
import { ALL_REQUESTS, type Application, type Approved, OWN_REQUESTS, type Standing } from './application.ts';
import { formFields } from './form.ts';
import { whyNoMembership } from './membership.ts';
import type { JoiningPolicy } from './policy.ts';
import { OrgRef } from './session.ts';
import { NUMBERS_A_DAY, whyNotEligible } from './submission.ts';

/**
 * A member's request to correct name or ID number, which are compared with the document before they
 * change: what the membership rests on. One a person at a time.
 */

const common = {
  /** The person's id. */
  id: v.string(),
  /** Counts the person's requests, so that a decision names the one it saw. */
  number: v.number(),
  version: v.number(),
  org: OrgRef,
  requestedAt: v.number(),
  /** The values asked for, under the person's data key; what is absent stays. */
  sealed: v.object({ name: v.optional(Bytes), idNumber: v.optional(Bytes) }),
  /** Keyed hash of the ID number asked for. */
  idHash: v.optional(v.string()),
  /** ID numbers asked for on the same day before, as keyed hashes. */
  tried: v.optional(v.array(v.string())),
  /** Why, in the person's words, sealed. */
  reason: Bytes,
  /** Requests of the staff about this one. */
  accepted: v.array(Accepted),
};

/** What was decided on it, by whom, as what. */
const Decided = v.object({
  by: v.string(),
  role: Role,
  authority: v.string(),
  at: v.number(),
  evidence: v.optional(v.literal('seenAtDesk')),
  /** The reviewer's words to the person, sealed under the person's data key. */
  words: v.optional(Bytes),
});

export const IdentityCorrection = v.variant('status', [
  v.object({ ...common, status: v.literal('requested') }),
  v.object({ ...common, status: v.literal('approved'), decision: Decided, expiresAt: v.number() }),
  v.object({ ...common, status: v.literal('rejected'), decision: Decided, expiresAt: v.number() }),
  v.object({ ...common, status: v.literal('withdrawn'), withdrawnAt: v.number(), expiresAt: v.number() }),
]);
export type IdentityCorrection = v.InferOutput<typeof IdentityCorrection>;

/** The request and the membership it is about, which change together. */
export interface Correcting {
  readonly application: Application | undefined;
  readonly correction: IdentityCorrection | undefined;
}

/** What is asked for: one of the two at least, and why. */
export const Asked = v.pipe(
  v.object({
    name: v.optional(formFields.name),
    idNumber: v.optional(formFields.idNumber),
    reason: v.pipe(text(60), v.trim(), v.minLength(2, 'REQUIRED')),
  }),
  v.check(({ name, idNumber }) => name !== undefined || idNumber !== undefined, 'REQUIRED'),
);

/** Names of the fields that a request is about. */
export const fieldsOf = ({ sealed }: Pick<IdentityCorrection, 'sealed'>) =>
  (['name', 'idNumber'] as const).filter((field) => sealed[field] !== undefined);

interface Identity {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
}

/** Why a member can't ask for this correction now; `kept` is what is kept, in the clear. */
export function whyNotRequestCorrection(
  standing: (Standing & { readonly correcting?: unknown }) | undefined,
  kept: Identity,
  asked: Identity,
  now: Instant,
): RefusalCode | undefined {
  const why = whyNoMembership(standing);
  if (why) return why;
  if (standing?.correcting) return 'CORRECTION_WAITING';
  const { name = kept.name, idNumber = kept.idNumber } = asked;
  if (name === kept.name && idNumber === kept.idNumber) return 'NOTHING_TO_CORRECT';
  return asked.idNumber === undefined ? undefined : whyNotEligible(asked.idNumber, now);
}

/** ID numbers asked for today, as keyed hashes. */
function triedToday(correction: IdentityCorrection | undefined, now: Instant): string[] {
  if (!correction || dayOf(correction.requestedAt) !== dayOf(now)) return [];
  return [...(correction.tried ?? []), ...(correction.idHash ? [correction.idHash] : [])];
}

/**
 * Puts the request before the reviewers. Throws what whyNotRequestCorrection says, TOO_MANY_NUMBERS,
 * TOO_OFTEN; an accepted request again changes nothing.
 */
export function requestCorrection(
  { application, correction }: Correcting,
  asked: {
    readonly kept: Identity;
    readonly plain: Identity;
    readonly sealed: IdentityCorrection['sealed'];
    readonly idHash: string | undefined;
    readonly reason: Uint8Array;
  },
  request: RequestMark,
  now: Instant,
): Correcting {
  if (application && acceptedBefore(application.accepted, request, now)) return { application, correction };
  const why = whyNotRequestCorrection(application, asked.kept, asked.plain, now);
  if (why) throw new Refusal(why);
  if (application?.status !== 'approved') throw new Refusal('NOT_A_MEMBER');
  // A number that is the person's already claims nothing.
  const same = asked.idHash === application.idHash;
  const idHash = same ? undefined : asked.idHash;
  const { reason } = asked;
  const sealed = { name: asked.sealed.name, idNumber: same ? undefined : asked.sealed.idNumber };
  const tried = [...new Set(triedToday(correction, now))].filter((hash) => hash !== idHash);
  if (idHash && tried.length >= NUMBERS_A_DAY) throw new Refusal('TOO_MANY_NUMBERS');
  const number = (correction?.number ?? 0) + 1;
  return {
    application: {
      ...application,
      correcting: { number, idHash },
      version: application.version + 1,
      accepted: remember(application.accepted, request, now, OWN_REQUESTS),
    },
    correction: {
      status: 'requested',
      id: application.id,
      number,
      version: (correction?.version ?? 0) + 1,
      org: application.org,
      requestedAt: now,
      sealed,
      idHash,
      tried: tried.length > 0 ? tried : undefined,
      reason,
      accepted: [],
    },
  };
}

const closed = (application: Approved): Approved => ({
  ...application,
  correcting: undefined,
  version: application.version + 1,
});

/** Takes the request back. Throws NOTHING_TO_WITHDRAW, TOO_OFTEN; an accepted request again changes nothing. */
export function withdrawCorrection(
  { application, correction }: Correcting,
  { keepRefused }: JoiningPolicy,
  request: RequestMark,
  now: Instant,
): Correcting {
  if (application && acceptedBefore(application.accepted, request, now)) return { application, correction };
  if (application?.status !== 'approved' || correction?.status !== 'requested')
    throw new Refusal('NOTHING_TO_WITHDRAW');
  return {
    application: {
      ...closed(application),
      accepted: remember(application.accepted, request, now, OWN_REQUESTS),
    },
    correction: {
      ...correction,
      status: 'withdrawn',
      withdrawnAt: now,
      expiresAt: Math.floor((now + keepRefused) / 1000),
      version: correction.version + 1,
    },
  };
}

/** A reviewer's decision as it is asked for: with the document seen, or with words to the person. */
export const Granting = v.object({ outcome: v.literal('approved'), evidence: v.literal('seenAtDesk') });
export const Declining = v.object({
  outcome: v.literal('rejected'),
  words: v.pipe(text(100), v.trim(), v.minLength(1, 'REQUIRED')),
});
export type CorrectionRuling = v.InferOutput<typeof Granting> | v.InferOutput<typeof Declining>;

const REVIEW: readonly Role[] = ['reviewer'];

/** Why this reviewer can't open this request. */
export function whyNotOpenCorrection(
  { correction, application }: Correcting,
  staff: Staff,
  number: number,
): RefusalCode | undefined {
  if (!correction || application?.status !== 'approved') return 'NOT_FOUND';
  if (!grantFor(staff, REVIEW, correction.org.path)) return 'NOT_YOURS';
  if (staff.id === correction.id) return 'OWN_CASE';
  if (correction.number !== number) return 'CHANGED_SINCE';
  return correction.status === 'requested' ? undefined : 'ALREADY_DECIDED';
}

/** Why this reviewer can't rule so on this request; `rivals` are the others who claim the number asked for and are live. */
export function whyNotDecideCorrection(
  both: Correcting,
  question: { staff: Staff; number: number; outcome: CorrectionRuling['outcome']; rivals: readonly string[] },
): RefusalCode | undefined {
  const { staff, number, outcome, rivals } = question;
  const why = whyNotOpenCorrection(both, staff, number);
  if (why) return why;
  if (rivals.includes(staff.id)) return 'OWN_CASE';
  return outcome === 'approved' && rivals.length > 0 ? 'CONTESTED' : undefined;
}

/** Refuses a ruling that can't be made; whoever comes second is told what was decided. */
export function refuseCorrectionRuling(
  both: Correcting,
  question: Parameters<typeof whyNotDecideCorrection>[1],
): void {
  const why = whyNotDecideCorrection(both, question);
  if (!why) return;
  const { correction } = both;
  const decided = correction && 'decision' in correction ? correction : undefined;
  throw new Refusal(
    why,
    why === 'ALREADY_DECIDED' && decided
      ? { outcome: decided.status, decidedAt: decided.decision.at }
      : undefined,
  );
}

/**
 * Decides a request. Approved, the values asked for take the place of those that were kept, and the
 * document was seen. Throws what whyNotDecideCorrection says; an accepted request again changes nothing.
 */
export function decideCorrection(
  both: Correcting,
  question: {
    staff: Staff;
    number: number;
    ruling: CorrectionRuling;
    rivals: readonly string[];
    /** The reviewer's words, sealed under the person's data key. */
    words?: Uint8Array | undefined;
    /** The masked forms for the bank clerk's queue, where the person waits in it. */
    display?: Uint8Array | undefined;
    policy: JoiningPolicy;
  },
  request: RequestMark,
  now: Instant,
): Correcting {
  const { application, correction } = both;
  if (correction && acceptedBefore(correction.accepted, request, now)) return both;
  const { staff, ruling, words, display, policy } = question;
  refuseCorrectionRuling(both, { ...question, outcome: ruling.outcome });
  if (application?.status !== 'approved' || !correction) throw new Refusal('NOT_FOUND');
  const grant = grantFor(staff, REVIEW, correction.org.path);
  if (!grant) throw new Refusal('NOT_YOURS');
  const { role, authority } = grant;
  const evidence = ruling.outcome === 'approved' ? ruling.evidence : undefined;
  const decided = {
    ...correction,
    version: correction.version + 1,
    decision: { by: staff.id, role, authority, at: now, evidence, words },
    expiresAt: Math.floor((now + policy.keepRefused) / 1000),
    accepted: remember(correction.accepted, request, now, ALL_REQUESTS),
  };
  if (ruling.outcome === 'rejected')
    return { application: closed(application), correction: { ...decided, status: 'rejected' } };
  const { name = application.sealed.name, idNumber = application.sealed.idNumber } = correction.sealed;
  const { bankCard } = application;
  return {
    application: {
      ...closed(application),
      sealed: { ...application.sealed, name, idNumber },
      idHash: correction.idHash ?? application.idHash,
      evidence: ruling.evidence,
      bankCard: bankCard?.status === 'requested' && display ? { ...bankCard, display } : bankCard,
    },
    correction: { ...decided, status: 'approved' },
  };
}
