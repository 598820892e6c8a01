import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { Occupation } from '../codes.ts';
import { endpoint } from '../contract.ts';
import { Id } from '../ids.ts';
import { KeeperReason } from './keepersWord.ts';
import { PolicyNumbers, policyFields } from './policy.ts';
import { Day } from './room.ts';
import { VenueChange, VenueFacts } from './setUp.ts';
import { HoursView, RoomToCome, RoomView } from './views.ts';

const who = { staff: ['venueKeeper', 'admin'] } as const;

const RoomSetUp = v.object({
  ...RoomView.entries,
  ...RoomToCome,
  occupations: list(Occupation, 9),
  /** What the code on its door says. */
  door: Id,
});

/** A version of the policy; its numbers are as wide as what once was stored. */
const PolicyView = v.object({
  version: Count,
  effectiveFrom: Time,
  numbers: v.record(v.picklist(policyFields), Time),
  /** Who made it, by working name, and when; absent for the one a city starts with. */
  by: v.optional(v.object({ name: v.optional(text(40)), at: Time })),
});

/** What keepers set up and change of their venues, and the city's policy for all. */
export const setUp = {
  openVenue: endpoint({
    route: 'POST /kept-venues',
    summary: 'Opens a venue of an org; nobody sees it before it has a room.',
    who,
    repeat: 'key',
    input: v.object({ org: Id, ...VenueFacts.entries }),
    output: v.object({ id: Id, version: Count }),
    refusals: [],
  }),
  getSetUp: endpoint({
    route: 'GET /kept-venues/{venue}',
    summary: 'All that keepers set up of a venue, with the version that a change expects.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id }),
    output: v.object({
      id: Id,
      version: Count,
      facts: v.object({
        name: text(40),
        address: text(60),
        latitude: v.number(),
        longitude: v.number(),
        phone: text(20),
        words: text(400),
      }),
      hours: HoursView,
      next: v.optional(v.object({ from: Day, hours: HoursView })),
      closedDays: list(Day, 100),
      rooms: list(RoomSetUp, 40),
      /** When a change of slots is settled, where one is on its way. */
      settledAt: v.optional(Time),
      /** The first day of which slots can be taken away. */
      firstDay: Day,
    }),
    refusals: [],
  }),
  listOutside: endpoint({
    route: 'POST /kept-venues/{venue}/changes/preview',
    summary: 'Whose bookings a change would end, before it is made.',
    who,
    repeat: 'safe',
    input: v.object({ venue: Id, version: Count, change: VenueChange }),
    output: v.object({
      bookings: list(
        v.object({ id: Id, room: text(20), name: v.optional(text(40)), start: Time, end: Time }),
        200,
      ),
      /** All of them, also those that are not listed. */
      count: Count,
      waiting: Count,
      /** When the last of them begins: a change from the day after on ends none. */
      last: v.optional(Time),
    }),
    refusals: ['VENUE_CHANGED', 'VENUE_SETTLING', 'CHANGE_TOO_SOON', 'HOURS_WRONG', 'ROOMS_FULL'],
  }),
  changeVenue: endpoint({
    route: 'POST /kept-venues/{venue}/changes',
    summary:
      'Changes a venue or a room. Whoever is in a slot that is no more is cancelled and told within minutes.',
    who,
    repeat: 'key',
    input: v.object({
      venue: Id,
      /** The version that was seen. */
      version: Count,
      change: VenueChange,
      /** What is told to who loses their slot. */
      reason: v.optional(KeeperReason),
    }),
    output: v.object({ version: Count }),
    refusals: [
      'VENUE_CHANGED',
      'VENUE_SETTLING',
      'CHANGE_TOO_SOON',
      'HOURS_WRONG',
      'ROOMS_FULL',
      'TOO_OFTEN',
    ],
  }),
  listPolicies: endpoint({
    route: 'GET /venue-policies',
    summary: "The venues' policy in all its versions, the first first; any keeper may read it.",
    who,
    repeat: 'safe',
    input: v.object({ org: Id }),
    output: v.object({
      versions: list(PolicyView, 500),
      /** Whether the caller may make the next one: at the city only. */
      mayDraft: v.boolean(),
    }),
    refusals: [],
  }),
  draftPolicy: endpoint({
    route: 'POST /venue-policies',
    summary:
      "Makes the venues' next policy, which holds from a moment on, in place of what was to begin then or later.",
    who,
    repeat: 'key',
    input: v.object({
      /** The city. */
      org: Id,
      /** The last version that was seen. */
      after: Count,
      effectiveFrom: Time,
      numbers: PolicyNumbers,
    }),
    output: v.object({ version: Count }),
    refusals: ['POLICY_CHANGED', 'POLICY_TOO_SOON', 'POLICY_TOO_FAR', 'POLICY_NO_OFFER', 'POLICY_ALL_QUIET'],
  }),
};
