import type { AnswerOf } from '@niangjia/shared/contract';
import type { Application, Approved } from '@niangjia/shared/joining/application';
import type { joining } from '@niangjia/shared/joining/contract';
import { wordsForVoided } from '@niangjia/shared/joining/ruling';
import { whyNotScan } from '@niangjia/shared/joining/session';
import type { Instant } from '@niangjia/shared/time';
import type { OpenHandler } from '../handler.ts';
import { peekApplication } from './applications.ts';
import { openWords } from './sealing.ts';
import { getSession } from './sessions.ts';
import { sealVisit } from './visits.ts';

type Refused = Extract<Application, { status: 'rejected' | 'voided' }>;
type Answer = AnswerOf<typeof joining.getMyApplication>;

/** A fresh visit of the same place, so that mending is one tap: on site while the poster still works, online after. */
async function visitAgain({ id, session, scannedAt, org }: Refused, now: Instant): Promise<string> {
  const held = session ? await getSession(session) : undefined;
  const onSite = held !== undefined && whyNotScan(held, now) === undefined;
  return sealVisit({ ...(onSite ? { session, scannedAt } : {}), org, openedAt: now }, id);
}

function memberAnswer({ org: { name: org }, membership, decision, endedAt }: Approved): Answer {
  return membership === 'left'
    ? { status: 'left', org, leftAt: endedAt ?? decision.at }
    : { status: 'approved', org, decidedAt: decision.at, membership };
}

/**
 * What somebody is told whose application goes back. One that was voided is told the same as one sent
 * back for not being in person: otherwise using a stranger's number would tell that it is in use.
 */
async function refusedAnswer(application: Refused, now: Instant): Promise<Answer> {
  const { id, org, decision } = application;
  const rejected = application.status === 'rejected';
  return {
    status: 'rejected',
    org: org.name,
    decidedAt: decision.at,
    reason: rejected ? decision.reason : 'notInPerson',
    words: rejected && decision.words ? await openWords(id, decision.words) : wordsForVoided,
    fields: rejected ? (decision.fields ?? []) : [],
    visit: await visitAgain(application, now),
  };
}

/** Where the caller's application stands: one eventually consistent read while it waits, since phones poll it. */
export const getMyApplication: OpenHandler<typeof joining.getMyApplication> = async ({ caller, now }) => {
  const application = await peekApplication(caller);
  if (!application) return { status: 'none' };
  const org = application.org.name;
  switch (application.status) {
    case 'submitted':
      return {
        status: 'submitted',
        org,
        onSite: application.session !== undefined,
        submittedAt: application.submittedAt,
      };
    case 'approved':
      return memberAnswer(application);
    case 'withdrawn':
      return { status: 'withdrawn', org };
    default:
      return refusedAnswer(application, now);
  }
};
