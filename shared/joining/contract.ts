import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { Occupation } from '../codes.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id, Sealed } from '../ids.ts';
import { Details } from '../refusal.ts';
import { Role } from '../roles.ts';
import { RejectionReason, Status } from './application.ts';
import { LastFour } from './bankCard.ts';
import { Figures } from './board.ts';
import {
  bankConsentVersion,
  Consents,
  Employment,
  formFields,
  MendableFields,
  PhoneOf,
  PhoneSource,
} from './form.ts';
import { Ruling } from './ruling.ts';
import { Place } from './session.ts';

/** A person's id and the round of the submission it is about: `<id>.<round>`. */
export const ApplicationId = code(/^[\w-]{22}\.\d{1,4}$/, 27);
export const Org = v.object({ id: Id, name: text(100) });
/** The name as it is or masked. */
export const Name = text(40);
/** Six digits of the division, six of its counter. */
export const CardNumber = code(/^\d{12}$/, 12);
/** Staff on duty in one session. */
const MOST_ON_DUTY = 20;
/** People who claim one ID number; the item that lists them holds no more. */
export const MOST_CLAIMANTS = 20_000;
/** People talked to since the last time; a negative number takes a slip back. */
const Slip = v.pipe(v.number(), v.integer(), v.minValue(-10), v.maxValue(10));
/** Whether WeChat will tell the person what comes next; whoever it will not is best called. */
const Reachable = v.boolean();
/** Whether the person has just allowed WeChat to tell them what comes of this. */
const Remind = v.optional(v.boolean(), false);
const Occupations = list(Occupation, 9);
const Latitude = v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90)));
const Longitude = v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180)));
/** Unions with how many wait in each; 100 stands for 100 or more. */
const Queues = v.object({ queues: list(v.object({ org: Org, waiting: Count }), 25), cursor: Cursor });

const SessionView = v.object({
  code: Id,
  org: Org,
  place: text(40),
  latitude: Latitude,
  longitude: Longitude,
  startsAt: Time,
  endsAt: Time,
  occupations: Occupations,
});

/** A row of the queue: masked. */
const QueueRow = v.object({
  id: ApplicationId,
  status: Status,
  name: Name,
  idNumber: text(18),
  employment: Employment,
  onSite: v.boolean(),
  submittedAt: Time,
  decidedAt: v.optional(Time),
  /** The working name of who decided. */
  decidedBy: v.optional(Name),
  /** Another live application or membership has the same number. */
  contested: v.boolean(),
  /** Filled in on the phone of somebody of the staff. */
  helped: v.boolean(),
  reachable: Reachable,
});

/** What is known of a person, in the clear. */
export const PersonFacts = v.object({
  name: Name,
  idNumber: text(18),
  phone: text(20),
  sex: v.picklist(['1', '2']),
  birthDate: code(/^\d{4}-\d\d-\d\d$/, 10),
  ethnicity: text(2),
  education: text(2),
  political: text(2),
  employment: Employment,
});

/** What a reviewer sees of one opened case. */
export const CaseView = v.object({
  id: ApplicationId,
  status: Status,
  ...PersonFacts.entries,
  phoneOf: v.optional(PhoneOf),
  age: Count,
  org: Org,
  onSite: v.boolean(),
  submittedAt: Time,
  round: Count,
  reachable: Reachable,
  cardNumber: v.optional(CardNumber),
  /** Who helped to fill it in: whoever opened the case, or a colleague. */
  helpedBy: v.optional(v.picklist(['you', 'colleague'])),
});

/** Somebody whose case is not opened beside this one: masked, enough to call their union. */
export const Elsewhere = v.object({
  id: ApplicationId,
  status: Status,
  name: Name,
  org: Org,
  /** A member who asks to have their own number corrected to this one; their request is decided first. */
  correcting: v.optional(v.boolean()),
});

const DecisionResult = v.object({
  id: ApplicationId,
  outcome: v.picklist(['approved', 'rejected', 'voided']),
  decidedAt: Time,
  cardNumber: v.optional(CardNumber),
});

