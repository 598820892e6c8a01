import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { api } from '../../api.ts';
import { type Asked, useAnswer } from '../../useAnswer.ts';
import type { QueueOf } from './loadQueue.ts';

type Board = ResponseOf<typeof joining.getBoard>;

/**
 * The session that the queue's on-site people come from: the one named, or the org's latest, with how long
 * they may wait before they are shown as late. Undefined where there has been no session.
 */
export function useSessionOf({ org, session }: QueueOf): Asked<Board | undefined> {
  return useAnswer(async () => {
    const code = session ?? (await api.listSessions({ org })).sessions[0]?.code;
    return code ? api.getBoard({ code }) : undefined;
  }, `${org} ${session}`);
}
