import { joining } from '@niangjia/shared/joining/contract';
import { open } from '@niangjia/shared/joining/session';
import { acceptedBefore } from '@niangjia/shared/retry';
import { staffHandler } from '../handler.ts';
import { getJoinableOrg } from '../orgs.ts';
import { getSession, putSession } from './sessions.ts';
import { sessionView } from './views.ts';

/** Opens a session of a union that takes members. Its code comes from the request's key, so a repeat finds it. */
export const openSession = staffHandler(joining.openSession, {
  subject: async ({ org }) => {
    const found = await getJoinableOrg(org);
    return found && { org: found };
  },
  handle: async ({ input, caller, subject, request, now }) => {
    // A repeat may come when the session is past.
    const earlier = await getSession(request.key);
    if (earlier && acceptedBefore(earlier.accepted, request, now)) return sessionView(earlier);
    const { id, path, name, division } = subject.org;
    const onDuty = [...new Set([caller, ...input.onDuty])];
    const org = { id, path, name, division };
    const session = open({ ...input, org, code: request.key, onDuty, openedBy: caller }, request, now);
    const stored = await putSession(session);
    acceptedBefore(stored.accepted, request, now);
    return sessionView(stored);
  },
});
