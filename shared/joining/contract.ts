import * as v from 'valibot';
import { Occupation } from '../codes.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id, Sealed } from '../ids.ts';
import { Role } from '../roles.ts';
import { RejectionReason, Status } from './application.ts';
import { LastFour } from './bankCard.ts';
import { Figures } from './board.ts';
import { bankConsentVersion, Consents, Employment, formFields, MendableField, PhoneSource } from './form.ts';
import { Ruling } from './ruling.ts';

/** A person's id and the round of the submission it is about: `<id>.<round>`. */
const ApplicationId = v.pipe(v.string('REQUIRED'), v.regex(/^[\w-]{22}\.\d{1,4}$/, 'FORMAT'));
const Time = v.pipe(v.number('TIME'), v.integer('TIME'), v.minValue(0, 'TIME'));
const Org = v.object({ id: v.string(), name: v.string() });

const SessionView = v.object({
  code: v.string(),
  org: Org,
  place: v.string(),
  latitude: v.optional(v.number()),
  longitude: v.optional(v.number()),
  startsAt: v.number(),
  endsAt: v.number(),
  occupations: v.array(Occupation),
});

/** A row of the queue: masked. */
const QueueRow = v.object({
  id: v.string(),
  status: Status,
  name: v.string(),
  idNumber: v.string(),
  employment: Employment,
  onSite: v.boolean(),
  submittedAt: v.number(),
  decidedAt: v.optional(v.number()),
  /** Another live application or membership has the same number. */
  contested: v.boolean(),
});

/** What a reviewer sees of one opened case. */
const CaseView = v.object({
  id: v.string(),
  status: Status,
  name: v.string(),
  idNumber: v.string(),
  phone: v.string(),
  sex: v.picklist(['1', '2']),
  birthDate: v.string(),
  age: v.number(),
  ethnicity: v.string(),
  education: v.string(),
  political: v.string(),
  employment: Employment,
  org: Org,
  onSite: v.boolean(),
  submittedAt: v.number(),
  round: v.number(),
  cardNumber: v.optional(v.string()),
});

const DecisionResult = v.object({
  id: v.string(),
  outcome: v.picklist(['approved', 'rejected', 'voided']),
  decidedAt: v.number(),
  cardNumber: v.optional(v.string()),
});

