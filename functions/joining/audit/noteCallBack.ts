import { noteCallBack as note, whyNotNote } from '@niangjia/shared/audit/callBack';
import { audit } from '@niangjia/shared/joining/auditContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { staffHandler } from '../../handler.ts';
import { joiningPolicy } from '../../policies.ts';
import { partsOf } from '../applications.ts';
import { sealWords } from '../sealing.ts';
import { changeCallBack, getCallBack } from './callBacks.ts';

/** Notes what came of a call, with the auditor's words sealed under the member's key. */
export const noteCallBack = staffHandler(audit.noteCallBack, {
  subject: ({ id }) => getCallBack(partsOf(id).person, partsOf(id).round),
  handle: async ({ input: { id, result, words: said }, subject, staff, request, now }) => {
    const before = acceptedBefore(subject.accepted, request, now);
    if (before) return { id, result, notedAt: before.at };
    const why = whyNotNote(subject, staff);
    if (why) throw new Refusal(why);
    const [words, policy] = await Promise.all([
      said ? sealWords(subject.person, said) : undefined,
      joiningPolicy(now),
    ]);
    const after = await changeCallBack(subject, (current) =>
      note(current, { auditor: staff, result, words, policy }, request, now),
    );
    return { id, result, notedAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
  },
});
