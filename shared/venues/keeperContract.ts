import * as v from 'valibot';
import { Count, code, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { groups } from './groupContract.ts';
import { guests } from './guestContract.ts';
import { KeeperReason } from './keepersWord.ts';
import { Day, RoomKind } from './room.ts';
import { uses } from './useContract.ts';

const who = { staff: ['venueKeeper'] } as const;
const Venue = v.object({ id: Id, name: text(40), address: text(60) });

/** Somebody's place in a slot, as keepers see it: masked. */
const PlaceView = v.object({
  id: Id,
  state: v.picklist(['confirmed', 'pending', 'offered', 'came']),
  /** Absent for somebody who is forgotten. */
  name: v.optional(text(40)),
  /** Until when an offer is held. */
  until: v.optional(Time),
  /** Whether it was seen that they came: by a keeper, or near enough to the door. */
  verified: v.optional(v.boolean()),
  /** Whether a keeper let them in, which a keeper can take back. */
  letIn: v.optional(v.boolean()),
  /** From when until when somebody can be checked in, by what held when it was booked. */
  checkInFrom: Time,
  checkInUntil: Time,
});

const SlotView = v.object({
  start: Time,
  end: Time,
  closed: v.boolean(),
  places: list(PlaceView, 200),
  waiting: Count,
  /** Who did not come, and whether that was taken back. */
  missed: list(v.object({ id: Id, name: v.optional(text(40)), lifted: v.boolean() }), 200),
});

/** Names a no-show and whose it is. */
const AppealId = code(/^[\w-]{22}\.[\w-]{1,43}$/, 66);

/** An instant in a query, where everything is text. */
const QueryTime = v.pipe(code(/^\d{1,15}$/, 15), v.transform(Number), Time);

/** One place: which room, which slot, whose booking. */
const Which = { venue: Id, room: Id, start: Time, id: Id };

/** What keepers do in their venues. */
export const keeping = {
  ...guests,
  ...uses,
  ...groups,
  listKeptVenues: endpoint({
    route: 'GET /kept-venues',
    summary: 'The venues of an org and of all below it; a page may hold none while there are more.',
    who: { staff: ['venueKeeper', 'admin'] },
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({ venues: list(Venue, 50), cursor: Cursor }),
    refusals: [],
  }),
  getKeptDay: endpoint({
    route: 'GET /kept-venues/{venue}/days/{day}',
    summary: "A day of a venue's rooms: who has which place, masked, who came, how many wait.",
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, day: Day }),
    output: v.object({
      venue: Venue,
      rooms: list(
        v.object({ id: Id, name: text(20), kind: RoomKind, capacity: Count, slots: list(SlotView, 192) }),
        20,
      ),
      /** How long before the start somebody can be let in where it is free. */
      checkInBefore: Time,
    }),
    refusals: [],
  }),
  seeBooking: endpoint({
    route: 'POST /kept-venues/{venue}/bookings/{id}/check-in',
    summary: 'Notes that a keeper has seen somebody come.',
    who,
    repeat: 'natural',
    input: v.object(Which),
    output: v.object({ id: Id, at: Time }),
    refusals: ['PLACE_CHANGED', 'CHECK_IN_EARLY', 'RELEASED'],
  }),
  seeCard: endpoint({
    route: 'POST /kept-venues/{venue}/card-check-ins',
    summary: "Checks in by the code of the member's card what they have booked here for now.",
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, token: code(/^[\s\S]*$/, 2048) }),
    output: v.object({ id: Id, name: v.optional(text(40)), room: text(20), start: Time, at: Time }),
    refusals: [
      'CARD_OVER',
      'NOTHING_TO_SEE',
      'PLACE_CHANGED',
      'CHECK_IN_EARLY',
      'RELEASED',
      'TOO_MANY_GUESSES',
    ],
  }),
  cancelFor: endpoint({
    route: 'POST /kept-venues/{venue}/bookings/{id}/cancellation',
    summary:
      "Cancels somebody's booking and says why; the person is told, the place goes on to whoever waits.",
    who,
    repeat: 'natural',
    input: v.object({ ...Which, reason: KeeperReason }),
    output: v.object({ id: Id }),
    refusals: ['PLACE_CHANGED', 'CAME_ALREADY', 'SLOT_OVER'],
  }),
  settleBooking: endpoint({
    route: 'POST /kept-venues/{venue}/bookings/{id}/decision',
    summary: 'Confirms or refuses a booking that waits for a keeper; until then it holds its place.',
    who,
    repeat: 'natural',
    input: v.object({ ...Which, confirmed: v.boolean() }),
    output: v.object({ id: Id, confirmed: v.boolean() }),
    refusals: ['NOT_PENDING', 'OWN_BOOKING'],
  }),
  listAppeals: endpoint({
    route: 'GET /kept-venues/{venue}/appeals',
    summary: 'What members say about their no-shows here and nobody has answered yet, the oldest first.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, cursor: Cursor }),
    output: v.object({
      appeals: list(
        v.object({
          id: AppealId,
          name: v.optional(text(40)),
          room: v.optional(text(20)),
          /** When the slot began; absent where the no-show is gone. */
          start: v.optional(Time),
          at: Time,
          words: text(100),
        }),
        25,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  settleAppeal: endpoint({
    route: 'POST /kept-venues/{venue}/appeals/{id}/decision',
    summary: 'Takes a no-show back, or keeps it although its person appealed; they are told.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, id: AppealId, lifted: v.boolean() }),
    output: v.object({ id: AppealId, lifted: v.boolean() }),
    refusals: ['APPEAL_SETTLED', 'OWN_BOOKING'],
  }),
  liftNoShows: endpoint({
    route: 'POST /kept-venues/{venue}/no-shows/lifting',
    summary: 'Takes back a no-show of a slot or, without an id, all of them in one act.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, room: Id, start: Time, id: v.optional(Id) }),
    output: v.object({ lifted: Count }),
    refusals: ['PLACE_CHANGED', 'OWN_BOOKING'],
  }),
  listClosing: endpoint({
    route: 'GET /kept-venues/{venue}/closings',
    summary: 'Whose bookings a closed period would end, before it is closed.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, room: Id, from: QueryTime, until: QueryTime }),
    output: v.object({
      slots: Count,
      /** Slots that are closed already. */
      closed: Count,
      /** Slots that are over, or in which somebody is: they stay as they are. */
      kept: Count,
      waiting: Count,
      bookings: list(v.object({ id: Id, name: v.optional(text(40)), start: Time, end: Time }), 200),
      /** All of them, also those that are not listed. */
      count: Count,
    }),
    refusals: ['PERIOD_WRONG'],
  }),
  closeRoom: endpoint({
    route: 'POST /kept-venues/{venue}/closings',
    summary: 'Closes a room for a period: nobody can book in it, whoever had booked is cancelled and told.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, room: Id, from: Time, until: Time, reason: KeeperReason }),
    output: v.object({
      /** Slots that are closed now. */
      slots: Count,
      /** Each slot of the period, and why it could not be closed. */
      results: list(v.object({ start: Time, end: Time, why: v.optional(code(/^[A-Z_]+$/, 40)) }), 6000),
    }),
    refusals: ['PERIOD_WRONG'],
  }),
  reopenRoom: endpoint({
    route: 'POST /kept-venues/{venue}/closings/end',
    summary: 'Opens a period again that was closed; what was cancelled stays cancelled.',
    who,
    repeat: 'natural',
    input: v.object({ venue: Id, room: Id, from: Time, until: Time }),
    output: v.object({ slots: Count }),
    refusals: ['PERIOD_WRONG'],
  }),
};
