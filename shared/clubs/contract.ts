import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Remind } from '../messages/reminder.ts';
import { GuestCard } from '../venues/guest.ts';
import { activities } from './activitiesContract.ts';
import { Category, ClubFacts, ClubState } from './club.ts';
import { ActivityRow, ClubRow, Name, Said, Why } from './views.ts';

const MineRow = v.object({ ...ClubRow.entries, state: ClubState, leads: v.boolean(), asked: v.boolean() });

/** Clubs as members see them: finding, joining, leading; and their activities. */
export const clubs = {
  ...activities,
  listClubs: endpoint({
    route: 'GET /clubs',
    summary: "Clubs that go on: of the caller's own union and those around it, or of the whole city.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({
      /** `own`: of the caller's union; `near`: of the node above it and all below that; `city`: all. */
      around: v.picklist(['own', 'near', 'city']),
      category: v.optional(Category),
      cursor: Cursor,
    }),
    output: v.object({ clubs: list(ClubRow, 50), cursor: Cursor }),
    refusals: [],
  }),
  listMyClubs: endpoint({
    route: 'GET /my-clubs',
    summary: 'The clubs that the caller leads, is asked to lead, or is in.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({}),
    output: v.object({ clubs: list(MineRow, 60) }),
    refusals: [],
  }),
  getClub: endpoint({
    route: 'GET /clubs/{club}',
    summary: "A club's page: what it is, what it plans and did, what it has earned.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ club: Id }),
    output: v.object({
      club: v.object({ ...ClubRow.entries, state: ClubState, leader: Name }),
      /** Whether the caller leads it, is in it, is asked to lead it. */
      leads: v.boolean(),
      belongs: v.boolean(),
      asked: v.boolean(),
      /** Why the caller can't join. */
      whyNotJoin: Why,
      members: Count,
      /** For its leader: what the union said, whom they have asked to lead it. */
      said: v.optional(Said),
      successor: v.optional(v.object({ name: Name, at: Time })),
      /** The next ones first, then the latest. */
      activities: list(ActivityRow, 20),
      /** Points that can be redeemed and this year's money, for everybody to see. */
      balance: Count,
      redeemed: Count,
    }),
    refusals: [],
  }),
  registerClub: endpoint({
    route: 'POST /clubs',
    summary: "Asks for a new club of the caller's union, who will lead it.",
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ ...ClubFacts.entries, remind: Remind }),
    output: v.object({ id: Id }),
    refusals: ['CLUB_MEMBERS_ONLY', 'CLUBS_TOO_MANY', 'TEXT_RISKY'],
  }),
  changeClub: endpoint({
    route: 'PUT /clubs/{club}',
    summary: 'Changes what a club says of itself; one that was refused is asked for again.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ club: Id, ...ClubFacts.entries }),
    output: v.object({ state: ClubState }),
    refusals: ['CLUB_CLOSED', 'CLUBS_TOO_MANY', 'TOO_OFTEN', 'TEXT_RISKY'],
  }),
  joinClub: endpoint({
    route: 'POST /clubs/{club}/membership',
    summary: 'Joins a club.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ club: Id }),
    output: v.object({ belongs: v.boolean() }),
    refusals: ['CLUB_MEMBERS_ONLY', 'CLUB_NOT_ACTIVE'],
  }),
  leaveClub: endpoint({
    route: 'POST /clubs/{club}/departure',
    summary: 'Leaves a club.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ club: Id }),
    output: v.object({ belongs: v.boolean() }),
    refusals: ['LEADER_FIRST'],
  }),
  listClubMembers: endpoint({
    route: 'GET /clubs/{club}/members',
    summary: "A club's members, masked, for its leader.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ club: Id, cursor: Cursor }),
    output: v.object({
      /** `id` stands for the member in this club. */
      members: list(v.object({ id: text(60), name: Name, since: Time, leads: v.boolean() }), 50),
      cursor: Cursor,
    }),
    refusals: ['CLUB_NOT_ACTIVE'],
  }),
  nameSuccessor: endpoint({
    route: 'POST /clubs/{club}/successor',
    summary: 'Asks a member of the club, by the card they show, to lead it from now on.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ club: Id, card: GuestCard }),
    output: v.object({ name: Name }),
    refusals: [
      'CLUB_NOT_ACTIVE',
      'LEADS_ALREADY',
      'NOT_IN_CLUB',
      'CARD_OVER',
      'CARD_UNKNOWN',
      'TOO_MANY_GUESSES',
      'TOO_OFTEN',
    ],
  }),
  takeLead: endpoint({
    route: 'POST /clubs/{club}/leadership',
    summary: 'Agrees to lead a club.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ club: Id }),
    output: v.object({ leads: v.boolean() }),
    refusals: ['NOT_ASKED', 'CLUBS_TOO_MANY', 'CLUB_MEMBERS_ONLY'],
  }),
};
