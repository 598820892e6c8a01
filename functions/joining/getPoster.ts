import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { miniProgramCode } from '../wechat.ts';
import { getSession } from './sessions.ts';
import { sessionView } from './views.ts';

/** The page a poster opens; its scene carries the session's code. */
const PAGE = 'joining/session';

export const getPoster = staffHandler(joining.getPoster, {
  subject: ({ code }) => getSession(code),
  handle: async ({ subject, now }) => ({
    session: sessionView(subject),
    picture: await miniProgramCode(PAGE, `s=${subject.code}`, now),
  }),
});
