import { joining } from '@niangjia/shared/joining/contract';
import { count } from '@niangjia/shared/joining/session';
import { staffHandler } from '../handler.ts';
import { getSession, putConsultations } from './sessions.ts';

export const countConsultations = staffHandler(joining.countConsultations, {
  subject: ({ code }) => getSession(code),
  handle: async ({ input, caller, subject, request, now }) => {
    const after = await putConsultations(subject.code, caller, (current) =>
      count(current, input.people, request, now),
    );
    return { people: after.people };
  },
});
