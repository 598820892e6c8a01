import { settleCallBack, whyNotSettle } from '@niangjia/shared/audit/callBack';
import { audit } from '@niangjia/shared/joining/auditContract';
import { Refusal } from '@niangjia/shared/refusal';
import { acceptedBefore } from '@niangjia/shared/retry';
import { staffHandler } from '../../handler.ts';
import { sealWords } from '../sealing.ts';
import { changeCallBack } from './callBacks.ts';
import { denialSubject } from './denialSubject.ts';

/** Notes what the node above did about a denial. */
export const settleDenial = staffHandler(audit.settleDenial, {
  subject: denialSubject,
  handle: async ({ input: { id, words: said }, subject: { callBack }, staff, request, now }) => {
    const before = acceptedBefore(callBack.accepted, request, now);
    if (before) return { id, settledAt: before.at };
    const why = whyNotSettle(callBack, staff);
    if (why) throw new Refusal(why);
    const words = await sealWords(callBack.person, said);
    const after = await changeCallBack(callBack, (current) =>
      settleCallBack(current, { staff, words }, request, now),
    );
    return { id, settledAt: acceptedBefore(after.accepted, request, now)?.at ?? now };
  },
});
