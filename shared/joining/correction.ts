import * as v from 'valibot';
import { Refusal } from '../refusal.ts';
import { acceptedBefore, type RequestMark, remember } from '../retry.ts';
import type { Instant } from '../time.ts';
import { type Application, type Approved, OWN_REQUESTS } from './application.ts';
import { formFields, PhoneSource } from './form.ts';
import { whyNoMembership } from './membership.ts';

/** What a member corrects by themself, at once; name and ID number are compared with the document first. */
export const OwnCorrection = v.pipe(
  v.object({
    phone: v.optional(PhoneSource),
    ethnicity: v.optional(formFields.ethnicity),
    education: v.optional(formFields.education),
    political: v.optional(formFields.political),
    employment: v.optional(formFields.employment),
  }),
  v.check((change) => Object.values(change).some((value) => value !== undefined), 'REQUIRED'),
);

/** Why somebody can't correct what is kept of them: before a decision it is taken back, mended and sent again. */
export const whyNotCorrect = whyNoMembership;

/** What is corrected as it is kept: the phone sealed. */
export type Corrected = Partial<Pick<Approved, 'ethnicity' | 'education' | 'political' | 'employment'>> & {
  phone?: Uint8Array;
};

/**
 * Corrects at once what the member says. The names of the fields go to the records, not their values.
 * Throws NOT_A_MEMBER, STILL_WAITING, TOO_OFTEN; an accepted request again changes nothing.
 */
export function correct(
  application: Application | undefined,
  corrected: Corrected,
  request: RequestMark,
  now: Instant,
): Application {
  if (application && acceptedBefore(application.accepted, request, now)) return application;
  const why = whyNotCorrect(application);
  if (why) throw new Refusal(why);
  if (application?.status !== 'approved') throw new Refusal('NOT_A_MEMBER');
  const { phone, ...rest } = Object.fromEntries(
    Object.entries(corrected).filter(([, value]) => value !== undefined),
  ) as Corrected;
  return {
    ...application,
    ...rest,
    sealed: phone ? { ...application.sealed, phone } : application.sealed,
    phoneOf: phone ? undefined : application.phoneOf,
    version: application.version + 1,
    own: {
      kind: 'correction',
      from: 'kept',
      to: 'corrected',
      at: now,
      fields: [...(phone ? ['phone'] : []), ...Object.keys(rest)],
    },
    accepted: remember(application.accepted, request, now, OWN_REQUESTS),
  };
}
