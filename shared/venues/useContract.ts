import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Day } from './room.ts';

const who = { staff: ['venueKeeper'] } as const;
const Hours = v.pipe(Count, v.maxValue(23, 'TIME'));
const Weekday = v.pipe(Count, v.maxValue(6, 'TIME'));

/** What became of a booking. */
export const Outcome = v.picklist(['came', 'confirmed', 'pending', 'missed', 'lifted', 'cancelled']);

/** What keepers read of how a house was used. */
export const uses = {
  getUse: endpoint({
    route: 'GET /kept-venues/{venue}/use',
    summary:
      'How much of a room, or of a whole venue, was used by weekday and hour, over the last four weeks.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, room: v.optional(Id) }),
    output: v.object({
      /** The first and the last day that count; the last is yesterday. */
      from: Day,
      until: Day,
      rooms: list(v.object({ id: Id, name: text(20) }), 20),
      /** 0 is Sunday; an hour at which no slot began is left out. */
      cells: list(
        v.object({ weekday: Weekday, hour: Hours, places: Count, booked: Count, came: Count, missed: Count }),
        168,
      ),
    }),
    refusals: [],
  }),
  listKeptBookings: endpoint({
    route: 'GET /kept-venues/{venue}/bookings',
    summary: "A venue's bookings of a period, masked, for a spreadsheet; page by page.",
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, from: Day, until: Day, cursor: Cursor }),
    output: v.object({
      bookings: list(
        v.object({
          room: text(20),
          start: Time,
          end: Time,
          name: v.optional(text(40)),
          outcome: Outcome,
          /** Who asked for it: the member, a keeper for them, or a group's leader; absent for what is over before its time. */
          by: v.optional(v.picklist(['member', 'keeper', 'group'])),
        }),
        20_000,
      ),
      cursor: Cursor,
    }),
    refusals: ['PERIOD_WRONG'],
  }),
};
