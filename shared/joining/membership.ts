import { Refusal } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import type { Instant } from '../time.ts';
import {
  type Application,
  type Approved,
  type BankCard,
  isMember,
  OWN_REQUESTS,
  type Standing,
} from './application.ts';

/** Notes when the card was first shown on the member's screen; later showings change nothing. */
export function showCard(application: Approved, now: Instant): Approved {
  return application.shownAt
    ? application
    : { ...application, shownAt: now, version: application.version + 1 };
}

/** Why somebody has no membership of which they could change or end anything. */
export function whyNoMembership(
  standing: Standing | undefined,
): 'NOT_A_MEMBER' | 'STILL_WAITING' | undefined {
  if (standing?.status === 'submitted') return 'STILL_WAITING';
  return standing && isMember(standing) ? undefined : 'NOT_A_MEMBER';
}

/** Why somebody can't leave the union (退会). Nobody is asked for a reason, and nobody decides on it. */
export const whyNotLeave = (standing: Standing | undefined) => whyNoMembership(standing);

/** The bank card without its digits, or nothing where it was only asked for. */
export const withoutDigits = (card: BankCard | undefined): BankCard | undefined =>
  card?.status === 'issued' ? { ...card, lastFour: undefined } : undefined;

/**
 * Ends the membership by the member's own act. The card number stays theirs; what waits at the bank's
 * desk is taken back. Throws NOT_A_MEMBER, STILL_WAITING; an accepted request again changes nothing.
 */
export function leave(application: Application | undefined, request: RequestMark, now: Instant): Application {
  if (application && acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotLeave(application);
  if (why) throw new Refusal(why);
  if (application?.status !== 'approved') throw new Refusal('NOT_A_MEMBER');
  return {
    ...application,
    membership: 'left',
    endedAt: now,
    bankCard: withoutDigits(application.bankCard),
    correcting: undefined,
    version: application.version + 1,
    own: { kind: 'membership', from: application.membership, to: 'left', at: now },
    accepted: remember(application.accepted, request, now, OWN_REQUESTS),
  };
}

/** The card as it is while the phone that shows it is lost: not valid to whoever scans it. */
export const holdCard = (application: Approved, now: Instant): Approved => ({
  ...application,
  heldAt: now,
  version: application.version + 1,
});

/** The card as it is when its account is bound again. */
export const releaseCard = (application: Approved): Approved => ({
  ...application,
  heldAt: undefined,
  version: application.version + 1,
});
