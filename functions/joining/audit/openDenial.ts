import { whyNotSettle } from '@niangjia/shared/audit/callBack';
import { audit } from '@niangjia/shared/joining/auditContract';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../../handler.ts';
import { callBackRow } from './callBackViews.ts';
import { denialSubject } from './denialSubject.ts';
import { openPersonIn } from './openPersonIn.ts';
import { whoAndWhom } from './whoAndWhom.ts';

/** Shows the node above whom to ask, and what they said on the phone. */
export const openDenial = staffHandler(audit.openDenial, {
  subject: denialSubject,
  handle: async ({ subject: { callBack }, staff, request, now }) => {
    const why = whyNotSettle(callBack, staff);
    if (why) throw new Refusal(why);
    const said = await whoAndWhom([callBack], [callBack.approvedBy]);
    const opened = await openPersonIn(callBack, { staff, role: 'reviewer', request, now });
    return { ...callBackRow(callBack, said), ...opened };
  },
});
