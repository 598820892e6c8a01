import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Words } from './club.ts';
import { ClubNumbers, Grade, Nature } from './policy.ts';
import { RedemptionState, Voucher } from './redemption.ts';
import { Name, Why } from './views.ts';

/** A calendar year. */
const Year = code(/^20\d\d$/, 4);
const Signed = v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1));

/** How the version that holds now grades: what an activity that is planned would bring. */
const Grading = v.object({
  bands: ClubNumbers.entries.bands,
  table: ClubNumbers.entries.table,
  points: ClubNumbers.entries.points,
});

/** One line of a statement: an entry of the ledger in words of everybody's. */
const Line = v.object({
  seq: Count,
  at: Time,
  kind: v.picklist(['award', 'hold', 'release', 'reversal', 'repayment']),
  /** What it did to the points that can be redeemed. */
  change: Signed,
  balance: Count,
  owed: Count,
  /** Of an award: how it was graded, and by which version of the policy. */
  activity: v.optional(v.object({ id: Id, title: text(30) })),
  nature: v.optional(Nature),
  headcount: v.optional(Count),
  grade: v.optional(Grade),
  rule: v.optional(Count),
  points: v.optional(Count),
  setOff: v.optional(Count),
  /** Of money: how much, and where it is now. */
  redemption: v.optional(Id),
  fen: v.optional(Count),
  year: v.optional(Year),
  state: v.optional(RedemptionState),
  voucher: v.optional(text(30)),
  paidAt: v.optional(Time),
  words: v.optional(text(100)),
});

const RedemptionRow = v.object({
  id: Id,
  club: v.object({ id: Id, name: text(20) }),
  union: text(40),
  points: Count,
  fen: Count,
  year: Year,
  askedAt: Time,
  state: RedemptionState,
  reviewedBy: Name,
  reviewedAt: v.optional(Time),
  paidAt: v.optional(Time),
  voucher: v.optional(text(30)),
  words: v.optional(text(100)),
  /** Why the caller can do nothing with it. */
  why: Why,
});

const reviewers = { staff: ['clubReviewer'] } as const;
const finance = { staff: ['finance'] } as const;
const readers = { staff: ['clubReviewer', 'finance', 'auditor'] } as const;
const acts = ['OWN_CLUB', 'REDEMPTION_CHANGED', 'SAME_PERSON', 'TOO_OFTEN'] as const;
const Acted = v.object({ state: RedemptionState });

/** A version of the clubs' policy. */
const PolicyView = v.object({
  version: Count,
  effectiveFrom: Time,
  numbers: ClubNumbers,
  by: v.optional(v.object({ name: Name, at: Time })),
});
const Cost = v.object({ activities: Count, graded: Count, points: Count, fen: Count });

