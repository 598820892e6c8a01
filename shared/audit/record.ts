import * as v from 'valibot';
import { Evidence } from '../joining/application.ts';
import { OrgRef } from '../joining/session.ts';
import { Role } from '../roles.ts';
import { Bytes } from '../sealed.ts';
import { Changed } from './changed.ts';

/**
 * Each kind of thing that is decided, and the states a decision of that kind leads to. A feature that
 * decides something new adds its line here; the records, their lists and their search then know it.
 */
export const outcomes = {
  /** An application for membership; `withdrawn` is the applicant's own act. */
  application: ['approved', 'rejected', 'withdrawn', 'voided'],
  /** A membership that its member ended. */
  membership: ['left'],
  /** A field of what is kept of somebody: corrected by themself, or after a reviewer has compared it. */
  correction: ['corrected', 'approved', 'rejected'],
  /** A consent, named in `fields`; always the person's own act. */
  consent: ['given', 'withdrawn'],
  /** Being forgotten: asked for by the person, and done by the service when nothing must be kept any more. */
  forgetting: ['asked', 'forgotten'],
  /** Which phone leads to somebody: `bound` to a WeChat account, the first or another one, or `frozen` as lost. */
  account: ['bound', 'frozen'],
  /** A member's bank card, handed over by the bank's clerk. */
  bankCard: ['issued'],
  /** An approval that an auditor has called back about; what was denied is settled by the node above. */
  callBack: ['confirmed', 'notReached', 'denied', 'settled'],
  /** A booking that a venue's keeper decided on; members' own acts are not decisions. */
  booking: ['confirmed', 'refused', 'cancelled', 'closed', 'bookedFor', 'letIn'],
  /** A no-show: taken back by a keeper, or kept although its person appealed. */
  noShow: ['lifted', 'kept'],
  /** A venue that a keeper opened, or changed; what of it is in `changes`. */
  venue: ['opened', 'changed'],
  /** A room that a keeper closed for a period, or opened again. */
  room: ['closed', 'reopened'],
  /** Who leads a group that books weekly: named by a keeper, or somebody else was. */
  group: ['leads', 'leadsNoMore'],
  /** A version of a policy: of the venues or of the clubs. */
  policy: ['drafted'],
  /** A club: what its union said of it, and who leads it. */
  club: ['approved', 'refused', 'closed', 'leads', 'leadsNoMore'],
  /** An activity of a club; `settled` is what a reviewer said to what was odd, `struck` that somebody was not there. */
  activity: ['approved', 'returned', 'settled', 'struck', 'proposed', 'graded', 'voided', 'reversed'],
  /** A club's points on their way to being money; `repaid` is what it owed. */
  redemption: ['reviewed', 'refused', 'paid', 'returned', 'cancelled', 'repaid'],
  /** What is shown of an activity, and what somebody said to it. */
  post: ['shown', 'hidden'],
  comment: ['shown', 'hidden'],
  /** A year's budget for clubs, and a quarter's stars. */
  budget: ['set'],
  stars: ['published'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
const kinds = Object.keys(outcomes) as [keyof typeof outcomes, ...(keyof typeof outcomes)[]];
export const DecisionKind = v.picklist(kinds);
export type DecisionKind = v.InferOutput<typeof DecisionKind>;

type ListedKind = Exclude<DecisionKind, 'consent'>;

/**
 * Kinds that are in the lists which auditors search: consents are too many and nobody's decision; they are
 * found with their person.
 */
export const isListed = (kind: DecisionKind): kind is ListedKind => kind !== 'consent';

/** What a search for decisions may ask for: a kind and the state it leads to, `application.approved`. */
type ListedOutcome = { [Kind in ListedKind]: `${Kind}.${(typeof outcomes)[Kind][number]}` }[ListedKind];
export const Searched = v.picklist(
  kinds
    .filter(isListed)
    .flatMap((kind) => outcomes[kind].map((to) => `${kind}.${to}` as const)) as ListedOutcome[],
  'CHOICE',
);
export type Searched = v.InferOutput<typeof Searched>;

/** Where it belongs: whoever audits this node or one above it sees it. The name is the one it had then. */
export const RecordOrg = v.pick(OrgRef, ['id', 'path', 'name']);

/**
 * A record of decision: who, as what, when, on whom, from which state to which, why. Append-only; ids,
 * codes and sealed words, no personal data. Source: the rules common to all features.
 */
export const DecisionRecord = v.object({
  kind: DecisionKind,
  /** About whom: a person's id; for what is about nobody, the id of that. */
  person: v.string(),
  /** Which of several things that may be decided in one act: a booking's id. */
  about: v.optional(v.string()),
  /** What it is about, by the name it had then, where that is nobody. */
  thing: v.optional(v.string()),
  /** Which of the person's submissions, where it was one. */
  round: v.optional(v.number()),
  org: RecordOrg,
  session: v.optional(v.string()),
  /** Whose it was, should all else be forgotten one day. */
  cardNumber: v.optional(v.string()),
  /** Who decided; the person themself where it was their own act, which rests on no role. */
  by: v.string(),
  role: v.optional(Role),
  authority: v.optional(v.string()),
  at: v.number(),
  /** The states of this kind's own noun; `to` is one of `outcomes`. */
  from: v.string(),
  to: v.string(),
  evidence: v.optional(Evidence),
  /** Who helped the applicant to fill it in: where they decided as well, auditors see the same id twice. */
  helpedBy: v.optional(v.string()),
  /** A reason's code, of the kind's own list. */
  reason: v.optional(v.string()),
  /** Words somebody wrote about the person, sealed under the person's data key. */
  words: v.optional(Bytes),
  /** Names of the fields it is about; never their values. */
  fields: v.optional(v.array(v.string())),
  /** What was changed of something that is nobody's: from what to what. */
  changes: v.optional(v.array(Changed)),
  /** Which wording of a text, where it was about one. */
  version: v.optional(v.string()),
});
export type DecisionRecord = v.InferOutput<typeof DecisionRecord>;

/** What was decided: with the moment and the person, a record's natural key. */
export const whatOf = ({ kind, to, about }: Pick<DecisionRecord, 'kind' | 'to' | 'about'>): string =>
  about === undefined ? `${kind}#${to}` : `${kind}#${to}#${about}`;

/** What somebody's unmasked data was opened for; whoever shows it for another purpose adds it here. */
export const Purpose = v.picklist([
  'review',
  'settle',
  'correct',
  'printCard',
  'bindPhone',
  'lostPhone',
  'callBack',
]);
export type Purpose = v.InferOutput<typeof Purpose>;

/** A record of disclosure: who read whose unmasked data, as what, when and what for. Append-only. */
export const DisclosureRecord = v.object({
  person: v.string(),
  org: RecordOrg,
  by: v.string(),
  /** The union they acted for, by the name it had then: what the person is told of them, beside the role. */
  office: v.optional(v.string()),
  role: Role,
  purpose: Purpose,
  at: v.number(),
});
export type DisclosureRecord = v.InferOutput<typeof DisclosureRecord>;
