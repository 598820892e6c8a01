import * as v from 'valibot';
import { Time, text } from '../bounds.ts';
import { Evidence, Status } from './application.ts';
import { LastFour } from './bankCard.ts';
import { ConsentName } from './consents.ts';
import { CardNumber, Org, PersonFacts } from './contract.ts';
import { IdentityFields } from './correctionsContract.ts';
import { PhoneOf } from './form.ts';

/** What is kept of somebody, as they see it themself. */

const Withdrawn = v.object({ privacy: v.optional(Time), realName: v.optional(Time) });

/** What somebody filled in, and what became of it, in the clear: it is their own. */
export const HeldApplication = v.object({
  status: Status,
  membership: v.optional(v.picklist(['active', 'suspended', 'left'])),
  ...PersonFacts.entries,
  phoneOf: v.optional(PhoneOf),
  org: Org.entries.name,
  /** Applied at a session, from its poster. */
  onSite: v.boolean(),
  scannedAt: v.optional(Time),
  openedAt: Time,
  submittedAt: Time,
  decidedAt: v.optional(Time),
  withdrawnAt: v.optional(Time),
  evidence: v.optional(Evidence),
  cardNumber: v.optional(CardNumber),
  shownAt: v.optional(Time),
  /** When an earlier membership ended. */
  endedAt: v.optional(Time),
  bankCard: v.optional(
    v.object({
      status: v.picklist(['requested', 'issued']),
      requestedAt: Time,
      issuedAt: v.optional(Time),
      lastFour: v.optional(LastFour),
      withdrawnAt: v.optional(Time),
    }),
  ),
  /** Consents without which the membership rests, and since when they are withdrawn. */
  withdrawn: v.optional(Withdrawn),
});

/** A consent that was given with what is kept. */
export const GivenConsent = v.object({
  consent: ConsentName,
  version: text(20),
  givenAt: Time,
  withdrawnAt: v.optional(Time),
});

/** The last request to correct name or ID number. */
export const HeldCorrection = v.object({
  status: v.picklist(['requested', 'approved', 'rejected', 'withdrawn']),
  fields: IdentityFields,
  requestedAt: Time,
  decidedAt: v.optional(Time),
  /** What the reviewer says. */
  words: v.optional(text(100)),
});

/** When a person of whom nothing is live is forgotten, and whether they asked for it. */
export const Forgetting = v.object({ askedAt: v.optional(Time), until: Time });

/** How long it is kept after an application, or a membership, has ended, in milliseconds (policy). */
export const Keeps = v.object({ application: Time, membership: Time });
