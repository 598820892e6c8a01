import * as v from 'valibot';
import { OrgRef } from './joining/session.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from './retry.ts';
import { type Grant, Role } from './roles.ts';
import { Bytes } from './sealed.ts';
import { type Instant, MINUTE } from './time.ts';

/** What staff did to an account: who, as what, when, from which state to which, on what evidence. It rides on the account. */
const AccountDecision = v.object({
  by: v.string(),
  role: Role,
  authority: v.string(),
  /** The union it was done at. */
  org: v.pick(OrgRef, ['id', 'path', 'name']),
  at: v.number(),
  from: v.picklist(['none', 'bound', 'frozen']),
  to: v.picklist(['bound', 'frozen']),
  /** `none` where only the voice on the telephone told who it was. */
  evidence: v.picklist(['seenAtDesk', 'none']),
  /** The person that the WeChat account which led here before leads to since: nobody yet, with nothing. */
  previous: v.optional(v.string()),
});

/** Which WeChat account leads to a person. Somebody who was helped to join has none until one is bound. */
export const Account = v.object({
  version: v.number(),
  /** The WeChat account's openid, sealed under the person's data key. */
  openid: Bytes,
  /** Its keyed hash: the key of the login that leads here. */
  openidHash: v.string(),
  /** Since when nobody signs in here: the phone was lost. */
  frozenAt: v.optional(v.number()),
  decision: v.optional(AccountDecision),
  accepted: v.optional(v.array(Accepted)),
});
export type Account = v.InferOutput<typeof Account>;

/** How an account stands, in one word. */
export const stateOf = (account: Account | undefined): 'none' | 'bound' | 'frozen' =>
  !account ? 'none' : account.frozenAt ? 'frozen' : 'bound';

/** A one-time code that stands for one WeChat account while its owner is at the desk. */
export const BindingCode = v.object({
  /** The WeChat account's openid, sealed under the week's passing key. */
  openid: Bytes,
  openidHash: v.string(),
  until: v.number(),
  /** Whom it was used for. */
  usedFor: v.optional(v.string()),
});
export type BindingCode = v.InferOutput<typeof BindingCode>;

/** How long a binding code is good for. */
export const BINDING_LIFE = 2 * MINUTE;
/** Deeds on one account that staff may do in 24 hours. */
const DEEDS_A_DAY = 12;

/** Who acts on an account of whose, as it was seen when they looked the member up. */
interface Deed {
  /** The person whose account it is. */
  readonly member: string;
  readonly staff: string;
  readonly account: Account | undefined;
  /** The account's version that was seen; 0 for none. */
  readonly seen: number;
}

/** What is done at which union, under which grant. */
interface Authority {
  readonly grant: Grant;
  readonly org: v.InferOutput<typeof AccountDecision>['org'];
}

/** Why nobody may do this: it is their own, or not any more what they saw. */
function whyNotTouch({ member, staff, account, seen }: Deed): RefusalCode | undefined {
  if (staff === member) return 'OWN_ACCOUNT';
  return (account?.version ?? 0) === seen ? undefined : 'ACCOUNT_CHANGED';
}

/** Who is behind the WeChat account that is to be bound; undefined when it never signed in. */
export interface Newcomer {
  readonly person: string;
  /** They have something of their own: a live application, a card number, a role. */
  readonly hasOwn: boolean;
}

/**
 * Why this WeChat account can't be bound to this member: only with a code that is good now, never one's
 * own, and no account that is somebody's already. Source: the rules on accounts.
 */
export function whyNotBind(
  question: Deed & {
    readonly code: BindingCode | undefined;
    readonly newcomer: Newcomer | undefined;
    readonly now: Instant;
  },
): RefusalCode | undefined {
  const { member, staff, account, code, newcomer, now } = question;
  const why = whyNotTouch(question);
  if (why) return why;
  if (!code || code.until <= now) return 'BINDING_CODE_OVER';
  if (newcomer?.person === staff) return 'OWN_ACCOUNT';
  const own = newcomer?.person === member;
  if (own && !account?.frozenAt) return 'ALREADY_BOUND';
  if (!own && newcomer?.hasOwn) return 'PHONE_TAKEN';
  return code.usedFor ? 'BINDING_CODE_OVER' : undefined;
}

/** Binds a WeChat account to a member, the first or another one, and ends a freeze. Throws what whyNotBind says, TOO_OFTEN. */
export function bind(
  question: Parameters<typeof whyNotBind>[0] & Authority,
  given: { openid: Uint8Array; openidHash: string; previous: string | undefined },
  request: RequestMark,
): Account {
  const { account, now } = question;
  const why = whyNotBind(question);
  if (why) throw new Refusal(why);
  const { previous, ...login } = given;
  return {
    ...login,
    version: (account?.version ?? 0) + 1,
    decision: { ...decided(question), to: 'bound', evidence: 'seenAtDesk', at: now, previous },
    accepted: remember(account?.accepted ?? [], request, now, DEEDS_A_DAY),
  };
}

/** Why this account can't be frozen. */
export function whyNotFreeze(question: Deed): RefusalCode | undefined {
  const { account, member, staff } = question;
  if (staff === member) return 'OWN_ACCOUNT';
  if (!account) return 'NO_PHONE_BOUND';
  if (account.frozenAt) return 'ALREADY_FROZEN';
  return whyNotTouch(question);
}

/** Freezes an account whose phone was lost. Throws what whyNotFreeze says, TOO_OFTEN. */
export function freeze(
  question: Deed & Authority,
  evidence: 'seenAtDesk' | 'none',
  request: RequestMark,
  now: Instant,
): Account {
  const { account } = question;
  const why = whyNotFreeze(question);
  if (why) throw new Refusal(why);
  if (!account) throw new Refusal('NO_PHONE_BOUND');
  return {
    ...account,
    version: account.version + 1,
    frozenAt: now,
    decision: { ...decided(question), to: 'frozen', evidence, at: now },
    accepted: remember(account.accepted ?? [], request, now, DEEDS_A_DAY),
  };
}

const decided = ({ account, staff, grant, org }: Deed & Authority) => ({
  by: staff,
  role: grant.role,
  authority: grant.authority,
  org,
  from: stateOf(account),
});

/** When this very request was done to the account, if it was, within 24 hours. Throws KEY_REUSED. */
export const doneBefore = (account: Account | undefined, request: RequestMark, now: Instant) =>
  acceptedBefore(account?.accepted ?? [], request, now)?.at;
