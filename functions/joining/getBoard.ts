import { figures } from '@niangjia/shared/joining/board';
import { joining } from '@niangjia/shared/joining/contract';
import { staffHandler } from '../handler.ts';
import { joiningPolicy } from '../policies.ts';
import { staffNames } from '../staff.ts';
import { getSession, sessionTraffic } from './sessions.ts';
import { sessionView } from './views.ts';

export const getBoard = staffHandler(joining.getBoard, {
  subject: ({ code }) => getSession(code),
  handle: async ({ subject, now }) => {
    const [{ passages, consulted }, onDuty, policy] = await Promise.all([
      sessionTraffic(subject.code),
      staffNames(subject.onDuty),
      joiningPolicy(now),
    ]);
    return {
      session: sessionView(subject),
      onDuty: [...onDuty.values()],
      figures: figures(passages, consulted, { promised: policy.bankCardWithin, now }),
      lateAfter: policy.lateAfter,
      bankCardWithin: policy.bankCardWithin,
    };
  },
});
