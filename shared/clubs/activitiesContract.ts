import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id, Sealed } from '../ids.ts';
import { Remind } from '../messages/reminder.ts';
import { Photos } from '../photos/album.ts';
import { ActivityStatus, Plan, RoomWish } from './activity.ts';
import { ReportWords } from './post.ts';
import { ActivityRow, CountedView, Name, Said, Why } from './views.ts';

const { start: _start, end: _end, ...mendable } = Plan.entries;
const Where = {
  latitude: v.optional(v.pipe(v.number('NUMBER'), v.minValue(-90, 'NUMBER'), v.maxValue(90, 'NUMBER'))),
  longitude: v.optional(v.pipe(v.number('NUMBER'), v.minValue(-180, 'NUMBER'), v.maxValue(180, 'NUMBER'))),
};

/** Activities of clubs, as their leaders and those who take part see them. */
export const activities = {
  declareActivity: endpoint({
    route: 'POST /clubs/{club}/activities',
    summary:
      'Declares an activity; a room of a house is booked in the same step, and nothing is declared where it is taken.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ club: Id, ...Plan.entries, room: v.optional(RoomWish), remind: Remind }),
    output: v.object({ id: Id }),
    refusals: [
      'CLUB_NOT_ACTIVE',
      'CLUB_MEMBERS_ONLY',
      'ACTIVITY_TIMES',
      'ACTIVITY_PAST',
      'ACTIVITY_TOO_FAR',
      'ROOM_NOT_WHOLE',
      'ROOM_SHARED',
      'ROOM_TOO_FAR',
      'TEXT_RISKY',
      // What a room says no with.
      'MEMBERS_ONLY',
      'NOT_FOR_YOUR_WORK',
      'SLOT_PAST',
      'SLOT_TOO_SOON',
      'SLOT_CLOSED',
      'SLOT_SETTLING',
      'SLOT_TAKEN',
      'BOOKING_BANNED',
      'TURNED_TOO_OFTEN',
      'ELSEWHERE_THEN',
      'BOOKING_OVERTAKEN',
    ],
  }),
  redeclareActivity: endpoint({
    route: 'POST /activities/{activity}/declaration',
    summary: 'Mends an activity that was sent back, and declares it again; its time and its room stay.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ activity: Id, ...mendable }),
    output: v.object({ id: Id }),
    refusals: ['ACTIVITY_DECIDED', 'ACTIVITY_PAST', 'CLUB_NOT_ACTIVE', 'TOO_OFTEN', 'TEXT_RISKY'],
  }),
  cancelActivity: endpoint({
    route: 'POST /activities/{activity}/cancellation',
    summary: 'Cancels an activity before it is held; its room is given back, and who signed up is told.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id }),
    output: v.object({ id: Id }),
    refusals: ['ACTIVITY_HELD'],
  }),
  listActivities: endpoint({
    route: 'GET /clubs/{club}/activities',
    summary: "A club's activities, the latest declared first.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ club: Id, cursor: Cursor }),
    output: v.object({ activities: list(ActivityRow, 20), cursor: Cursor }),
    refusals: [],
  }),
  listMyActivities: endpoint({
    route: 'GET /my-activities',
    summary: 'What the caller signed up for or came to: ahead, going on, and what they are asked about.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({
      activities: list(v.object({ ...ActivityRow.entries, came: v.boolean(), asked: v.boolean() }), 60),
    }),
    refusals: [],
  }),
  getActivity: endpoint({
    route: 'GET /activities/{activity}',
    summary: 'An activity, as the caller takes part in it or leads it.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ activity: Id }),
    output: v.object({
      activity: v.object({
        ...ActivityRow.entries,
        words: text(200),
        expected: Count,
        latitude: v.optional(v.number()),
        longitude: v.optional(v.number()),
        union: text(40),
        status: ActivityStatus,
      }),
      leads: v.boolean(),
      /** The caller's own part in it. */
      mine: v.object({
        signedUp: v.boolean(),
        cameAt: v.optional(Time),
        /** Whether they were seen near the place. */
        near: v.optional(v.boolean()),
        /** Whether they are asked if they were there, what they said, and until when they can say it. */
        asked: v.boolean(),
        was: v.optional(v.boolean()),
        until: v.optional(Time),
        whyNotSignUp: Why,
      }),
      checkInFrom: Time,
      checkInUntil: Time,
      /** How many signed up, and how many checked in. */
      signedUp: Count,
      came: Count,
      /** For its leader. */
      said: v.optional(Said),
      counted: v.optional(CountedView),
      /** When it can be graded, once people were asked. */
      gradedFrom: v.optional(Time),
      reportUntil: Time,
      report: v.optional(v.object({ words: text(500), photos: Photos, handedIn: v.boolean() })),
    }),
    refusals: [],
  }),
  signUp: endpoint({
    route: 'POST /activities/{activity}/sign-ups',
    summary: 'Signs up; the caller is in one place at a time.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id, remind: Remind }),
    output: v.object({ signedUp: v.boolean() }),
    refusals: ['CLUB_MEMBERS_ONLY', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_BEGUN', 'OTHER_ACTIVITY_THEN'],
  }),
  endSignUp: endpoint({
    route: 'POST /activities/{activity}/sign-ups/end',
    summary: 'Gives up the place; twice is once.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id }),
    output: v.object({ signedUp: v.boolean() }),
    refusals: ['CAME_TO_ACTIVITY', 'NOT_SIGNED_UP'],
  }),
  showCode: endpoint({
    route: 'POST /activities/{activity}/codes',
    summary: "The check-in code of the moment, for the leader's screen; the first one begins the activity.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id, ...Where }),
    output: v.object({ code: Sealed, renewAt: Time, until: Time, came: Count, latest: list(Name, 5) }),
    refusals: ['ACTIVITY_NOT_OPEN', 'ACTIVITY_EARLY', 'ACTIVITY_OVER', 'CLUB_NOT_ACTIVE'],
  }),
  checkInToActivity: endpoint({
    route: 'POST /activity-check-ins',
    summary: 'Checks the caller in with the code on the screen; where they are counts, and may be left out.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ code: Sealed, ...Where, remind: Remind }),
    output: v.object({ activity: Id, title: text(30), near: v.boolean(), cameAt: Time }),
    refusals: [
      'CLUB_MEMBERS_ONLY',
      'ACTIVITY_CODE_OVER',
      'ACTIVITY_NOT_OPEN',
      'ACTIVITY_EARLY',
      'ACTIVITY_OVER',
      'OTHER_ACTIVITY_THEN',
    ],
  }),
  sayPresence: endpoint({
    route: 'POST /activities/{activity}/answer',
    summary: 'Says the day after whether the caller was there.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ activity: Id, was: v.boolean() }),
    output: v.object({ was: v.boolean() }),
    refusals: ['NOT_ASKED_YET', 'ANSWERS_OVER'],
  }),
  reportActivity: endpoint({
    route: 'POST /activities/{activity}/report',
    summary: 'Hands in how it was, with the photos that were added.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ activity: Id, words: ReportWords }),
    output: v.object({ id: Id }),
    refusals: [
      'ACTIVITY_NOT_HELD',
      'ACTIVITY_GOES_ON',
      'REPORT_LATE',
      'REPORTED_ALREADY',
      'REPORT_NO_PHOTO',
      'TEXT_RISKY',
      'TOO_OFTEN',
    ],
  }),
};
