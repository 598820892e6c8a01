import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { getSession, putConsultation } from './sessions.ts';

export const countConsultations = staffHandler(joining.countConsultations, {
  subject: ({ code }) => getSession(code),
  handle: async ({ input, caller, subject, request }) => {
    await putConsultation(subject.code, caller, `${request.key}#${request.hash}`, input.people);
    return { people: input.people };
  },
});