/** Points and money of clubs: the statement, redemption, payment, policy and figures. */
export const clubMoney = {
  getStatement: endpoint({
    route: 'GET /clubs/{club}/statement',
    summary:
      "A club's ledger, the latest first: each activity as points, each point as yuan; anybody may read it.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ club: Id, cursor: Cursor }),
    output: v.object({
      club: v.object({ id: Id, name: text(20), union: text(40) }),
      leads: v.boolean(),
      /** For who leads it: why nothing can be redeemed, whatever points there are. */
      whyNotRedeem: Why,
      balance: Count,
      owed: Count,
      /** This calendar year, what was asked for in it, how much that leaves, and how much can be redeemed now. */
      year: Year,
      redeemed: Count,
      yearLeft: Count,
      aYear: Count,
      possible: v.object({ points: Count, fen: Count }),
      aHundred: Count,
      rule: Count,
      grading: Grading,
      lines: list(Line, 50),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  redeemPoints: endpoint({
    route: 'POST /clubs/{club}/redemptions',
    summary: 'Asks for money for whole hundreds of points; they are held at once.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ club: Id, points: Count }),
    output: v.object({ id: Id, fen: Count, balance: Count }),
    refusals: ['CLUB_NOT_ACTIVE', 'CLUB_MEMBERS_ONLY', 'REDEEM_HUNDREDS', 'POINTS_SHORT', 'YEAR_CAP'],
  }),
  listRedemptions: endpoint({
    route: 'GET /redemptions',
    summary:
      'Redemptions of an org and all below it that are in a state, the longest waiting of each union first.',
    who: readers,
    repeat: 'safe',
    input: v.object({
      org: Id,
      state: v.picklist(['requested', 'reviewed', 'paid', 'returned']),
      cursor: Cursor,
    }),
    output: v.object({ redemptions: list(RedemptionRow, 50), cursor: Cursor }),
    refusals: [],
  }),
  reviewRedemption: endpoint({
    route: 'POST /redemptions/{redemption}/review',
    summary: 'A reviewer agrees to it, or refuses it with words: its points come back.',
    who: reviewers,
    repeat: 'key',
    input: v.object({ redemption: Id, approved: v.boolean(), words: v.optional(Words) }),
    output: Acted,
    refusals: [...acts, 'REASON_MISSING'],
  }),
  payRedemption: endpoint({
    route: 'POST /redemptions/{redemption}/payment',
    summary: 'Finance has paid it, with the number of the voucher; also again, after the bank returned it.',
    who: finance,
    repeat: 'key',
    input: v.object({ redemption: Id, voucher: Voucher }),
    output: Acted,
    refusals: acts,
  }),
  refuseRedemption: endpoint({
    route: 'POST /redemptions/{redemption}/refusal',
    summary: 'Finance refuses it, or cancels one that the bank returned, with words: its points come back.',
    who: finance,
    repeat: 'key',
    input: v.object({ redemption: Id, words: Words }),
    output: Acted,
    refusals: acts,
  }),
  returnRedemption: endpoint({
    route: 'POST /redemptions/{redemption}/return',
    summary: 'The bank returned the payment.',
    who: finance,
    repeat: 'key',
    input: v.object({ redemption: Id, words: Words }),
    output: Acted,
    refusals: acts,
  }),
  recordRepayment: endpoint({
    route: 'POST /kept-clubs/{club}/repayments',
    summary: 'Finance notes that a club paid back points that it owes, in money.',
    who: finance,
    repeat: 'key',
    input: v.object({ club: Id, points: Count, voucher: Voucher }),
    output: v.object({ owed: Count, fen: Count }),
    refusals: ['OWN_CLUB', 'NOT_OWED'],
  }),
  listClubPolicies: endpoint({
    route: 'GET /club-policies',
    summary: "The clubs' policy in all its versions, the first first.",
    who: { staff: ['clubReviewer', 'finance', 'auditor', 'admin'] },
    repeat: 'safe',
    input: v.object({ org: Id }),
    output: v.object({ versions: list(PolicyView, 100), mayDraft: v.boolean() }),
    refusals: [],
  }),
  previewClubPolicy: endpoint({
    route: 'POST /club-policies/preview',
    summary: 'What the last twelve months would have cost under other numbers, beside what they did.',
    who: { staff: ['clubReviewer', 'finance', 'admin'] },
    repeat: 'safe',
    input: v.object({ org: Id, numbers: ClubNumbers }),
    output: v.object({ from: Time, until: Time, did: Cost, would: Cost }),
    refusals: [],
  }),
  draftClubPolicy: endpoint({
    route: 'POST /club-policies',
    summary: "Makes the clubs' next policy, which holds from a moment on; only at the city.",
    who: { staff: ['admin'] },
    repeat: 'key',
    input: v.object({ org: Id, after: Count, effectiveFrom: Time, numbers: ClubNumbers }),
    output: v.object({ version: Count }),
    refusals: ['POLICY_CHANGED', 'POLICY_TOO_SOON', 'POLICY_TOO_FAR'],
  }),
  getClubFigures: endpoint({
    route: 'GET /club-figures',
    summary: 'Figures of a year of an org and all below it: how far activities came, and where the money is.',
    who: readers,
    repeat: 'safe',
    input: v.object({ org: Id, year: Year }),
    output: v.object({
      org: v.object({ id: Id, name: text(40) }),
      funnel: v.object({ declared: Count, approved: Count, held: Count, reported: Count, graded: Count }),
      clubs: Count,
      points: Count,
      /** From asking to money, in milliseconds, the middle one. */
      toMoney: v.optional(Time),
      budget: v.optional(Count),
      paid: Count,
      promised: Count,
      months: list(v.object({ month: code(/^\d{4}-\d\d$/, 7), paid: Count, promised: Count }), 12),
      unions: list(
        v.object({ id: Id, name: text(40), paid: Count, promised: Count, budget: v.optional(Count) }),
        200,
      ),
      mayBudget: v.boolean(),
    }),
    refusals: [],
  }),
  setClubBudget: endpoint({
    route: 'PUT /club-budgets/{org}',
    summary: "Sets an org's budget for clubs in a year, in fen.",
    who: finance,
    repeat: 'natural',
    input: v.object({ org: Id, year: Year, fen: Count }),
    output: v.object({ fen: Count }),
    refusals: [],
  }),
};