const CardView = v.object({
  name: v.string(),
  org: v.string(),
  cardNumber: v.string(),
  membership: v.picklist(['active', 'suspended', 'left']),
  memberSince: v.number(),
  /** When the poster was scanned; absent for those who joined without one. */
  scannedAt: v.optional(v.number()),
  shownAt: v.optional(v.number()),
  /** The bank's mutual-service card; absent until it is requested. */
  bankCard: v.optional(
    v.variant('status', [
      v.object({ status: v.literal('requested'), requestedAt: v.number() }),
      v.object({ status: v.literal('issued'), issuedAt: v.number(), lastFour: v.string() }),
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
      place: v.pipe(v.string('REQUIRED'), v.trim(), v.minLength(2, 'REQUIRED'), v.maxLength(40, 'TOO_LONG')),
      latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
      longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
      startsAt: Time,
      endsAt: Time,
      occupations: v.pipe(v.array(Occupation), v.maxLength(9)),
      onDuty: v.optional(v.pipe(v.array(Id), v.maxLength(20, 'TOO_LONG')), []),
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
    output: v.object({ sessions: v.array(SessionView), cursor: Cursor }),
    refusals: [],
  }),
  getSession: endpoint({
    route: 'GET /sessions/{code}',
    summary: 'What a scanned poster opens; `scan` is the sealed moment of scanning.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ code: v.pipe(v.string(), v.maxLength(64, 'FORMAT')) }),
    output: v.object({
      session: SessionView,
      /** Whether the poster leads to joining on site now. */
      poster: v.picklist(['open', 'early', 'over']),
      scan: v.string(),
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
      picture: v.string(),
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
      onDuty: v.array(v.string()),
      figures: Figures,
      /** After how long a waiting person is shown in red, milliseconds (policy). */
      lateAfter: v.number(),
      /** Within how long of the scan the bank card is promised, milliseconds (policy). */
      bankCardWithin: v.number(),
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
      people: v.pipe(v.number(), v.integer(), v.minValue(-10), v.maxValue(10)),
    }),
    /** How many this request counted. */
    output: v.object({ people: v.number() }),
    refusals: [],
  }),
  listStaff: endpoint({
    route: 'GET /staff',
    summary: 'Who acts for an org, to name the staff on duty.',
    who: { staff: ['reviewer'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      staff: v.array(v.object({ id: v.string(), name: v.string(), roles: v.array(Role) })),
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
      name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(30, 'TOO_LONG')), ''),
      cursor: Cursor,
    }),
    output: v.object({
      orgs: v.array(v.object({ id: v.string(), name: v.string(), kind: v.picklist(['basic', 'joint']) })),
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
    output: v.object({ visit: v.string(), org: Org, onSite: v.boolean() }),
    refusals: ['POSTER_EARLY', 'POSTER_OVER', 'VISIT_EXPIRED'],
  }),
  submitApplication: endpoint({
    route: 'POST /applications',
    summary: 'Applies for membership, or sends a mended application again.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ visit: Sealed, ...formFields, phone: PhoneSource, consents: Consents }),
    output: v.object({ id: v.string(), status: v.literal('submitted'), submittedAt: v.number() }),
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
        org: v.string(),
        onSite: v.boolean(),
        submittedAt: v.number(),
      }),
      v.object({ status: v.literal('approved'), org: v.string(), decidedAt: v.number() }),
      v.object({
        status: v.literal('rejected'),
        org: v.string(),
        decidedAt: v.number(),
        reason: v.optional(RejectionReason),
        words: v.optional(v.string()),
        fields: v.array(MendableField),
        /** A fresh visit at the same place, so that mending is one tap. */
        visit: v.string(),
      }),
      v.object({ status: v.literal('withdrawn'), org: v.string() }),
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
    output: v.object({ applications: v.array(QueueRow), cursor: Cursor }),
    refusals: [],
  }),
  listQueues: endpoint({
    route: 'GET /queues',
    summary: 'The unions at a node and below it, with how many wait in each.',
    who: { staff: ['reviewer', 'auditor'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      queues: v.array(v.object({ org: Org, /** 100 stands for 100 or more. */ waiting: v.number() })),
      cursor: Cursor,
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
      rivals: v.array(CaseView),
      /** Rivals outside the reviewer's subtree: masked, enough to call their union. */
      elsewhere: v.array(v.object({ id: v.string(), status: Status, name: v.string(), org: Org })),
    }),
    refusals: ['OWN_CASE', 'CHANGED_SINCE'],
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
        v.array(v.object({ id: ApplicationId, ...Ruling.entries })),
        v.minLength(1, 'REQUIRED'),
        v.maxLength(50, 'TOO_LONG'),
        v.check((decisions) => new Set(decisions.map(({ id }) => id)).size === decisions.length, 'FORMAT'),
      ),
    }),
    output: v.object({
      results: v.array(
        v.object({
          id: v.string(),
          decided: v.optional(DecisionResult),
          refused: v.optional(v.object({ code: v.string(), message: v.string() })),
        }),
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
    input: v.object({ consent: v.literal(bankConsentVersion, 'CONSENT') }),
    output: v.object({ requestedAt: v.number() }),
    refusals: ['NO_CARD'],
  }),
  listBankCards: endpoint({
    route: 'GET /bank-cards',
    summary: "The clerk's queue: members who wait for their bank card, on-site first, oldest first.",
    who: { staff: ['bankClerk'] },
    repeat: 'safe',
    input: v.object({ org: v.optional(Id), session: v.optional(Id), cursor: Cursor }),
    output: v.object({
      waiting: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          idNumber: v.string(),
          cardNumber: v.string(),
          onSite: v.boolean(),
          scannedAt: v.optional(v.number()),
          requestedAt: v.number(),
        }),
      ),
      /** Within how long of the scan the card is promised, milliseconds (policy). */
      within: v.number(),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  issueBankCard: endpoint({
    route: 'POST /bank-cards/{id}/issuance',
    summary: 'Notes the bank card as issued, with its last four digits.',
    who: { staff: ['bankClerk'] },
    repeat: 'key',
    input: v.object({ id: ApplicationId, lastFour: LastFour }),
    output: v.object({ id: v.string(), issuedAt: v.number() }),
    refusals: ['OWN_CASE', 'BANK_CARD_NOT_REQUESTED', 'BANK_CARD_ISSUED', 'TOO_OFTEN'],
  }),
  issueCardToken: endpoint({
    route: 'POST /card/tokens',
    summary:
      "The text of the card's QR for the next 60 seconds; the first one notes that the card was shown.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({}),
    output: v.object({ token: v.string(), expiresAt: v.number(), shownAt: v.number() }),
    refusals: ['NO_CARD'],
  }),
  verifyCard: endpoint({
    route: 'POST /card/verifications',
    summary: 'Whether a scanned card is valid now: the masked name and the union, nothing else.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ token: Sealed }),
    output: v.variant('valid', [
      v.object({ valid: v.literal(false) }),
      v.object({ valid: v.literal(true), name: v.string(), org: v.string() }),
    ]),
    refusals: ['TOO_MANY_GUESSES'],
  }),
};
