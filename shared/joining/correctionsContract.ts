import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { ApplicationId, CaseView, Elsewhere, MOST_CLAIMANTS, Name, Org, PersonFacts } from './contract.ts';
import { Asked, Declining, Granting } from './identityCorrection.ts';

/** Names of the fields a request may be about. */
export const IdentityFields = list(v.picklist(['name', 'idNumber']), 2);

/** Name and ID number, and what the number says. */
const Identity = v.object({
  name: Name,
  idNumber: PersonFacts.entries.idNumber,
  sex: PersonFacts.entries.sex,
  birthDate: PersonFacts.entries.birthDate,
  age: Count,
});

/** Correcting name or ID number: asked for by the member, compared with the document by a reviewer. */
export const corrections = {
  requestCorrection: endpoint({
    route: 'POST /my-data/identity-corrections',
    summary: 'Asks to correct name or ID number; a reviewer compares them with the document first.',
    who: 'signedIn',
    repeat: 'key',
    input: Asked,
    output: v.object({ requestedAt: Time }),
    refusals: [
      'NOT_A_MEMBER',
      'STILL_WAITING',
      'CORRECTION_WAITING',
      'NOTHING_TO_CORRECT',
      'UNDER_16',
      'TOO_MANY_NUMBERS',
      'TOO_OFTEN',
    ],
  }),
  withdrawCorrection: endpoint({
    route: 'POST /my-data/identity-corrections/withdrawal',
    summary: "Takes the caller's request back.",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({}),
    output: v.object({ status: v.literal('withdrawn') }),
    refusals: ['NOTHING_TO_WITHDRAW', 'TOO_OFTEN'],
  }),
  listCorrections: endpoint({
    route: 'GET /corrections',
    summary: 'The requests that wait at a union, oldest first: masked.',
    who: { staff: ['reviewer'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      corrections: list(
        v.object({ id: ApplicationId, name: Name, fields: IdentityFields, requestedAt: Time }),
        25,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  discloseCorrection: endpoint({
    route: 'POST /corrections/{id}/disclosures',
    summary: 'Opens one request: what is kept and what is asked for, side by side; recorded.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId }),
    output: v.object({
      id: ApplicationId,
      org: Org,
      fields: IdentityFields,
      kept: Identity,
      asked: Identity,
      /** Why, in the person's words. */
      reason: text(60),
      requestedAt: Time,
      /** Others who claim the number asked for. */
      rivals: list(CaseView, MOST_CLAIMANTS),
      elsewhere: list(Elsewhere, MOST_CLAIMANTS),
    }),
    refusals: ['OWN_CASE', 'CHANGED_SINCE', 'ALREADY_DECIDED', 'CONSENT_WITHDRAWN'],
  }),
  decideCorrection: endpoint({
    route: 'POST /corrections/{id}/decision',
    summary: 'Corrects name or ID number, the document seen, or says why not.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.variant('outcome', [
      v.object({ id: ApplicationId, ...Granting.entries }),
      v.object({ id: ApplicationId, ...Declining.entries }),
    ]),
    output: v.object({
      id: ApplicationId,
      outcome: v.picklist(['approved', 'rejected']),
      decidedAt: Time,
    }),
    refusals: ['OWN_CASE', 'CHANGED_SINCE', 'ALREADY_DECIDED', 'CONTESTED', 'TOO_OFTEN'],
  }),
};
