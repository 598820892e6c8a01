import * as v from 'valibot';
import { Count, code, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Id, Sealed } from '../ids.ts';
import { Consents, formFields, HelpedPhone } from './form.ts';
import { IdNumber } from './idNumber.ts';

const Org = v.object({ id: Id, name: text(100) });
const CardNumber = code(/^\d{12}$/, 12);
/** What somebody came for: why their data is opened. */
const Purpose = v.picklist(['printCard', 'bindPhone', 'lostPhone']);

/** A member as staff see them who looked them up: enough to compare with the document on the table. */
const MemberView = v.object({
  id: Id,
  name: text(40),
  idNumber: text(18),
  org: Org,
  cardNumber: CardNumber,
  membership: v.picklist(['active', 'suspended', 'left']),
  memberSince: Time,
  /** Another live application has the same ID number: to be settled at the desk as well. */
  contested: v.boolean(),
  account: v.object({
    state: v.picklist(['none', 'bound', 'frozen']),
    /** Since when it is so, where staff did it. */
    since: v.optional(Time),
    /** Names what was seen: what is done next is refused when it is no more so. */
    seen: Count,
  }),
});

/** What goes wrong with phones and people: joining without one, a card on paper, a new phone, a lost phone. */
export const help = {
  openHelpedForm: endpoint({
    route: 'POST /helped-visits',
    summary:
      "Opens the form on the staff's phone for somebody who has none, at a session or a union (帮人入会).",
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ org: v.optional(Id), session: v.optional(Id) }),
    output: v.object({ visit: Sealed, org: Org, onSite: v.boolean() }),
    refusals: [],
  }),
  submitHelped: endpoint({
    route: 'POST /helped-applications',
    summary: 'Applies for membership for somebody who consented, pledged and told it on the spot.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ visit: Sealed, ...formFields, phone: HelpedPhone, consents: Consents }),
    output: v.object({
      id: code(/^[\w-]{22}\.\d{1,4}$/, 27),
      status: v.literal('submitted'),
      submittedAt: Time,
    }),
    refusals: [
      'UNDER_16',
      'HELPED_TOO_MANY',
      'ALREADY_SUBMITTED',
      'ALREADY_MEMBER',
      'TOO_OFTEN',
      'VISIT_EXPIRED',
    ],
  }),
  lookUpMember: endpoint({
    route: 'POST /members/lookups',
    summary: 'Finds a member by ID number or card number and opens their data; recorded with its purpose.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.variant('by', [
      v.object({ by: v.literal('idNumber'), idNumber: IdNumber, purpose: Purpose }),
      v.object({ by: v.literal('cardNumber'), cardNumber: CardNumber, purpose: Purpose }),
      v.object({ by: v.literal('id'), id: Id, purpose: Purpose }),
    ]),
    output: MemberView,
    refusals: ['MEMBER_NOT_FOUND', 'OWN_ACCOUNT', 'TOO_MANY_GUESSES'],
  }),
  issueBindingCode: endpoint({
    route: 'POST /binding-codes',
    summary:
      'A one-time code that stands for a WeChat account at the desk; the account may be new or frozen.',
    who: 'anyone',
    repeat: 'natural',
    input: v.object({ code: v.pipe(text(200), v.minLength(1, 'REQUIRED')) }),
    output: v.object({
      /** To be read and typed. */
      typed: text(9),
      /** To be scanned. */
      scan: Sealed,
      expiresAt: Time,
    }),
    refusals: ['WECHAT_CODE', 'WECHAT_RISK'],
  }),
  checkBindingCode: endpoint({
    route: 'POST /binding-codes/checks',
    summary: 'What became of a binding code, asked by the phone that shows it.',
    who: 'anyone',
    repeat: 'safe',
    input: v.object({ scan: Sealed }),
    output: v.object({ state: v.picklist(['waiting', 'used', 'over']) }),
    refusals: [],
  }),
  bindAccount: endpoint({
    route: 'POST /members/{id}/bindings',
    summary: "Binds the WeChat account of a code to a member whose document was seen; the old phone's ends.",
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({
      id: Id,
      /** As scanned, or as typed. */
      code: code(/^[\s\S]*$/, 2048),
      seen: Count,
      evidence: v.literal('seenAtDesk', 'CHOICE'),
    }),
    output: v.object({ boundAt: Time }),
    refusals: [
      'OWN_ACCOUNT',
      'ACCOUNT_CHANGED',
      'BINDING_CODE_OVER',
      'ALREADY_BOUND',
      'PHONE_TAKEN',
      'TOO_MANY_GUESSES',
      'TOO_OFTEN',
    ],
  }),
  freezeAccount: endpoint({
    route: 'POST /members/{id}/freezes',
    summary:
      'Freezes the account of a member whose phone was lost, seen at the desk or heard on the telephone.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: Id, seen: Count, evidence: v.picklist(['seenAtDesk', 'none'], 'CHOICE') }),
    output: v.object({ frozenAt: Time }),
    refusals: ['OWN_ACCOUNT', 'NO_PHONE_BOUND', 'ALREADY_FROZEN', 'ACCOUNT_CHANGED', 'TOO_OFTEN'],
  }),
};
