import { joining } from '@niangjia/shared/joining/contract';
import { whyNotDisclose } from '@niangjia/shared/joining/ruling';
import { Refusal } from '@niangjia/shared/refusal';
import { staffHandler } from '../handler.ts';
import { getApplication, partsOf } from './applications.ts';
import { openBeside } from './opening.ts';
import { caseView } from './views.ts';

/** Opens one case, and those who claim the same number. */
export const discloseApplication = staffHandler(joining.discloseApplication, {
  subject: ({ id }) => getApplication(partsOf(id).person),
  handle: async ({ input: { id, purpose }, staff, subject, request, now }) => {
    const why = whyNotDisclose(subject, staff, partsOf(id).round);
    if (why) throw new Refusal(why);
    const opened = await openBeside(subject, subject.idHash, { staff, purpose, request, now });
    return { ...opened, application: caseView(opened.application, opened.person, staff.id, now) };
  },
});
