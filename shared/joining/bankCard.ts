import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { grantFor, type Staff } from '../roles.ts';
import type { Instant } from '../time.ts';
import { ALL_REQUESTS, type Application, type Approved } from './application.ts';

/** The last four digits of a bank card: all that is kept of it. */
export const LastFour = v.pipe(
  v.string('REQUIRED'),
  v.maxLength(40, 'LAST_FOUR'),
  v.trim(),
  v.regex(/^\d{4}$/, 'LAST_FOUR'),
);

/** Whether what is typed is four digits. */
export const isLastFour = (typed: string): boolean => v.is(LastFour, typed);

/**
 * Requests the member mutual-service card (互助服务卡), with the consent to hand the data to the bank.
 * Throws NO_CARD for who is not an active member; requesting twice changes nothing.
 */
export function requestBankCard(
  application: Application | undefined,
  given: { consent: string; display: Uint8Array; remind?: boolean },
  now: Instant,
): Approved {
  if (application?.status !== 'approved' || application.membership !== 'active') throw new Refusal('NO_CARD');
  if (application.bankCard) return application;
  return {
    ...application,
    version: application.version + 1,
    bankCard: { status: 'requested', requestedAt: now, ...given },
  };
}

/** Whether somebody has waited longer for the bank card, since their scan, than was promised (policy, milliseconds). */
export const isPastPromise = (scannedAt: Instant, now: Instant, within: number): boolean =>
  now - scannedAt > within;

/** Why this clerk can't note this person's bank card as issued. */
export function whyNotIssueBankCard(application: Application, clerk: Staff): RefusalCode | undefined {
  if (!grantFor(clerk, ['bankClerk'], application.org.path)) return 'NOT_YOURS';
  if (clerk.id === application.id) return 'OWN_CASE';
  if (application.status !== 'approved' || !application.bankCard) return 'BANK_CARD_NOT_REQUESTED';
  return application.bankCard.status === 'issued' ? 'BANK_CARD_ISSUED' : undefined;
}

/** Notes the bank card as issued, with its last four digits sealed. Throws what whyNotIssueBankCard says. */
export function issueBankCard(
  application: Application,
  issued: { clerk: Staff; lastFour: Uint8Array },
  request: RequestMark,
  now: Instant,
): Application {
  if (acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotIssueBankCard(application, issued.clerk);
  if (why) throw new Refusal(why);
  if (application.status !== 'approved' || !application.bankCard)
    throw new Refusal('BANK_CARD_NOT_REQUESTED');
  const { requestedAt, consent } = application.bankCard;
  return {
    ...application,
    version: application.version + 1,
    bankCard: {
      status: 'issued',
      requestedAt,
      consent,
      issuedAt: now,
      by: issued.clerk.id,
      lastFour: issued.lastFour,
    },
    accepted: remember(application.accepted, request, now, ALL_REQUESTS),
  };
}
