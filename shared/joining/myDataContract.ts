import * as v from 'valibot';
import { Purpose } from '../audit/record.ts';
import { list, Time } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Role } from '../roles.ts';
import { ConsentName } from './consents.ts';
import { Org } from './contract.ts';
import { copies } from './copyContract.ts';
import { OwnCorrection } from './correction.ts';
import { corrections } from './correctionsContract.ts';
import { consentVersions } from './form.ts';
import { Forgetting, GivenConsent, HeldApplication, HeldCorrection, Keeps } from './held.ts';

/** More openings than anybody reads; the copy of one's data has them all. */
export const MOST_READINGS = 100;

/** What somebody may do with what is kept of them: see it, correct it, take consents back, leave. */
export const myData = {
  ...corrections,
  ...copies,
  getMyData: endpoint({
    route: 'GET /my-data',
    summary: 'Everything that is kept of the caller, in the clear.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({
      /** Absent where nothing was ever sent, or it is no longer kept. */
      application: v.optional(HeldApplication),
      consents: list(GivenConsent, 4),
      /** The last request to correct name or ID number, while it is kept. */
      correction: v.optional(HeldCorrection),
      forgetting: v.optional(Forgetting),
      keeps: Keeps,
    }),
    refusals: [],
  }),
  listReadings: endpoint({
    route: 'GET /my-data/readings',
    summary:
      "Who opened the caller's data and what for, latest first: the office and its role, not the name.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({
      readings: list(
        v.object({ at: Time, office: Org.entries.name, role: Role, purpose: Purpose }),
        MOST_READINGS,
      ),
      /** There are more than these. */
      further: v.boolean(),
    }),
    refusals: [],
  }),
  correctMyData: endpoint({
    route: 'POST /my-data/corrections',
    summary: 'Corrects phone, ethnicity, education, political status or employment at once.',
    who: 'signedIn',
    repeat: 'key',
    input: OwnCorrection,
    output: v.object({ correctedAt: Time }),
    refusals: ['NOT_A_MEMBER', 'STILL_WAITING', 'PHONE_CODE', 'TOO_OFTEN'],
  }),
  withdrawConsent: endpoint({
    route: 'POST /my-data/consents/withdrawals',
    summary: 'Withdraws one consent.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ consent: ConsentName }),
    output: v.object({ withdrawnAt: Time }),
    refusals: ['PLEDGE_STAYS', 'CONSENT_NOT_GIVEN', 'CONSENT_OVER', 'TOO_OFTEN'],
  }),
  giveConsent: endpoint({
    route: 'POST /my-data/consents',
    summary: 'Gives a withdrawn consent again, in the wording that was read.',
    who: 'signedIn',
    repeat: 'key',
    input: v.variant('consent', [
      v.object({
        consent: v.literal('privacy'),
        version: v.literal(consentVersions.privacy, 'CONSENT'),
      }),
      v.object({
        consent: v.literal('realName'),
        version: v.literal(consentVersions.realName, 'CONSENT'),
      }),
    ]),
    output: v.object({ givenAt: Time }),
    refusals: ['NOT_A_MEMBER', 'STILL_WAITING', 'CONSENT_GIVEN', 'TOO_OFTEN'],
  }),
  leaveUnion: endpoint({
    route: 'POST /membership/departure',
    summary: "Ends the caller's membership (退会).",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({}),
    output: v.object({ leftAt: Time }),
    refusals: ['NOT_A_MEMBER', 'STILL_WAITING', 'TOO_OFTEN'],
  }),
  forgetMe: endpoint({
    route: 'POST /my-data/forgetting',
    summary: 'Asks to be forgotten: what need not be kept goes at once, the rest when its time is over.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({}),
    output: v.object({
      /** When all is forgotten; absent where nothing had to be kept and all is. */
      until: v.optional(Time),
    }),
    refusals: ['LEAVE_FIRST', 'STILL_WAITING', 'STILL_STAFF'],
  }),
};
