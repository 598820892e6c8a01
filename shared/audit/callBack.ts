import * as v from 'valibot';
import { Evidence } from '../joining/application.ts';
import type { JoiningPolicy } from '../joining/policy.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { grantFor, type OrgPath, Role, type Staff } from '../roles.ts';
import { Bytes } from '../sealed.ts';
import { HOUR, type Instant } from '../time.ts';
import { RecordOrg } from './record.ts';

/** What came of calling somebody back: they joined, could not be reached, or say they did not. */
export const CallBackResult = v.picklist(['confirmed', 'notReached', 'denied']);
export type CallBackResult = v.InferOutput<typeof CallBackResult>;

/** What was noted last, and by whom. It rides here until the stream has copied it to the records. */
export const CallBackNote = v.object({
  by: v.string(),
  role: Role,
  authority: v.string(),
  at: v.number(),
  from: v.string(),
  to: v.picklist([...CallBackResult.options, 'settled']),
  /** What was said, sealed under the member's data key. */
  words: v.optional(Bytes),
});

const common = {
  person: v.string(),
  round: v.number(),
  version: v.number(),
  org: RecordOrg,
  session: v.optional(v.string()),
  cardNumber: v.optional(v.string()),
  /** Who approved them, when, and on what. */
  approvedBy: v.string(),
  approvedAt: v.number(),
  evidence: v.optional(Evidence),
  /** How often they could not be reached. */
  tries: v.number(),
  accepted: v.array(Accepted),
};

/**
 * An approved member whom an auditor calls back, drawn at random when they were approved.
 * `unreached` after so many tries (policy); `lapsed` when their data may no longer be read; one that was
 * denied stays in sight of the node above until somebody there has settled it.
 */
export const CallBack = v.variant('status', [
  v.object({
    ...common,
    status: v.literal('open'),
    /** The auditor who has opened it, so that nobody is called twice at once. */
    taken: v.optional(v.object({ by: v.string(), at: v.number() })),
    note: v.optional(CallBackNote),
  }),
  v.object({
    ...common,
    status: v.picklist(['confirmed', 'unreached', 'denied', 'settled']),
    note: CallBackNote,
  }),
  v.object({ ...common, status: v.literal('lapsed'), note: v.optional(CallBackNote) }),
]);
export type CallBack = v.InferOutput<typeof CallBack>;

/** Whether an approval is drawn to be called back; `lot` is a number in [0, 1) that nobody can foresee. */
export const isDrawn = (lot: number, { auditShare }: JoiningPolicy): boolean => lot < auditShare;

/** How long somebody who was opened is kept for the auditor who opened them. */
const KEPT_FOR = 2 * HOUR;
/** Requests a call-back remembers of 24 hours. */
const REQUESTS = 24;

/** The node above one: whose staff see what was denied there. A city has none above it. */
export const nodeAbove = (path: OrgPath): OrgPath => path.replace(/^(.*\/\d+\/)\d+\/$/, '$1');

/** Auditors have no say about their own membership, nor about approvals they gave themselves. */
const isOwn = ({ person, approvedBy }: CallBack, { id }: Staff) => id === person || id === approvedBy;

/**
 * Why this auditor can't open this call-back and see the number to call. One that has lapsed is no refusal: whoever
 * opens it is told that there is nobody to call.
 */
export function whyNotOpenCallBack(
  callBack: CallBack,
  auditor: Staff,
  now: Instant,
): RefusalCode | undefined {
  if (!grantFor(auditor, ['auditor'], callBack.org.path)) return 'NOT_YOURS';
  if (isOwn(callBack, auditor)) return 'OWN_CASE';
  if (callBack.status === 'lapsed') return undefined;
  if (callBack.status !== 'open') return 'CALL_BACK_DONE';
  const { taken } = callBack;
  const byColleague = taken && taken.by !== auditor.id && now - taken.at < KEPT_FOR;
  return byColleague ? 'CALL_BACK_TAKEN' : undefined;
}

