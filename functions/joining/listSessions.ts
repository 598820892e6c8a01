import { joining } from '@niangjia/shared/joining/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import { staffHandler } from '../handler.ts';
import { getOrg } from '../orgs.ts';
import { sessionsOf } from './sessions.ts';
import { sessionView } from './views.ts';

export const listSessions = staffHandler(joining.listSessions, {
  subject: async ({ org }) => {
    const found = await getOrg(org);
    return found && { org: found };
  },
  handle: async ({ input, subject }) => {
    const list = `sessions ${subject.org.id}`;
    const { sessions, last } = await sessionsOf(subject.org.id, await fromCursor(list, input.cursor));
    return { org: subject.org, sessions: sessions.map(sessionView), cursor: await toCursor(list, last) };
  },
});
