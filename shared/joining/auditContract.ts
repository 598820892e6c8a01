import * as v from 'valibot';
import { CallBackResult } from '../audit/callBack.ts';
import { DecisionKind, Purpose, Searched } from '../audit/record.ts';
import { Count, code, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Role } from '../roles.ts';
import { Evidence } from './application.ts';
import { ApplicationId, CardNumber, Name, Org } from './contract.ts';
import { JoiningPolicy } from './policy.ts';

/** Rows of one answer: a page, or all there is of one person. */
export const MOST_ROWS = 200;
/** A day in Shanghai, `YYYY-MM-DD`. */
const Day = code(/^\d{4}-\d\d-\d\d$/, 10);

/** Whom something is about, masked; without a name once it is forgotten, or is no longer theirs. */
const Masked = v.object({
  person: Id,
  name: v.optional(Name),
  idNumber: v.optional(text(18)),
  cardNumber: v.optional(CardNumber),
});
/** A member of staff by working name; without one when they are staff no more. */
const Member = v.object({ id: Id, name: v.optional(Name) });

/** What is searched: a node with all below it, a period, who did it, whom it is about. */
const search = {
  org: Id,
  /** The first and the last day. */
  from: v.optional(Day),
  to: v.optional(Day),
  by: v.optional(Id),
  person: v.optional(Id),
  cardNumber: v.optional(CardNumber),
  cursor: Cursor,
};

const CallBackRow = v.object({
  id: ApplicationId,
  member: Masked,
  org: Org,
  approvedBy: Member,
  approvedAt: Time,
  evidence: v.optional(Evidence),
});

/** Auditing: what was decided and looked at, calling members back, and who approves too fast. */
export const audit = {
  listNodes: endpoint({
    route: 'GET /audit/nodes',
    summary: 'The node itself and the nodes below it that supervise, in the order of the tree.',
    who: { staff: ['auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      nodes: list(
        v.object({
          ...Org.entries,
          /** How far below the node that was asked for: 0 for itself. */
          depth: Count,
        }),
        100,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listDecisions: endpoint({
    route: 'GET /audit/decisions',
    summary: 'Decisions at a node and below it, latest first, masked.',
    who: { staff: ['auditor'] },
    repeat: 'safe',
    input: v.object({ ...search, outcome: v.optional(Searched) }),
    output: v.object({
      org: Org,
      decisions: list(
        v.object({
          kind: DecisionKind,
          member: Masked,
          org: Org,
          /** Absent where it was the person's own act. */
          by: v.optional(Member),
          /** Who had helped them to apply. */
          helpedBy: v.optional(Member),
          role: v.optional(Role),
          authority: v.optional(text(100)),
          at: Time,
          from: text(20),
          to: text(20),
          evidence: v.optional(Evidence),
          reason: v.optional(text(40)),
          fields: v.optional(list(text(40), 20)),
          /** What it is about, where that is nobody, and what of it was changed. */
          thing: v.optional(text(60)),
          changes: v.optional(list(v.object({ field: text(60), before: text(200), after: text(200) }), 60)),
          onSite: v.boolean(),
        }),
        MOST_ROWS,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listDisclosures: endpoint({
    route: 'GET /audit/disclosures',
    summary: 'Who opened whose unmasked data at a node and below it, and what for, latest first.',
    who: { staff: ['auditor'] },
    repeat: 'safe',
    input: v.object({ ...search, purpose: v.optional(Purpose) }),
    output: v.object({
      org: Org,
      disclosures: list(
        v.object({
          member: Masked,
          org: Org,
          by: Member,
          office: v.optional(Org.entries.name),
          role: Role,
          purpose: Purpose,
          at: Time,
        }),
        MOST_ROWS,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listPaces: endpoint({
    route: 'GET /audit/paces',
    summary: 'Reviewers who approved faster than people can look, by day, with the figures.',
    who: { staff: ['auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      org: Org,
      /** More approvals than `people` within this many milliseconds are too fast (policy). */
      pace: v.object({ people: Count, within: Time }),
      reviewers: list(
        v.object({
          by: Member,
          day: Day,
          orgs: list(Org, 25),
          /** Approvals of that day, at this node and below it. */
          approved: Count,
          stretches: list(v.object({ from: Time, to: Time, people: Count, opened: Count }), MOST_ROWS),
        }),
        25,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listCallBacks: endpoint({
    route: 'GET /call-backs',
    summary: 'Approved members to call back, drawn at random, union by union, oldest first.',
    who: { staff: ['auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      org: Org,
      /** The share of approvals that is drawn (policy). */
      share: JoiningPolicy.entries.auditShare,
      callBacks: list(
        v.object({
          ...CallBackRow.entries,
          tries: Count,
          lastTriedAt: v.optional(Time),
          /** Who has it open now. */
          taken: v.optional(v.object({ by: Member, mine: v.boolean(), at: Time })),
        }),
        25,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  openCallBack: endpoint({
    route: 'POST /call-backs/{id}/disclosures',
    summary: 'Takes a member to call back and shows name and phone; recorded as a disclosure.',
    who: { staff: ['auditor'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId }),
    output: v.variant('status', [
      v.object({
        status: v.literal('open'),
        ...CallBackRow.entries,
        name: Name,
        phone: text(20),
        tries: Count,
        /** Words of the calls before. */
        words: v.optional(text(100)),
      }),
      /** Their data may no longer be read: there is nobody to call. */
      v.object({ status: v.literal('lapsed') }),
    ]),
    refusals: ['OWN_CASE', 'CALL_BACK_TAKEN', 'CALL_BACK_DONE'],
  }),
  noteCallBack: endpoint({
    route: 'POST /call-backs/{id}/result',
    summary: 'Notes what came of the call.',
    who: { staff: ['auditor'] },
    repeat: 'key',
    input: v.object({
      id: ApplicationId,
      result: CallBackResult,
      words: v.optional(v.pipe(text(100), v.trim(), v.minLength(1, 'REQUIRED'))),
    }),
    output: v.object({ id: ApplicationId, result: CallBackResult, notedAt: Time }),
    refusals: ['OWN_CASE', 'CALL_BACK_DONE', 'CALL_BACK_NOT_OPENED', 'TOO_OFTEN'],
  }),
  listDenials: endpoint({
    route: 'GET /denials',
    summary: 'Members below a node who say they did not join, for staff above their union and for auditors.',
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      org: Org,
      denials: list(v.object({ ...CallBackRow.entries, deniedAt: Time, calledBy: Member }), 25),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  openDenial: endpoint({
    route: 'POST /denials/{id}/disclosures',
    summary: 'Shows the node above whom to ask and what they said; recorded as a disclosure.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId }),
    output: v.object({
      ...CallBackRow.entries,
      /** Absent where their data may no longer be read. */
      name: v.optional(Name),
      phone: v.optional(text(20)),
      words: v.optional(text(100)),
    }),
    refusals: ['OWN_CASE', 'CALL_BACK_DONE'],
  }),
  settleDenial: endpoint({
    route: 'POST /denials/{id}/settlement',
    summary: 'Notes what the node above did about somebody who says they did not join.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId, words: v.pipe(text(100), v.trim(), v.minLength(1, 'REQUIRED')) }),
    output: v.object({ id: ApplicationId, settledAt: Time }),
    refusals: ['OWN_CASE', 'CALL_BACK_DONE', 'TOO_OFTEN'],
  }),
};
