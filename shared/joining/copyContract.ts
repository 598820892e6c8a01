import * as v from 'valibot';
import { Purpose } from '../audit/record.ts';
import { Count, list, Time, text } from '../bounds.ts';
import { Browser } from '../browser.ts';
import { Nearness } from '../clubs/attendance.ts';
import { endpoint } from '../contract.ts';
import { BookingTold } from '../messages/bookingTold.ts';
import { ClubTold } from '../messages/clubTold.ts';
import { Template } from '../messages/reminder.ts';
import { Role } from '../roles.ts';
import { Evidence } from './application.ts';
import { CardNumber, Name, Org, PersonFacts } from './contract.ts';
import { Forgetting, GivenConsent, HeldApplication, HeldCorrection, Keeps } from './held.ts';

/** More than anybody has of one kind, and what one answer can carry; the latest come first. */
export const MOST_IN_COPY = 1000;
const most = <Item extends v.GenericSchema>(item: Item) => list(item, MOST_IN_COPY);

/** Something that was decided about the person, or that they did themself. Staff are an office and a role. */
const Decided = v.object({
  at: Time,
  kind: text(20),
  from: text(20),
  to: text(20),
  /** Which of the person's submissions it was about. */
  round: v.optional(Count),
  /** Their own act. */
  own: v.boolean(),
  org: Org.entries.name,
  role: v.optional(Role),
  authority: v.optional(text(100)),
  evidence: v.optional(Evidence),
  /** A colleague of the union filled it in for them. */
  helped: v.boolean(),
  reason: v.optional(text(40)),
  /** What was written to the person. */
  words: v.optional(text(100)),
  fields: list(text(40), 20),
  version: v.optional(text(100)),
  cardNumber: v.optional(CardNumber),
});

/** One way through a session: times only. */
const Passed = v.object({
  place: text(100),
  scannedAt: Time,
  openedAt: Time,
  submittedAt: v.optional(Time),
  decidedAt: v.optional(Time),
  shownAt: v.optional(Time),
  bankRequestedAt: v.optional(Time),
  bankIssuedAt: v.optional(Time),
});

/** Where and when something of a venue is; without names where the venue is no more. */
const Where = {
  venue: v.optional(text(40)),
  room: v.optional(text(20)),
  start: Time,
};

/** A booking, or a place in line: what is ahead, and what is kept for its week. */
const Booked = v.object({
  ...Where,
  kind: v.picklist(['booking', 'wait']),
  end: Time,
  /** When it was asked for. */
  at: Time,
  /** For a group that the person leads. */
  group: v.boolean(),
  /** When it came to nothing or was over before its time. */
  over: v.optional(Time),
});

/** Once that somebody booked and did not come, and what they said about it. */
const Missed = v.object({
  ...Where,
  /** When it was recorded, and whether by itself or by a keeper. */
  at: Time,
  by: v.picklist(['system', 'keeper']),
  lifted: v.optional(v.object({ at: Time, why: text(20) })),
  appeal: v.optional(
    v.object({ at: Time, words: text(100), settledAt: v.optional(Time), lifted: v.optional(v.boolean()) }),
  ),
});

/** A club that somebody is or was in. */
const InClub = v.object({
  name: text(20),
  union: Org.entries.name,
  since: Time,
  /** When they left it. */
  left: v.optional(Time),
  /** Whether they lead it now. */
  leads: v.boolean(),
});

/** An activity of a club that somebody signed up for or came to, while it is in their calendar. */
const TookPart = v.object({
  title: text(30),
  club: text(20),
  start: Time,
  end: Time,
  signedUpAt: v.optional(Time),
  gaveUpAt: v.optional(Time),
  /** When they checked in, how near they were then, and how far away in metres where their phone said so. */
  cameAt: v.optional(Time),
  where: v.optional(Nearness),
  metres: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** What they said the day after. */
  answer: v.optional(v.object({ was: v.boolean(), at: Time })),
  /** When a reviewer found that they were not there. */
  struckAt: v.optional(Time),
});

/** What somebody said to a report of an activity and did not take away again. */
const Said = v.object({
  at: Time,
  /** Of the activity. */
  title: v.optional(text(30)),
  words: text(200),
  /** Whether everybody sees it. */
  shown: v.boolean(),
});

/** The copy of everything that is kept of somebody, for themself. */
export const copies = {
  getCopy: endpoint({
    route: 'GET /my-data/copy',
    summary: 'A copy of everything that is kept of the caller, and of nobody else.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({
      madeAt: Time,
      application: v.optional(HeldApplication),
      consents: list(GivenConsent, 4),
      correction: v.optional(
        v.object({
          ...HeldCorrection.entries,
          /** What was asked for, and why. */
          asked: v.object({
            name: v.optional(Name),
            idNumber: v.optional(PersonFacts.entries.idNumber),
            reason: text(60),
          }),
        }),
      ),
      history: most(Decided),
      readings: most(v.object({ at: Time, office: Org.entries.name, role: Role, purpose: Purpose })),
      messages: most(
        v.object({
          at: Time,
          title: text(40),
          text: text(100),
          booking: v.optional(BookingTold),
          club: v.optional(ClubTold),
        }),
      ),
      messagesReadUntil: v.optional(Time),
      /** WeChat messages that were allowed and not sent yet. */
      reminders: list(v.object({ template: Template, left: Count }), Template.options.length),
      /** Of venues, latest first. */
      bookings: most(Booked),
      noShows: most(Missed),
      /** Of clubs, latest first. */
      clubs: most(InClub),
      activities: most(TookPart),
      comments: most(Said),
      passages: list(Passed, 20),
      /** The WeChat account that leads here; nobody's where they were helped and have bound none. */
      account: v.optional(
        v.object({ openid: text(64), since: v.optional(Time), frozenAt: v.optional(Time) }),
      ),
      /** What is kept of who acts for the union. */
      staff: v.optional(
        v.object({
          name: text(40),
          office: Org.entries.name,
          roles: list(v.object({ role: Role, authority: text(100) }), 20),
          boundAt: v.optional(Time),
          frozenAt: v.optional(Time),
          signIns: list(
            v.object({ browser: Browser, since: Time, renewedAt: Time, endedAt: v.optional(Time) }),
            20,
          ),
        }),
      ),
      /** There is more of one kind than fits: ask the union for the rest. */
      further: v.boolean(),
      forgetting: v.optional(Forgetting),
      keeps: Keeps,
    }),
    refusals: [],
  }),
};
