import * as v from 'valibot';
import { Accepted } from '../retry.ts';
import { Role } from '../roles.ts';
import { Bytes } from '../sealed.ts';
import { Employment, MendableFields, PhoneOf } from './form.ts';
import { OrgRef } from './session.ts';

export const Status = v.picklist(['submitted', 'approved', 'rejected', 'withdrawn', 'voided']);
export type Status = v.InferOutput<typeof Status>;

/** What an approval rests on: the document seen at the desk (已核对证件), a real-name service, or nothing. */
export const evidences = {
  seenAtDesk: '当面核对了证件',
  checkedOnline: '实名核验过',
  none: '没有核对证件',
} as const;
export const Evidence = v.picklist(
  Object.keys(evidences) as [keyof typeof evidences, ...(keyof typeof evidences)[]],
);
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
  fields: v.optional(MendableFields),
  /** An auditor will call the member back about this approval. Whoever decided is not told. */
  drawn: v.optional(v.literal(true)),
});
export type Decision = v.InferOutput<typeof Decision>;

/** Personal data, each field encrypted under the person's own data key; the one list of what is sealed. */
export const SealedPerson = v.object({ name: Bytes, idNumber: Bytes, phone: Bytes });
export type SealedPerson = v.InferOutput<typeof SealedPerson>;

/**
 * What the person themself did last to what is kept of them. It rides here until the stream has copied it
 * to the records; the names of fields and consents only, never their values.
 */
export const OwnAct = v.object({
  kind: v.picklist(['correction', 'consent', 'membership', 'forgetting']),
  from: v.string(),
  to: v.picklist(['corrected', 'given', 'withdrawn', 'left', 'asked']),
  at: v.number(),
  fields: v.optional(v.array(v.string())),
  /** Which wording of a text it was about. */
  version: v.optional(v.string()),
});
export type OwnAct = v.InferOutput<typeof OwnAct>;

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
  /** Whether WeChat may tell the person of the decision: asked with the tap that submitted. */
  remind: v.optional(v.boolean()),
  /** Keyed hash of the ID number: the key of its claims. */
  idHash: v.string(),
  sealed: SealedPerson,
  /** Issued once for a person, at the first approval, and kept for good. */
  cardNumber: v.optional(v.string()),
  /** The member of staff on whose phone the person filled it in (帮人入会). */
  helpedBy: v.optional(v.string()),
  /** Whose number the phone is, where it is not the person's own. */
  phoneOf: v.optional(PhoneOf),
  /** Other ID numbers this account tried on the day of its last submission, as keyed hashes. */
  tried: v.optional(v.array(v.string())),
  /** When an earlier membership of theirs ended: from then on it is kept as long as the law says, no longer. */
  endedAt: v.optional(v.number()),
  /** When the person asked to be forgotten: what need not be kept went then. */
  forgetAskedAt: v.optional(v.number()),
  own: v.optional(OwnAct),
  accepted: v.array(Accepted),
};
/** The bank's mutual-service card: requested by the member, then issued by the bank's clerk. */
const BankCard = v.variant('status', [
  v.object({
    status: v.literal('requested'),
    requestedAt: v.number(),
    consent: v.string(),
    /** Whether WeChat may tell the member of the card: asked with the tap that requested it. */
    remind: v.optional(v.boolean()),
    /** Masked name for the clerk's queue, sealed under the week's passing key; gone once issued. */
    display: Bytes,
  }),
  v.object({
    status: v.literal('issued'),
    requestedAt: v.number(),
    consent: v.string(),
    issuedAt: v.number(),
    by: v.string(),
    /** Gone when the consent is withdrawn: what the bank keeps is the bank's. */
    lastFour: v.optional(Bytes),
    withdrawnAt: v.optional(v.number()),
  }),
]);
export type BankCard = v.InferOutput<typeof BankCard>;

const decided = { decision: Decision };

/** A person's application and, once approved, their membership. The state says which fields there are. */
export const Application = v.variant('status', [
  v.object({
    ...common,
    status: v.literal('submitted'),
    /** How many others claimed the number when this was submitted, and since then as the stream saw it: contested. */
    rivals: v.optional(v.number()),
    /** Masked name and ID number for the queue, sealed under the week's passing key; gone once decided. */
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
    /** Since when the card is not valid: the phone that shows it was lost. */
    heldAt: v.optional(v.number()),
    bankCard: v.optional(BankCard),
    /** A correction of name or ID number that waits for a reviewer, and the number it claims, as keyed hash. */
    correcting: v.optional(v.object({ number: v.number(), idHash: v.optional(v.string()) })),
    /** Consents without which the membership rests (`suspended`), and since when. */
    withdrawn: v.optional(v.object({ privacy: v.optional(v.number()), realName: v.optional(v.number()) })),
    /** Consents that were given again since, and when. */
    givenAgain: v.optional(v.object({ privacy: v.optional(v.number()), realName: v.optional(v.number()) })),
  }),
  v.object({ ...common, ...decided, status: v.literal('rejected') }),
  v.object({ ...common, status: v.literal('withdrawn'), withdrawnAt: v.number() }),
  v.object({ ...common, ...decided, status: v.literal('voided') }),
]);
export type Application = v.InferOutput<typeof Application>;
export type Submitted = Extract<Application, { status: 'submitted' }>;
export type Approved = Extract<Application, { status: 'approved' }>;

/** Requests a person may make about their application in 24 hours. */
export const OWN_REQUESTS = 12;
/** Requests that an application remembers of 24 hours, its person's and the staff's together. */
export const ALL_REQUESTS = 24;

/** As much of an application as says where its person stands; their own screen knows it too. */
export interface Standing {
  readonly status: Status;
  readonly membership?: Approved['membership'] | undefined;
}

/** Whether somebody's membership has begun and not ended; it may rest meanwhile. */
export const isMember = ({ status, membership }: Standing): boolean =>
  status === 'approved' && membership !== 'left';

/** Live: a submitted application, or a membership that has not ended. */
export const isLive = (application: Standing): boolean =>
  application.status === 'submitted' || isMember(application);
