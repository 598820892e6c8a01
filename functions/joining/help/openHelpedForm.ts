import { help } from '@niangjia/shared/joining/helpContract';
import { type Session, whyNotScan } from '@niangjia/shared/joining/session';
import type { Instant } from '@niangjia/shared/time';
import { staffHandler } from '../../handler.ts';
import { getJoinableOrg } from '../../orgs.ts';
import { lookUpHash } from '../../secrets.ts';
import { getPassage, getSession, putPassage } from '../sessions.ts';
import { sealHelpedVisit } from '../visits.ts';

/**
 * Opens the form for somebody who has no phone of their own. The person it is for is made from the
 * request, so that the same request is about the same person; at a session it counts as opened.
 */
export const openHelpedForm = staffHandler(help.openHelpedForm, {
  subject: async ({ session, org }) => {
    if (session) return getSession(session);
    const found = org ? await getJoinableOrg(org) : undefined;
    return found && { org: found };
  },
  handle: async ({ subject, request, now }) => {
    const person = await lookUpHash('person', `${request.key} ${request.hash}`);
    const { id, path, name, division } = subject.org;
    const onSite = 'code' in subject ? await passageAt(subject, person, now) : {};
    const visit = { org: { id, path, name, division }, openedAt: now, ...onSite, person };
    return { visit: await sealHelpedVisit(visit), org: { id, name }, onSite: visit.session !== undefined };
  },
});

/** While a session is on, its clock starts when the phone is handed over; later it is an application online. */
async function passageAt(session: Session, person: string, now: Instant) {
  const passage = whyNotScan(session, now)
    ? // The same request may come again when the session is over.
      await getPassage(session.code, person)
    : await putPassage(session.code, { person, scannedAt: now, openedAt: now, version: 0 });
  if (!passage) return {};
  const { scannedAt, openedAt } = passage;
  return { session: session.code, scannedAt, openedAt };
}
