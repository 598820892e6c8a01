import * as v from 'valibot';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import type { Instant } from '../time.ts';
import {
  type Application,
  type Approved,
  isMember,
  OWN_REQUESTS,
  type OwnAct,
  type Standing,
} from './application.ts';
import { consentVersions } from './form.ts';
import { whyNoMembership, withoutDigits } from './membership.ts';
import { withdraw } from './submission.ts';

/** What somebody agrees to, each on its own; the pledge is no consent, but is listed with them. */
export const ConsentName = v.picklist(['privacy', 'realName', 'pledge', 'bank']);
export type ConsentName = v.InferOutput<typeof ConsentName>;

/** The consents without which a membership rests. */
export const BasicConsent = v.picklist(['privacy', 'realName']);
export type BasicConsent = v.InferOutput<typeof BasicConsent>;

/** As much of an application as says which consents there are; the person's own screen knows it too. */
export interface Consenting extends Standing {
  readonly withdrawn?: Approved['withdrawn'];
  readonly bankCard?: { readonly status: string; readonly withdrawnAt?: number | undefined } | undefined;
}

/**
 * Why a consent can't be withdrawn. The pledge was spoken and can't be unspoken: one leaves instead.
 * Where nothing is waiting and nobody is a member any more, what is kept ends by forgetting.
 */
export function whyNotWithdrawConsent(
  held: Consenting | undefined,
  consent: ConsentName,
): RefusalCode | undefined {
  if (consent === 'pledge') return 'PLEDGE_STAYS';
  if (consent === 'bank') {
    const given = held && isMember(held) && held.bankCard && !held.bankCard.withdrawnAt;
    return given ? undefined : 'CONSENT_NOT_GIVEN';
  }
  if (!held) return 'CONSENT_NOT_GIVEN';
  if (held.status === 'submitted') return undefined;
  if (!isMember(held)) return 'CONSENT_OVER';
  return held.withdrawn?.[consent] ? 'CONSENT_NOT_GIVEN' : undefined;
}

const versionOf = (application: Application, consent: ConsentName) =>
  consent !== 'bank'
    ? application.consents[consent]
    : application.status === 'approved'
      ? application.bankCard?.consent
      : undefined;

/** A membership after this consent is gone: it rests, and nobody works with its data any more. */
function rest(application: Approved, consent: BasicConsent, now: Instant): Approved {
  return {
    ...application,
    membership: 'suspended',
    withdrawn: { ...application.withdrawn, [consent]: now },
    // What waits at a desk is worked with too.
    correcting: undefined,
    bankCard: application.bankCard?.status === 'requested' ? undefined : application.bankCard,
    version: application.version + 1,
  };
}

/** The bank's card after its consent is gone: out of the clerk's queue, or without its digits. */
function withoutBank(application: Approved, now: Instant): Approved {
  const card = withoutDigits(application.bankCard);
  return {
    ...application,
    bankCard: card?.status === 'issued' ? { ...card, withdrawnAt: now } : undefined,
    version: application.version + 1,
  };
}

/**
 * Withdraws one consent: an application that waits is taken back, a membership rests until the consent is
 * given again, a bank card loses what we keep of it. Throws what whyNotWithdrawConsent says, TOO_OFTEN;
 * an accepted request again changes nothing. Source: PIPL 15, 47.
 */
export function withdrawConsent(
  application: Application | undefined,
  consent: ConsentName,
  request: RequestMark,
  now: Instant,
): Application {
  if (application && acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotWithdrawConsent(application, consent);
  if (why) throw new Refusal(why);
  if (!application || consent === 'pledge') throw new Refusal('CONSENT_NOT_GIVEN');
  const version = versionOf(application, consent);
  const own: OwnAct = {
    kind: 'consent',
    from: 'given',
    to: 'withdrawn',
    at: now,
    fields: [consent],
    version,
  };
  if (application.status === 'submitted') return { ...withdraw(application, request, now), own };
  if (application.status !== 'approved') throw new Refusal('CONSENT_OVER');
  const accepted = remember(application.accepted, request, now, OWN_REQUESTS);
  const next = consent === 'bank' ? withoutBank(application, now) : rest(application, consent, now);
  return { ...next, own, accepted };
}

/** Why a consent can't be given again: only a membership that rests for want of it asks for it. */
export function whyNotGiveConsent(
  held: Consenting | undefined,
  consent: BasicConsent,
): RefusalCode | undefined {
  const why = whyNoMembership(held);
  if (why) return why;
  return held?.withdrawn?.[consent] ? undefined : 'CONSENT_GIVEN';
}

/**
 * Gives a consent again, in today's wording; with both there the membership goes on. Throws what
 * whyNotGiveConsent says, TOO_OFTEN; an accepted request again changes nothing.
 */
export function giveConsent(
  application: Application | undefined,
  consent: BasicConsent,
  request: RequestMark,
  now: Instant,
): Application {
  if (application && acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotGiveConsent(application, consent);
  if (why) throw new Refusal(why);
  if (application?.status !== 'approved') throw new Refusal('NOT_A_MEMBER');
  const { [consent]: _given, ...stillWithdrawn } = application.withdrawn ?? {};
  const rests = Object.values(stillWithdrawn).some((at) => at !== undefined);
  const version = consentVersions[consent];
  return {
    ...application,
    membership: rests ? application.membership : 'active',
    consents: { ...application.consents, [consent]: version },
    withdrawn: rests ? stillWithdrawn : undefined,
    givenAgain: { ...application.givenAgain, [consent]: now },
    version: application.version + 1,
    own: { kind: 'consent', from: 'withdrawn', to: 'given', at: now, fields: [consent], version },
    accepted: remember(application.accepted, request, now, OWN_REQUESTS),
  };
}

/** One consent as the person sees it. */
export interface Given {
  readonly consent: ConsentName;
  readonly version: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | undefined;
}

/** Every consent that was given with what is kept, in the order they were asked for. */
export function consentsOf(application: Application): Given[] {
  const { consents, submittedAt } = application;
  const member = application.status === 'approved' ? application : undefined;
  const basic = (consent: BasicConsent): Given => ({
    consent,
    version: consents[consent],
    givenAt: member?.givenAgain?.[consent] ?? submittedAt,
    withdrawnAt: member?.withdrawn?.[consent],
  });
  const pledge: Given = {
    consent: 'pledge',
    version: consents.pledge,
    givenAt: submittedAt,
    withdrawnAt: undefined,
  };
  const card = member?.bankCard;
  const bank: Given[] = card
    ? [
        {
          consent: 'bank',
          version: card.consent,
          givenAt: card.requestedAt,
          withdrawnAt: card.status === 'issued' ? card.withdrawnAt : undefined,
        },
      ]
    : [];
  return [basic('privacy'), basic('realName'), pledge, ...bank];
}
