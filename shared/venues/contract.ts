import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { Occupation } from '../codes.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Remind } from '../messages/reminder.ts';
import { Photos } from '../photos/album.ts';
import { FreeSlot } from './freeSlot.ts';
import { Clock, Day, RoomKind } from './room.ts';
import { HoursView, RoomToCome, RoomView } from './views.ts';

const VenueRow = v.object({
  id: Id,
  name: text(40),
  address: text(60),
  latitude: v.number(),
  longitude: v.number(),
  /** What its rooms are for. */
  kinds: list(RoomKind, 20),
});

/** What a venue's page says of the rules: spans in milliseconds, hours of the day in Shanghai. */
const Terms = v.object({
  upcoming: Count,
  aWeek: Time,
  cancelUntil: Time,
  checkInBefore: Time,
  checkInAfter: Time,
  offerFor: Time,
  quietFrom: Count,
  quietUntil: Count,
  noShows: Count,
  banFor: Time,
  groupWeeks: Count,
});

/** A slot as one person sees it. */
const SlotView = v.object({
  start: Time,
  end: Time,
  state: v.picklist(['free', 'taken', 'closed', 'mine', 'pending', 'offered', 'waiting']),
  /** Places nobody has. */
  free: Count,
  /** How many wait in line. */
  waiting: Count,
  /** The caller's place in the line, from 1. */
  position: v.optional(Count),
  /** Until when an offer is held for the caller. */
  until: v.optional(Time),
  /** The caller's booking or wait. */
  id: v.optional(Id),
  /** Why the caller can't book it, as the refusal would say; absent when they can. */
  why: v.optional(code(/^[A-Z_]+$/, 40)),
  /** From when they can, where that is only a matter of time. */
  opensAt: v.optional(Time),
});

const BookingView = v.object({
  id: Id,
  venue: v.object({ id: Id, name: text(40), address: text(60), phone: text(20) }),
  room: v.object({ id: Id, name: text(20) }),
  start: Time,
  end: Time,
  state: v.picklist(['confirmed', 'pending', 'offered', 'waiting', 'came']),
  position: v.optional(Count),
  until: v.optional(Time),
  /** Until when it can be cancelled; absent when it can't. */
  cancelUntil: v.optional(Time),
  /** From when until when one checks in. */
  checkInFrom: Time,
  checkInUntil: Time,
  /** For who checked in: whether they were seen there, by a keeper or near enough to the door. */
  verified: v.optional(v.boolean()),
  /** Booked for a group that the caller leads; it takes nothing of what they may book for themself. */
  group: v.boolean(),
});

/** One date of a weekly booking: booked, or why not, and what is free near it. */
const WeekView = v.object({
  start: Time,
  id: v.optional(Id),
  state: v.optional(v.picklist(['confirmed', 'pending'])),
  why: v.optional(code(/^[A-Z_]+$/, 40)),
  instead: list(FreeSlot, 4),
});

const NoShowView = v.object({
  id: Id,
  place: v.optional(v.object({ venue: text(40), phone: text(20), room: v.optional(text(20)) })),
  /** When the slot or event began. */
  start: Time,
  /** When it was recorded, and whether by itself or by a keeper, who is named. */
  at: Time,
  by: v.picklist(['system', 'keeper']),
  recorder: v.optional(text(40)),
  /** Until when it counts towards a ban. */
  countsUntil: Time,
  /** Why it counts no more before that. */
  lifted: v.optional(v.picklist(['appeal', 'slotVoided', 'keeper'])),
  /** What the caller has said about it. */
  appeal: v.optional(v.object({ at: Time, words: text(100) })),
});

const Where = { venue: Id, room: Id, start: Time };
const bookingRefusals = [
  'MEMBERS_ONLY',
  'NOT_FOR_YOUR_WORK',
  'SLOT_PAST',
  'SLOT_TOO_SOON',
  'SLOT_NOT_OPEN',
  'SLOT_CLOSED',
  'SLOT_SETTLING',
  'BOOKING_BANNED',
  'TURNED_TOO_OFTEN',
  'ELSEWHERE_THEN',
  'TOO_MANY_AHEAD',
  'TOO_LONG_A_WEEK',
  'UNION_DAY_FULL',
  'BOOKING_OVERTAKEN',
] as const;

