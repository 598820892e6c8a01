import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor } from '../ids.ts';
import { BookingTold } from './bookingTold.ts';
import { ClubTold } from './clubTold.ts';

/** The inbox: what somebody was told, and up to where they have read it. */
export const messages = {
  listMessages: endpoint({
    route: 'GET /messages',
    summary: "The caller's messages, latest first.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ cursor: Cursor }),
    output: v.object({
      messages: list(
        v.object({
          id: text(100),
          /** Its words come along, so that an app older than a kind can show it. */
          title: text(40),
          text: text(100),
          /** The screen to open, by name. */
          screen: v.optional(text(40)),
          /** The booking it is about. */
          booking: v.optional(BookingTold),
          /** The club, activity or post it is about. */
          club: v.optional(ClubTold),
          at: Time,
          unread: v.boolean(),
        }),
        20,
      ),
      /** How many of this page are unread. */
      unread: Count,
      cursor: Cursor,
    }),
    refusals: [],
  }),
  readMessages: endpoint({
    route: 'POST /messages/readings',
    summary: 'Notes that the caller has read every message up to a moment.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ until: Time }),
    output: v.object({ until: Time }),
    refusals: [],
  }),
};