const CardView = v.object({
  name: Name,
  org: Org.entries.name,
  cardNumber: CardNumber,
  membership: v.picklist(['active', 'suspended', 'left']),
  memberSince: Time,
  /** When the poster was scanned; absent for those who joined without one. */
  scannedAt: v.optional(Time),
  shownAt: v.optional(Time),
  /** The bank's mutual-service card; absent until it is requested. */
  bankCard: v.optional(
    v.variant('status', [
      v.object({ status: v.literal('requested'), requestedAt: Time }),
      v.object({ status: v.literal('issued'), issuedAt: Time, lastFour: v.optional(LastFour) }),
    ]),
  ),
});

/** Joining the union: sessions, visits, applications, decisions, the card. */
export const joining = {
  openSession: endpoint({
    route: 'POST /sessions',
    summary: 'Opens a worker session (职工沟通会).',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({
      org: Id,
      place: Place,
      latitude: Latitude,
      longitude: Longitude,
      startsAt: Time,
      endsAt: Time,
      occupations: Occupations,
      onDuty: v.optional(list(Id, MOST_ON_DUTY), []),
    }),
    output: SessionView,
    refusals: ['SESSION_TIMES', 'SESSION_PAST'],
  }),
  listSessions: endpoint({
    route: 'GET /sessions',
    summary: "An org's sessions, latest first.",
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({ org: Org, sessions: list(SessionView, 20), cursor: Cursor }),
    refusals: [],
  }),
  getSession: endpoint({
    route: 'GET /sessions/{code}',
    summary: 'What a scanned poster opens; `scan` is the sealed moment of scanning.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ code: text(64) }),
    output: v.object({
      session: SessionView,
      /** Whether the poster leads to joining on site now. */
      poster: v.picklist(['open', 'early', 'over']),
      scan: Sealed,
    }),
    refusals: ['TOO_MANY_GUESSES'],
  }),
  getPoster: endpoint({
    route: 'GET /sessions/{code}/poster',
    summary: "The session's mini-program code as a picture.",
    who: { staff: ['reviewer'] },
    repeat: 'safe',
    input: v.object({ code: Id }),
    output: v.object({
      session: SessionView,
      /** A data URI. */
      picture: code(/^data:image\/[\w.+-]+;base64,[\w+/=]+$/, 2_000_000),
    }),
    refusals: [],
  }),
  getBoard: endpoint({
    route: 'GET /sessions/{code}/board',
    summary: "A session's live figures and clocks.",
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({ code: Id }),
    output: v.object({
      session: SessionView,
      /** Names of the staff on duty. */
      onDuty: list(Name, MOST_ON_DUTY),
      figures: Figures,
      /** After how long a waiting person is shown in red, milliseconds (policy). */
      lateAfter: Time,
      /** Within how long of the scan the bank card is promised, milliseconds (policy). */
      bankCardWithin: Time,
    }),
    refusals: [],
  }),
  countConsultations: endpoint({
    route: 'POST /sessions/{code}/consultations',
    summary: 'Counts people the caller has talked to; a negative number takes a slip back.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({
      code: Id,
      people: Slip,
    }),
    /** How many this request counted. */
    output: v.object({ people: Slip }),
    refusals: [],
  }),
  listStaff: endpoint({
    route: 'GET /staff',
    summary: 'Who acts for an org, to name the staff on duty.',
    who: { staff: ['reviewer'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      staff: list(v.object({ id: Id, name: Name, roles: list(Role, 8) }), 100),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  findOrgs: endpoint({
    route: 'GET /orgs',
    summary: 'Unions that take members, by the beginning of their name.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({
      name: v.optional(v.pipe(text(30), v.trim()), ''),
      cursor: Cursor,
    }),
    output: v.object({
      orgs: list(v.object({ ...Org.entries, kind: v.picklist(['basic', 'joint']) }), 20),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  openForm: endpoint({
    route: 'POST /visits',
    summary: 'Opens the form, from a scanned poster or for a union chosen online.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.variant('from', [
      v.object({ from: v.literal('poster'), scan: Sealed }),
      v.object({ from: v.literal('online'), org: Id }),
    ]),
    output: v.object({ visit: Sealed, org: Org, onSite: v.boolean() }),
    refusals: ['POSTER_EARLY', 'POSTER_OVER', 'VISIT_EXPIRED'],
  }),
  submitApplication: endpoint({
    route: 'POST /applications',
    summary: 'Applies for membership, or sends a mended application again.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({
      visit: Sealed,
      ...formFields,
      phone: PhoneSource,
      consents: Consents,
      remind: Remind,
    }),
    output: v.object({ id: ApplicationId, status: v.literal('submitted'), submittedAt: Time }),
    refusals: [
      'UNDER_16',
      'ALREADY_SUBMITTED',
      'ALREADY_MEMBER',
      'TOO_MANY_NUMBERS',
      'TOO_OFTEN',
      'VISIT_EXPIRED',
      'PHONE_CODE',
    ],
  }),
  getMyApplication: endpoint({
    route: 'GET /applications/mine',
    summary: "Where the caller's own application stands; what a waiting phone polls.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.variant('status', [
      v.object({ status: v.literal('none') }),
      v.object({
        status: v.literal('submitted'),
        org: Org.entries.name,
        onSite: v.boolean(),
        submittedAt: Time,
      }),
      v.object({
        status: v.literal('approved'),
        org: Org.entries.name,
        decidedAt: Time,
        /** `suspended` while a consent is missing without which the membership rests. */
        membership: v.picklist(['active', 'suspended']),
      }),
      v.object({ status: v.literal('left'), org: Org.entries.name, leftAt: Time }),
      v.object({
        status: v.literal('rejected'),
        org: Org.entries.name,
        decidedAt: Time,
        reason: v.optional(RejectionReason),
        words: v.optional(text(100)),
        fields: MendableFields,
        /** A fresh visit at the same place, so that mending is one tap. */
        visit: Sealed,
      }),
      v.object({ status: v.literal('withdrawn'), org: Org.entries.name }),
    ]),
    refusals: [],
  }),
  withdrawApplication: endpoint({
    route: 'POST /applications/mine/withdrawal',
    summary: "Takes the caller's submitted application back.",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({}),
    output: v.object({ status: v.literal('withdrawn') }),
    refusals: ['NOTHING_TO_WITHDRAW', 'TOO_OFTEN'],
  }),
  listApplications: endpoint({
    route: 'GET /applications',
    summary: 'The queue of an org or a session: on-site first, oldest first; decided ones latest first.',
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({
      org: v.optional(Id),
      session: v.optional(Id),
      status: v.optional(v.picklist(['submitted', 'approved', 'rejected', 'voided']), 'submitted'),
      cursor: Cursor,
    }),
    output: v.object({
      org: Org,
      /** The session it was asked for. */
      session: v.optional(v.pick(SessionView, ['code', 'place'])),
      applications: list(QueueRow, 100),
      /** After how long somebody who waits on site is shown in red, milliseconds (policy). */
      lateAfter: Time,
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listQueues: endpoint({
    route: 'GET /queues',
    summary: 'The unions at a node and below it, with how many wait in each.',
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      ...Queues.entries,
      /** Members below the node who were called back and say they did not join; 100 stands for 100 or more. */
      denied: Count,
    }),
    refusals: [],
  }),
  discloseApplication: endpoint({
    route: 'POST /applications/{id}/disclosures',
    summary: 'Opens one case unmasked, with those who claim the same number; recorded with its purpose.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId, purpose: v.picklist(['review', 'settle']) }),
    output: v.object({
      application: CaseView,
      rivals: list(CaseView, MOST_CLAIMANTS),
      /** Rivals outside the reviewer's subtree: masked, enough to call their union. */
      elsewhere: list(Elsewhere, MOST_CLAIMANTS),
    }),
    refusals: ['OWN_CASE', 'CHANGED_SINCE', 'CONSENT_WITHDRAWN'],
  }),
  decideApplication: endpoint({
    route: 'POST /applications/{id}/decision',
    summary: 'Approves (and issues the card), rejects, or voids a contested application.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId, ...Ruling.entries }),
    output: DecisionResult,
    refusals: [
      'OWN_CASE',
      'ALREADY_DECIDED',
      'CHANGED_SINCE',
      'CONTESTED',
      'NOT_CONTESTED',
      'EVIDENCE_MISSING',
      'REASON_MISSING',
      'TOO_OFTEN',
    ],
  }),
  decideMany: endpoint({
    route: 'POST /decisions',
    summary: 'Decides several cases that have evidence, each on its own, with a result line each.',
    who: { staff: ['reviewer'] },
    repeat: 'key',
    input: v.object({
      decisions: v.pipe(
        list(v.object({ id: ApplicationId, ...Ruling.entries }), 50),
        v.minLength(1, 'REQUIRED'),
        v.check((decisions) => new Set(decisions.map(({ id }) => id)).size === decisions.length, 'FORMAT'),
      ),
    }),
    output: v.object({
      results: list(
        v.object({
          id: ApplicationId,
          decided: v.optional(DecisionResult),
          refused: v.optional(v.object({ code: text(40), message: text(200), details: v.optional(Details) })),
        }),
        50,
      ),
    }),
    refusals: [],
  }),
  getCard: endpoint({
    route: 'GET /card',
    summary: "The caller's own membership card.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: CardView,
    refusals: ['NO_CARD'],
  }),
  requestBankCard: endpoint({
    route: 'POST /bank-cards',
    summary: "Requests the bank's mutual-service card, with the consent it needs.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ consent: v.literal(bankConsentVersion, 'CONSENT'), remind: Remind }),
    output: v.object({ requestedAt: Time }),
    refusals: ['NO_CARD'],
  }),
  listBankCards: endpoint({
    route: 'GET /bank-cards',
    summary: "The clerk's queue: members who wait for their bank card, on-site first, oldest first.",
    who: { staff: ['bankClerk'] },
    repeat: 'safe',
    input: v.object({ org: v.optional(Id), session: v.optional(Id), cursor: Cursor }),
    output: v.object({
      waiting: list(
        v.object({
          id: ApplicationId,
          name: Name,
          idNumber: text(18),
          cardNumber: CardNumber,
          onSite: v.boolean(),
          scannedAt: v.optional(Time),
          requestedAt: Time,
          reachable: Reachable,
        }),
        100,
      ),
      /** Within how long of the scan the card is promised, milliseconds (policy). */
      within: Time,
      cursor: Cursor,
    }),
    refusals: [],
  }),
  listBankQueues: endpoint({
    route: 'GET /bank-queues',
    summary: 'The unions at a node and below it, with how many wait in each for their bank card.',
    who: { staff: ['bankClerk'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: Queues,
    refusals: [],
  }),
  issueBankCard: endpoint({
    route: 'POST /bank-cards/{id}/issuance',
    summary: 'Notes the bank card as issued, with its last four digits.',
    who: { staff: ['bankClerk'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId, lastFour: LastFour }),
    output: v.object({ id: ApplicationId, issuedAt: Time }),
    refusals: ['OWN_CASE', 'BANK_CARD_NOT_REQUESTED', 'BANK_CARD_ISSUED', 'TOO_OFTEN'],
  }),
  issueCardToken: endpoint({
    route: 'POST /card/tokens',
    summary:
      "The text of the card's QR for the next 60 seconds; the first one notes that the card was shown.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({}),
    output: v.object({ token: Sealed, expiresAt: Time, shownAt: Time }),
    refusals: ['NO_CARD', 'ACCOUNT_FROZEN'],
  }),
  verifyCard: endpoint({
    route: 'POST /card/verifications',
    summary: 'Whether a scanned card is valid now: the masked name and the union, nothing else.',
    who: 'signedIn',
    repeat: 'safe',
    /** Whatever the scanned code says: it may be of anybody's making. */
    input: v.object({ token: code(/^[\s\S]*$/, 2048) }),
    output: v.variant('valid', [
      v.object({ valid: v.literal(false) }),
      v.object({ valid: v.literal(true), name: Name, org: Org.entries.name }),
    ]),
    refusals: ['TOO_MANY_GUESSES'],
  }),
};
