import type { joining } from '@niangjia/shared/joining/contract';
import type { OpenHandler } from '../handler.ts';
import { peekApplication } from './applications.ts';
import { sealVisit } from './visits.ts';

/** Where the caller's application stands: one eventually consistent read, since phones poll it. */
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
    case 'rejected': {
      const { decision, session, scannedAt } = application;
      const visit = await sealVisit({ session, org: application.org, scannedAt, openedAt: now }, caller);
      return {
        status: 'rejected',
        org,
        decidedAt: decision.at,
        reason: decision.reason,
        words: decision.words,
        fields: decision.fields ?? [],
        visit,
      };
    }
    case 'withdrawn':
      return { status: 'withdrawn', org };
    default:
      return { status: application.status, org, decidedAt: application.decision.at };
  }
};
