import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { grantFor, Role, type Staff } from '../roles.ts';
import { Bytes } from '../sealed.ts';
import { dayOf, type Instant } from '../time.ts';
import { Employment, MendableField } from './form.ts';
import { ageOf } from './idNumber.ts';
import type { JoiningPolicy } from './policy.ts';
import { OrgRef } from './session.ts';

export const Status = v.picklist(['submitted', 'approved', 'rejected', 'withdrawn', 'voided']);
export type Status = v.InferOutput<typeof Status>;

/** What an approval rests on: the document seen at the desk (已核对证件), a real-name service, or nothing. */
export const Evidence = v.picklist(['seenAtDesk', 'checkedOnline', 'none']);
export type Evidence = v.InferOutput<typeof Evidence>;

/** Why an application goes back. */
export const rejectionReasons = {
  nameMismatch: '姓名和证件不一致',
  idMismatch: '证件号和证件不一致',
  notHere: '工作单位不归这里',
  employmentUnclear: '工作信息说不清',
  phoneWrong: '手机号打不通',
  notInPerson: '不是本人提交',
  other: '其他',
} as const;
/** What the applicant of a voided application is told: the words a reviewer would use who wants to see them in person. */
export const wordsForVoided = '请本人带身份证到现场，用自己的手机提交。';

export const RejectionReason = v.picklist(
  Object.keys(rejectionReasons) as [keyof typeof rejectionReasons, ...(keyof typeof rejectionReasons)[]],
  'CHOICE',
);

/** A record of decision: who, as what, when, from which state to which, why. It rides on what it changed. */
export const Decision = v.object({
  by: v.string(),
  role: Role,
  authority: v.string(),
  at: v.number(),
  from: Status,
  to: Status,
  evidence: v.optional(Evidence),
  reason: v.optional(RejectionReason),
  /** The reviewer's words to the applicant, sealed under the applicant's data key. */
  words: v.optional(Bytes),
  fields: v.optional(v.array(MendableField)),
});
export type Decision = v.InferOutput<typeof Decision>;

/** Personal data, each field encrypted under the person's own data key. */
export const SealedPerson = v.object({ name: Bytes, idNumber: Bytes, phone: Bytes });
export type SealedPerson = v.InferOutput<typeof SealedPerson>;

const common = {
  /** The person's id: one person, one application at a time. */
  id: v.string(),
  /** 1 for the first submission; each later one counts up, so that a decision names what it was about. */
  round: v.number(),
  version: v.number(),
  org: OrgRef,
  session: v.optional(v.string()),
  scannedAt: v.optional(v.number()),
  openedAt: v.number(),
  submittedAt: v.number(),
  ethnicity: v.string(),
  education: v.string(),
  political: v.string(),
  employment: Employment,
  consents: v.object({ privacy: v.string(), realName: v.string(), pledge: v.string() }),
  /** Keyed hash of the ID number: the key of its claims. */
  idHash: v.string(),
  sealed: SealedPerson,
  /** Issued once for a person, at the first approval, and kept for good. */
  cardNumber: v.optional(v.string()),
  /** Other ID numbers this account tried on the day of its last submission, as keyed hashes. */
  tried: v.optional(v.array(v.string())),
  accepted: v.array(Accepted),
};
/** The bank's mutual-service card: requested by the member, then issued by the bank's clerk. */
const BankCard = v.variant('status', [
  v.object({
    status: v.literal('requested'),
    requestedAt: v.number(),
    consent: v.string(),
    /** Masked name for the clerk's queue, sealed under the service's key; gone once issued. */
    display: Bytes,
  }),
  v.object({
    status: v.literal('issued'),
    requestedAt: v.number(),
    consent: v.string(),
    issuedAt: v.number(),
    by: v.string(),
    lastFour: Bytes,
  }),
]);

const decided = { decision: Decision };
/** When the table forgets it, in seconds since the epoch; never where a card number was issued. */
const ended = { expiresAt: v.optional(v.number()) };

/** A person's application and, once approved, their membership. The state says which fields there are. */
export const Application = v.variant('status', [
  v.object({
    ...common,
    status: v.literal('submitted'),
    /** How many others claimed the number when this was submitted, and since then as the stream saw it: contested. */
    rivals: v.optional(v.number()),
    /** Masked name and ID number for the queue, sealed under the service's key; gone once decided. */
    display: Bytes,
  }),
  v.object({
    ...common,
    ...decided,
    status: v.literal('approved'),
    cardNumber: v.string(),
    evidence: Evidence,
    membership: v.picklist(['active', 'suspended', 'left']),
    shownAt: v.optional(v.number()),
    bankCard: v.optional(BankCard),
  }),
  v.object({ ...common, ...decided, ...ended, status: v.literal('rejected') }),
  v.object({ ...common, ...ended, status: v.literal('withdrawn'), withdrawnAt: v.number() }),
  v.object({ ...common, ...decided, ...ended, status: v.literal('voided') }),
]);
export type Application = v.InferOutput<typeof Application>;
export type Submitted = Extract<Application, { status: 'submitted' }>;
export type Approved = Extract<Application, { status: 'approved' }>;

/** Rejected, withdrawn and voided applications are kept as long as the policy says; a card number for good. */
const keptUntil = ({ cardNumber }: Application, { keepRefused }: JoiningPolicy, now: Instant) =>
  cardNumber ? undefined : Math.floor((now + keepRefused) / 1000);
