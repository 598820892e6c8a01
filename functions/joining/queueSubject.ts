import type { Session } from '@niangjia/shared/joining/session';
import { Refusal } from '@niangjia/shared/refusal';
import type { Subject } from '../handler.ts';
import { getOrg, type Org } from '../orgs.ts';
import { getSession } from './sessions.ts';

/** Whose queue is asked for: a session's org, or an org by itself. */
export async function queueSubject(input: {
  org?: string | undefined;
  session?: string | undefined;
}): Promise<(Subject & { org: Pick<Org, 'id' | 'path' | 'name'>; session?: Session }) | undefined> {
  if (input.session) {
    const session = await getSession(input.session);
    return session && { org: session.org, session };
  }
  if (!input.org) throw new Refusal('INVALID', { fields: { org: 'REQUIRED' } });
  const org = await getOrg(input.org);
  return org && { org };
}