/** Opens a call-back: it is this auditor's now. Throws what whyNotOpenCallBack says; again changes nothing. */
export function takeCallBack(callBack: CallBack, auditor: Staff, now: Instant): CallBack {
  const why = whyNotOpenCallBack(callBack, auditor, now);
  if (why) throw new Refusal(why);
  if (callBack.status !== 'open' || callBack.taken?.by === auditor.id) return callBack;
  return { ...callBack, version: callBack.version + 1, taken: { by: auditor.id, at: now } };
}

/** Ends a call-back whose member can't be called: they left, took their consent back, or were voided. */
export function lapse(callBack: CallBack): CallBack {
  if (callBack.status !== 'open') return callBack;
  const { taken: _t, ...rest } = callBack;
  return { ...rest, status: 'lapsed', version: callBack.version + 1 };
}

/** Why this auditor can't note what came of the call. */
export function whyNotNote(callBack: CallBack, auditor: Staff): RefusalCode | undefined {
  if (!grantFor(auditor, ['auditor'], callBack.org.path)) return 'NOT_YOURS';
  if (isOwn(callBack, auditor)) return 'OWN_CASE';
  if (callBack.status !== 'open') return 'CALL_BACK_DONE';
  return callBack.taken?.by === auditor.id ? undefined : 'CALL_BACK_NOT_OPENED';
}

/**
 * Notes what came of the call; who could not be reached goes back to the list until the tries are used up.
 * Throws what whyNotNote says; an accepted request again changes nothing.
 */
export function noteCallBack(
  callBack: CallBack,
  noted: { auditor: Staff; result: CallBackResult; words?: Uint8Array | undefined; policy: JoiningPolicy },
  request: RequestMark,
  now: Instant,
): CallBack {
  if (acceptedBefore(callBack.accepted, request, now)) return callBack;
  const { auditor, result, words, policy } = noted;
  const why = whyNotNote(callBack, auditor);
  if (why) throw new Refusal(why);
  const grant = grantFor(auditor, ['auditor'], callBack.org.path);
  if (!grant || callBack.status !== 'open') throw new Refusal('NOT_YOURS');
  const { taken: _t, ...rest } = callBack;
  const { role, authority } = grant;
  const tries = callBack.tries + (result === 'notReached' ? 1 : 0);
  const next = {
    ...rest,
    version: callBack.version + 1,
    tries,
    note: { by: auditor.id, role, authority, at: now, from: callBack.status, to: result, words },
    accepted: remember(callBack.accepted, request, now, REQUESTS),
  };
  if (result !== 'notReached') return { ...next, status: result };
  return tries < policy.callBackTries ? { ...next, status: 'open' } : { ...next, status: 'unreached' };
}

/** Why this member of staff can't settle what somebody denied: it is for the node above the union. */
export function whyNotSettle(callBack: CallBack, staff: Staff): RefusalCode | undefined {
  if (!grantFor(staff, ['reviewer'], nodeAbove(callBack.org.path))) return 'NOT_YOURS';
  if (isOwn(callBack, staff)) return 'OWN_CASE';
  return callBack.status === 'denied' ? undefined : 'CALL_BACK_DONE';
}

/** Notes what was done about somebody who says they did not join. Throws what whyNotSettle says. */
export function settleCallBack(
  callBack: CallBack,
  { staff, words }: { staff: Staff; words: Uint8Array },
  request: RequestMark,
  now: Instant,
): CallBack {
  if (acceptedBefore(callBack.accepted, request, now)) return callBack;
  const why = whyNotSettle(callBack, staff);
  if (why) throw new Refusal(why);
  const grant = grantFor(staff, ['reviewer'], nodeAbove(callBack.org.path));
  if (!grant) throw new Refusal('NOT_YOURS');
  const { role, authority } = grant;
  return {
    ...callBack,
    status: 'settled',
    version: callBack.version + 1,
    note: { by: staff.id, role, authority, at: now, from: callBack.status, to: 'settled', words },
    accepted: remember(callBack.accepted, request, now, REQUESTS),
  };
}
