import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Photos } from '../photos/album.ts';
import { GuestCard } from '../venues/guest.ts';
import { ClubState, Words } from './club.ts';
import { Grade } from './policy.ts';
import { ActivityRow, AttendeeView, ClubRow, CountedView, Name, Why } from './views.ts';

const who = { staff: ['clubReviewer'] } as const;
const readers = { staff: ['clubReviewer', 'finance', 'auditor'] } as const;

/** What reviewers do with clubs and their activities. */
export const clubDesk = {
  listKeptClubs: endpoint({
    route: 'GET /kept-clubs',
    summary: 'Clubs of an org and all below it, by state.',
    who: readers,
    repeat: 'safe',
    input: v.object({ org: Id, state: ClubState, cursor: Cursor }),
    output: v.object({
      clubs: list(
        v.object({ ...ClubRow.entries, state: ClubState, leader: Name, since: Time, leads: v.boolean() }),
        50,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  decideClub: endpoint({
    route: 'POST /kept-clubs/{club}/decision',
    summary: 'Agrees to a club, or refuses it with words.',
    who,
    repeat: 'key',
    input: v.object({ club: Id, approved: v.boolean(), words: v.optional(Words) }),
    output: v.object({ state: ClubState }),
    refusals: ['OWN_CLUB', 'CLUB_DECIDED', 'REASON_MISSING', 'TOO_OFTEN'],
  }),
  closeClub: endpoint({
    route: 'POST /kept-clubs/{club}/closing',
    summary: 'Ends a club; its ledger and what it did stay.',
    who,
    repeat: 'key',
    input: v.object({ club: Id, words: Words }),
    output: v.object({ state: ClubState }),
    refusals: ['OWN_CLUB', 'CLUB_CLOSED', 'TOO_OFTEN'],
  }),
  putClubLeader: endpoint({
    route: 'POST /kept-clubs/{club}/leader',
    summary: "Names who leads a club, by the card they show: where its leader left or can't be reached.",
    who,
    repeat: 'key',
    input: v.object({ club: Id, card: GuestCard }),
    output: v.object({ name: Name }),
    refusals: [
      'OWN_CLUB',
      'CLUB_NOT_ACTIVE',
      'LEADS_ALREADY',
      'LEADER_ELSEWHERE',
      'CLUBS_TOO_MANY',
      'CARD_OVER',
      'CARD_UNKNOWN',
      'TOO_MANY_GUESSES',
      'TOO_OFTEN',
    ],
  }),
  listKeptActivities: endpoint({
    route: 'GET /kept-activities',
    summary:
      'Activities of an org and all below it that wait for a reviewer: to be agreed to, or to be graded.',
    who: readers,
    repeat: 'safe',
    input: v.object({ org: Id, waiting: v.picklist(['declared', 'counted']), cursor: Cursor }),
    output: v.object({
      activities: list(
        v.object({
          ...ActivityRow.entries,
          union: text(40),
          expected: Count,
          headcount: v.optional(Count),
          /** How many kinds of things are odd, and whether that is settled. */
          odd: Count,
          settled: v.boolean(),
          /** Somebody proposed another grade, which waits for a second reviewer. */
          proposed: v.boolean(),
          since: Time,
        }),
        50,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  getKeptActivity: endpoint({
    route: 'GET /kept-activities/{activity}',
    summary: 'An activity with all that a reviewer judges it by; names are masked.',
    who: readers,
    repeat: 'safe',
    input: v.object({ activity: Id }),
    output: v.object({
      activity: v.object({
        ...ActivityRow.entries,
        words: text(200),
        expected: Count,
        union: text(40),
        leader: Name,
        declaredAt: Time,
      }),
      counted: v.optional(CountedView),
      attendees: list(AttendeeView, 500),
      report: v.optional(v.object({ words: text(500), photos: Photos, at: Time })),
      settled: v.optional(v.object({ words: text(100), by: Name, at: Time })),
      proposed: v.optional(
        v.object({ grade: Grade, words: text(100), by: Name, at: Time, mine: v.boolean() }),
      ),
      /** The table's grade for what was counted, its points, and the version of the policy; beside which it can be moved. */
      table: v.optional(
        v.object({ grade: v.optional(Grade), points: Count, rule: Count, besides: list(Grade, 2) }),
      ),
      whyNotRule: Why,
      whyNotGrade: Why,
      /** When people's answers are all in. */
      gradedFrom: v.optional(Time),
    }),
    refusals: [],
  }),
  decideActivity: endpoint({
    route: 'POST /kept-activities/{activity}/decision',
    summary: 'Agrees to an activity, or sends it back with words.',
    who,
    repeat: 'key',
    input: v.object({ activity: Id, approved: v.boolean(), words: v.optional(Words) }),
    output: v.object({ id: Id }),
    refusals: ['OWN_CLUB', 'ACTIVITY_DECIDED', 'REASON_MISSING', 'TOO_OFTEN'],
  }),
  strikeAttendee: endpoint({
    route: 'POST /kept-activities/{activity}/strikes',
    summary: 'Strikes somebody out who was not there, or takes that back; it is counted again.',
    who,
    repeat: 'natural',
    input: v.object({ activity: Id, attendee: text(100), struck: v.boolean() }),
    output: v.object({ counted: CountedView }),
    refusals: ['OWN_CLUB', 'ACTIVITY_DECIDED', 'ANSWERS_PENDING'],
  }),
  settleAnomalies: endpoint({
    route: 'POST /kept-activities/{activity}/settlement',
    summary: 'Says in words what was found of what is odd; it can be graded then.',
    who,
    repeat: 'key',
    input: v.object({ activity: Id, words: Words }),
    output: v.object({ id: Id }),
    refusals: ['OWN_CLUB', 'NOTHING_TO_SETTLE', 'TOO_OFTEN'],
  }),
  gradeActivity: endpoint({
    route: 'POST /kept-activities/{activity}/grade',
    summary:
      'Grades by the table; or confirms, as a second reviewer, the grade that was proposed. The points are in the ledger with it.',
    who,
    repeat: 'key',
    input: v.object({
      activity: Id,
      /** Whose it is: what its ledger says is read beside it. */
      club: Id,
      as: v.picklist(['table', 'proposed']),
      /** The grade that the reviewer saw, absent where there was none: another count, or another policy, is another grade. */
      seen: v.optional(Grade),
    }),
    output: v.object({ grade: v.optional(Grade), points: Count, balance: Count }),
    refusals: [
      'OWN_CLUB',
      'ACTIVITY_DECIDED',
      'NOT_REPORTED',
      'ANSWERS_PENDING',
      'ANOMALIES_OPEN',
      'GRADED_THAT_DAY',
      'NOTHING_PROPOSED',
      'SECOND_REVIEWER',
      'GRADE_ONE_STEP',
      'GRADE_CHANGED',
      'TOO_OFTEN',
    ],
  }),
  proposeGrade: endpoint({
    route: 'POST /kept-activities/{activity}/proposal',
    summary: "Proposes a grade one step beside the table's, with a reason; a second reviewer confirms it.",
    who,
    repeat: 'key',
    input: v.object({ activity: Id, grade: Grade, words: Words }),
    output: v.object({ id: Id }),
    refusals: [
      'OWN_CLUB',
      'ACTIVITY_DECIDED',
      'NOT_REPORTED',
      'ANSWERS_PENDING',
      'ANOMALIES_OPEN',
      'GRADED_THAT_DAY',
      'GRADE_ONE_STEP',
      'TOO_OFTEN',
    ],
  }),
  declineProposal: endpoint({
    route: 'POST /kept-activities/{activity}/proposal/end',
    summary: 'Declines a proposed grade, as a second reviewer.',
    who,
    repeat: 'key',
    input: v.object({ activity: Id }),
    output: v.object({ id: Id }),
    refusals: ['OWN_CLUB', 'ACTIVITY_DECIDED', 'NOTHING_PROPOSED', 'SECOND_REVIEWER', 'TOO_OFTEN'],
  }),
  voidActivity: endpoint({
    route: 'POST /kept-activities/{activity}/voiding',
    summary: 'Finds that it was no activity, with words; nothing comes of it.',
    who,
    repeat: 'key',
    input: v.object({ activity: Id, words: Words }),
    output: v.object({ id: Id }),
    refusals: ['OWN_CLUB', 'ACTIVITY_DECIDED', 'TOO_OFTEN'],
  }),
  reverseAward: endpoint({
    route: 'POST /kept-activities/{activity}/reversal',
    summary:
      "Takes a graded activity's points back by an entry of the ledger; what is not there any more is owed.",
    who,
    repeat: 'key',
    input: v.object({ activity: Id, words: Words }),
    /** How many of its points were there to be taken; what the club owes, and has, after it. */
    output: v.object({ taken: Count, owed: Count, balance: Count }),
    refusals: ['OWN_CLUB', 'NOT_GRADED', 'TOO_OFTEN'],
  }),
};