/** Venues: where they are, what is free, booking, the line. */
export const venues = {
  listVenues: endpoint({
    route: 'GET /venues',
    summary: "The city's venues; how far they are is worked out on the phone.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ cursor: Cursor }),
    output: v.object({ venues: list(VenueRow, 50), cursor: Cursor }),
    refusals: [],
  }),
  getVenue: endpoint({
    route: 'GET /venues/{venue}',
    summary: "A venue's own page: when it is open, its rooms, its rules.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ venue: Id }),
    output: v.object({
      venue: v.object({
        ...VenueRow.entries,
        phone: text(20),
        /** The house's rules in plain words. */
        words: text(400),
        /** Opening hours of the seven days, Sunday first. */
        hours: HoursView,
        photos: Photos,
      }),
      /** Other hours, from a day on. */
      next: v.optional(v.object({ from: Day, hours: HoursView })),
      /** Days from today on when it stays closed all the same. */
      closedDays: list(Day, 366),
      /** `occupations` says whom a room is for; empty for every member. */
      rooms: list(v.object({ ...RoomView.entries, ...RoomToCome, occupations: list(Occupation, 9) }), 20),
      terms: Terms,
    }),
    refusals: [],
  }),
  getDay: endpoint({
    route: 'GET /venues/{venue}/days/{day}',
    summary: "A venue's rooms and their slots on a day, as the caller sees them.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({
      venue: Id,
      day: Day,
      /** A booking of the caller's to be changed: what could be booked were it gone. */
      change: v.optional(Id),
    }),
    output: v.object({
      venue: v.object({ ...VenueRow.entries, phone: text(20) }),
      rooms: list(v.object({ ...RoomView.entries, slots: list(SlotView, 192) }), 20),
      terms: Terms,
      /** How much longer the caller can book in this day's week, and how many more ahead. */
      left: v.object({ week: Time, upcoming: Count }),
      /** Until when the caller can't book at all. */
      bannedUntil: v.optional(Time),
    }),
    refusals: [],
  }),
  listFree: endpoint({
    route: 'GET /venues/free',
    summary: 'Which of some venues have places left on a day from an hour on.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({
      /** At most eight ids, with commas between them. */
      venues: code(/^[\w-]{22}(,[\w-]{22}){0,7}$/, 8 * 23),
      day: Day,
      from: Clock,
      kind: v.optional(RoomKind),
    }),
    output: v.object({
      /** Those that have any, in the order asked. */
      venues: list(v.object({ id: Id, slots: Count, first: FreeSlot }), 8),
    }),
    refusals: [],
  }),
  bookSlot: endpoint({
    route: 'POST /bookings',
    summary: 'Books a slot; a room that needs a word from its keeper makes it pending.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ ...Where, remind: Remind }),
    output: v.object({ id: Id, state: v.picklist(['confirmed', 'pending']) }),
    refusals: [...bookingRefusals, 'SLOT_TAKEN'],
  }),
  listBookings: endpoint({
    route: 'GET /bookings',
    summary: 'What the caller has ahead: bookings, offers and places in line.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({ bookings: list(BookingView, 60), bannedUntil: v.optional(Time) }),
    refusals: [],
  }),
  cancelBooking: endpoint({
    route: 'POST /bookings/{id}/cancellation',
    summary: "Cancels the caller's booking; the place goes on to whoever waits.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ id: Id }),
    output: v.object({ id: Id }),
    refusals: ['NOT_BOOKED', 'CANCEL_TOO_LATE', 'ALREADY_CAME'],
  }),
  changeBooking: endpoint({
    route: 'POST /bookings/{id}/change',
    summary: "Takes another slot in place of the caller's booking; where it is taken, the booking stays.",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ id: Id, ...Where }),
    output: v.object({ id: Id, state: v.picklist(['confirmed', 'pending']) }),
    refusals: [
      ...bookingRefusals,
      'SLOT_TAKEN',
      'SLOT_YOURS',
      'NOT_BOOKED',
      'CANCEL_TOO_LATE',
      'ALREADY_CAME',
    ],
  }),
  listGroups: endpoint({
    route: 'GET /groups',
    summary: 'The groups for which the caller can book weekly.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({ groups: list(v.object({ id: Id, name: text(40) }), 20) }),
    refusals: [],
  }),
  bookWeekly: endpoint({
    route: 'POST /groups/{group}/weekly-bookings',
    summary:
      'Books a slot every week until a day for a group the caller leads; each date is decided on its own.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ group: Id, ...Where, until: Day }),
    output: v.object({ weeks: list(WeekView, 54) }),
    refusals: [
      'WEEKS_NONE',
      'WEEKS_TOO_MANY',
      'MEMBERS_ONLY',
      'NOT_FOR_YOUR_WORK',
      'BOOKING_BANNED',
      'BOOKING_OVERTAKEN',
    ],
  }),
  waitForSlot: endpoint({
    route: 'POST /waits',
    summary: 'Gets in line for a slot that is taken.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ ...Where, remind: Remind }),
    output: v.object({ id: Id, position: Count }),
    refusals: [
      'MEMBERS_ONLY',
      'NOT_FOR_YOUR_WORK',
      'SLOT_PAST',
      'SLOT_TOO_SOON',
      'SLOT_NOT_OPEN',
      'SLOT_CLOSED',
      'SLOT_SETTLING',
      'SLOT_YOURS',
      'SLOT_FREE',
      'ALREADY_WAITING',
      'WAITLIST_FULL',
      'BOOKING_BANNED',
      'TURNED_TOO_OFTEN',
    ],
  }),
  giveUpWait: endpoint({
    route: 'POST /waits/{id}/end',
    summary: 'Gets out of the line.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ id: Id }),
    output: v.object({ id: Id }),
    refusals: [],
  }),
  acceptOffer: endpoint({
    route: 'POST /offers/{id}/acceptance',
    summary: 'Takes the place that is held for the caller; all rules are judged again.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ id: Id }),
    output: v.object({ id: Id, state: v.picklist(['confirmed', 'pending']) }),
    refusals: [...bookingRefusals, 'OFFER_OVER'],
  }),
  checkIn: endpoint({
    route: 'POST /bookings/{id}/check-in',
    summary: "Checks in with the QR of the room's door; verified when the phone is near the venue.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({
      id: Id,
      door: Id,
      latitude: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
      longitude: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
    }),
    output: v.object({ id: Id, at: Time, verified: v.boolean() }),
    refusals: ['NOT_BOOKED', 'OTHER_DOOR', 'CHECK_IN_EARLY', 'CHECK_IN_OVER', 'TOO_MANY_GUESSES'],
  }),
  passOffer: endpoint({
    route: 'POST /offers/{id}/passing',
    summary: 'Passes the place that is held for the caller on to whoever is next.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ id: Id }),
    output: v.object({ id: Id }),
    refusals: ['OFFER_OVER'],
  }),
  listNoShows: endpoint({
    route: 'GET /no-shows',
    summary: "The caller's no-shows: who recorded each, until when it counts, what was said about it.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({
      noShows: list(NoShowView, 50),
      terms: v.object({ noShows: Count, noShowWithin: Time, banFor: Time, checkInAfter: Time }),
      bannedUntil: v.optional(Time),
    }),
    refusals: [],
  }),
  appealNoShow: endpoint({
    route: 'POST /no-shows/{id}/appeal',
    summary: "Says what was so about a no-show of the caller's, for the venue's staff to look at; once.",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ id: Id, words: v.pipe(text(100), v.trim(), v.minLength(2, 'TOO_SHORT')) }),
    output: v.object({ id: Id, appealedAt: Time }),
    refusals: ['NO_SHOW_LIFTED', 'ALREADY_APPEALED'],
  }),
};