const NUMBERS_A_DAY = 3;
/** Requests a person may make about their application in 24 hours, and all that the item remembers with the staff's. */
const OWN_REQUESTS = 12;
export const ALL_REQUESTS = 24;

/** Live: a submitted application, or a membership that has not ended. */
export function isLive(application: Application): boolean {
  return (
    application.status === 'submitted' ||
    (application.status === 'approved' && application.membership !== 'left')
  );
}

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
  if (current.status === 'approved' && current.membership !== 'left') return 'ALREADY_MEMBER';
  const others = triedToday(current, now).filter((hash) => hash !== idHash);
  return others.length >= NUMBERS_A_DAY ? 'TOO_MANY_NUMBERS' : undefined;
}

/** The ID numbers this account has submitted today, as keyed hashes. */
function triedToday(current: Application | undefined, now: Instant): string[] {
  if (!current || dayOf(current.submittedAt) !== dayOf(now)) return [];
  return [current.idHash, ...(current.tried ?? [])];
}

/** What a submission brings beside what is already kept of the person. */
export type Submission = Pick<
  Submitted,
  | 'id'
  | 'org'
  | 'session'
  | 'scannedAt'
  | 'openedAt'
  | 'ethnicity'
  | 'education'
  | 'political'
  | 'employment'
  | 'consents'
  | 'idHash'
  | 'sealed'
  | 'display'
  | 'rivals'
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
    tried: tried.length > 0 ? tried : undefined,
    accepted: remember(current?.accepted ?? [], { ...request, round }, now, OWN_REQUESTS),
  };
}

/** Takes a submitted application back. Throws NOTHING_TO_WITHDRAW. */
export function withdraw(
  current: Application | undefined,
  policy: JoiningPolicy,
  request: RequestMark,
  now: Instant,
): Application {
  if (current && acceptedBefore(current.accepted, request, now)) return current;
  if (current?.status !== 'submitted') throw new Refusal('NOTHING_TO_WITHDRAW');
  const { rivals: _r, display: _d, ...kept } = current;
  return {
    ...kept,
    status: 'withdrawn',
    withdrawnAt: now,
    expiresAt: keptUntil(current, policy, now),
    version: current.version + 1,
    accepted: remember(current.accepted, request, now, OWN_REQUESTS),
  };
}

/** A reviewer's decision as it is asked for. */
export const Ruling = v.object({
  outcome: v.picklist(['approved', 'rejected', 'voided']),
  evidence: v.optional(Evidence),
  reason: v.optional(
    v.object({
      code: RejectionReason,
      words: v.pipe(v.string(), v.trim(), v.minLength(1, 'REQUIRED'), v.maxLength(100, 'TOO_LONG')),
      fields: v.array(MendableField),
    }),
  ),
});
export type Ruling = v.InferOutput<typeof Ruling>;

const REVIEW: readonly Role[] = ['reviewer'];

/**
 * Why this reviewer can't rule so on this application.
 * Nobody decides on their own, nor on who claims the same number as they do; scope is the subtree; a
 * ruling names the submission it saw (`round`); voiding is for contested numbers only, also when the
 * false one is already a member. Source: joining rules.
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
  if (ruling.outcome === 'voided' && application.status === 'approved') {
    return rivals.length > 0 ? undefined : 'NOT_CONTESTED';
  }
  if (application.status !== 'submitted') return 'ALREADY_DECIDED';
  if (ruling.outcome === 'rejected' && !ruling.reason) return 'REASON_MISSING';
  if (ruling.outcome === 'approved' && !ruling.evidence) return 'EVIDENCE_MISSING';
  if (ruling.outcome === 'approved' && rivals.length > 0) return 'CONTESTED';
  if (ruling.outcome === 'voided' && rivals.length === 0) return 'NOT_CONTESTED';
  return undefined;
}

/** Why this reviewer can't open this case. */
export function whyNotDisclose(
  application: Application,
  staff: Staff,
  round: number,
): RefusalCode | undefined {
  if (!grantFor(staff, REVIEW, application.org.path)) return 'NOT_YOURS';
  if (staff.id === application.id) return 'OWN_CASE';
  return application.round === round ? undefined : 'CHANGED_SINCE';
}

/** What only a waiting application has, so that it can be taken off whatever the state. */
const whole = (application: Application) => ({
  display: undefined,
  rivals: undefined,
  ...application,
});

/** Refuses a ruling that can't be made; whoever comes second is told what was decided. */
export function refuseRuling(question: Parameters<typeof whyNotDecide>[0]): void {
  const why = whyNotDecide(question);
  if (!why) return;
  const { application } = question;
  const decided = why === 'ALREADY_DECIDED' && 'decision' in application ? application.decision : undefined;
  throw new Refusal(why, decided && { outcome: decided.to, decidedAt: decided.at });
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
  },
  request: RequestMark,
  now: Instant,
): Application {
  if (acceptedBefore(application.accepted, request, now)) return application;
  refuseRuling({ application, ...question });
  const { staff, ruling, cardNumber, words, policy } = question;
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
    };
  }
  return { ...next, status: ruling.outcome, expiresAt: keptUntil(application, policy, now) };
}

/** Notes when the card was first shown on the member's screen; later showings change nothing. */
export function showCard(application: Approved, now: Instant): Approved {
  return application.shownAt
    ? application
    : { ...application, shownAt: now, version: application.version + 1 };
}
