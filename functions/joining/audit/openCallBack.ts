import { lapse, takeCallBack } from '@niangjia/shared/audit/callBack';
import { audit } from '@niangjia/shared/joining/auditContract';
import { staffHandler } from '../../handler.ts';
import { partsOf } from '../applications.ts';
import { changeCallBack, getCallBack } from './callBacks.ts';
import { callBackRow } from './callBackViews.ts';
import { openPersonIn } from './openPersonIn.ts';
import { whoAndWhom } from './whoAndWhom.ts';

/** Takes somebody to call back, and shows name and phone. */
export const openCallBack = staffHandler(audit.openCallBack, {
  subject: ({ id }) => getCallBack(partsOf(id).person, partsOf(id).round),
  handle: async ({ subject, staff, request, now }) => {
    const taken = await changeCallBack(subject, (current) => takeCallBack(current, staff, now));
    if (taken.status === 'lapsed') return { status: 'lapsed' as const };
    const opened = await openPersonIn(taken, { staff, role: 'auditor', request, now });
    if (!opened) {
      await changeCallBack(taken, lapse);
      return { status: 'lapsed' as const };
    }
    const said = await whoAndWhom([taken], [taken.approvedBy]);
    return { status: 'open' as const, ...callBackRow(taken, said), ...opened, tries: taken.tries };
  },
});
