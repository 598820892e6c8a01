import * as v from 'valibot';
import { text } from '../bounds.ts';
import { OrgRef } from '../joining/session.ts';
import { Allowed } from '../messages/reminder.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { Role } from '../roles.ts';
import type { Instant } from '../time.ts';

/** A club (社团) of a union: who leads it, what it is for, and whether the union agreed to it. */

/** What clubs are for. */
export const categories = [
  'reading',
  'sport',
  'music',
  'dance',
  'writing',
  'photo',
  'games',
  'craft',
  'volunteer',
  'family',
  'other',
] as const;
export const Category = v.picklist(categories, 'CHOICE');
export type Category = v.InferOutput<typeof Category>;

/** What a leader types of a club. */
export const ClubFacts = v.object({
  name: v.pipe(text(20), v.trim(), v.minLength(2, 'TOO_SHORT')),
  category: Category,
  words: v.pipe(text(200), v.trim(), v.minLength(5, 'TOO_SHORT')),
});
export type ClubFacts = v.InferOutput<typeof ClubFacts>;

/** Why staff refuse a club or send an activity back, in a few words that are told. */
export const Words = v.pipe(text(100), v.trim(), v.minLength(2, 'TOO_SHORT'));

/** What staff decided, on what it rests. */
export const Decided = v.object({
  by: v.string(),
  role: Role,
  authority: v.string(),
  at: v.number(),
  words: v.optional(v.string()),
});
export type Decided = v.InferOutput<typeof Decided>;

export const ClubState = v.picklist(['applied', 'active', 'refused', 'closed']);

export const Club = v.object({
  id: v.string(),
  version: v.number(),
  org: OrgRef,
  ...ClubFacts.entries,
  leader: v.string(),
  state: ClubState,
  /** When it was asked for. */
  since: v.number(),
  /** What staff said last of it. */
  decided: v.optional(Decided),
  /** A member who is asked to lead it from now on. */
  successor: v.optional(v.object({ person: v.string(), by: v.string(), at: v.number() })),
  /** Who made the leader it, and who was before; for telling and recording. */
  led: v.optional(
    v.object({
      by: v.string(),
      role: v.optional(Role),
      authority: v.optional(v.string()),
      at: v.number(),
      before: v.string(),
    }),
  ),
  /** What WeChat may tell of it who asked for it. */
  allowed: Allowed,
  accepted: v.array(Accepted),
});
export type Club = v.InferOutput<typeof Club>;

/** How many requests about one club count in a day. */
const REQUESTS_A_DAY = 12;

/** The most clubs that one person leads. */
const MOST = 3;

/** Why somebody can't have one more club, who leads these. */
export const whyNotRegister = (
  clubs: readonly Pick<Club, 'leader' | 'state'>[],
  person: string,
): RefusalCode | undefined => {
  const led = clubs.filter(
    ({ leader, state }) => leader === person && (state === 'applied' || state === 'active'),
  );
  return led.length >= MOST ? 'CLUBS_TOO_MANY' : undefined;
};

/** Somebody asks for a new club of their union. */
export function register(
  {
    id,
    org,
    leader,
    facts,
    allowed,
  }: { id: string; org: Club['org']; leader: string; facts: ClubFacts; allowed?: Allowed },
  request: RequestMark,
  now: Instant,
): Club {
  const accepted = remember([], request, now, REQUESTS_A_DAY);
  return { id, version: 1, org, ...facts, leader, state: 'applied', since: now, allowed, accepted };
}

const changed = (club: Club, what: Partial<Club>): Club => ({ ...club, ...what, version: club.version + 1 });
/** The club after a request; the same request again changes nothing. */
function once(club: Club, request: RequestMark, now: Instant, next: () => Partial<Club>): Club {
  if (acceptedBefore(club.accepted, request, now)) return club;
  const what = next();
  return changed(club, { ...what, accepted: remember(club.accepted, request, now, REQUESTS_A_DAY) });
}

/** Why a club can't be decided on: nobody decides on the club they lead. */
export function whyNotDecide(
  { state, leader }: Pick<Club, 'state' | 'leader'>,
  by: string,
): RefusalCode | undefined {
  if (leader === by) return 'OWN_CLUB';
  return state === 'applied' ? undefined : 'CLUB_DECIDED';
}

/** Staff agree to a club or refuse it, with words. Throws OWN_CLUB, CLUB_DECIDED. */
export function decide(
  club: Club,
  { approved, decided }: { approved: boolean; decided: Decided },
  request: RequestMark,
  now: Instant,
): Club {
  return once(club, request, now, () => {
    const why = whyNotDecide(club, decided.by);
    if (why) throw new Refusal(why);
    return { state: approved ? 'active' : 'refused', decided };
  });
}

/** Who refused was can mend it and ask again; the leader changes what a club says of itself. */
export function change(club: Club, facts: ClubFacts, request: RequestMark, now: Instant): Club {
  return once(club, request, now, () => {
    if (club.state === 'closed') throw new Refusal('CLUB_CLOSED');
    return { ...facts, ...(club.state === 'refused' ? { state: 'applied' as const, since: now } : {}) };
  });
}

/** Staff end a club; its ledger and what it did stay. */
export function close(club: Club, decided: Decided, request: RequestMark, now: Instant): Club {
  return once(club, request, now, () => {
    if (club.leader === decided.by) throw new Refusal('OWN_CLUB');
    if (club.state !== 'active') throw new Refusal('CLUB_CLOSED');
    return { state: 'closed', decided, successor: undefined };
  });
}

/** Why somebody can't do what only the leader of a club that goes on may. */
export const whyNotLead = (
  club: Pick<Club, 'leader' | 'state'> | undefined,
  person: string,
): RefusalCode | undefined => {
  if (club?.leader !== person) return 'NOT_FOUND';
  return club.state === 'active' ? undefined : 'CLUB_NOT_ACTIVE';
};

/** The leader asks a member to lead the club from now on; who led stays until they agree. */
export function nameSuccessor(
  club: Club,
  person: string,
  by: string,
  request: RequestMark,
  now: Instant,
): Club {
  return once(club, request, now, () => {
    const why = whyNotLead(club, by);
    if (why) throw new Refusal(why);
    if (person === club.leader) throw new Refusal('LEADS_ALREADY');
    return { successor: { person, by, at: now } };
  });
}

/** Who was asked agrees: they lead the club from now on. Twice is once. */
export function takeLead(club: Club, person: string, now: Instant): Club {
  if (club.leader === person) return club;
  const { successor } = club;
  if (successor?.person !== person || club.state !== 'active') throw new Refusal('NOT_ASKED');
  const led = { by: successor.by, at: now, before: club.leader };
  return changed(club, { leader: person, successor: undefined, led });
}

/** Staff name who leads a club, where the leader left or can't be reached. */
export function putLeader(
  club: Club,
  person: string,
  { by, role, authority }: Pick<Decided, 'by' | 'role' | 'authority'>,
  request: RequestMark,
  now: Instant,
): Club {
  return once(club, request, now, () => {
    if (person === by || club.leader === by) throw new Refusal('OWN_CLUB');
    if (club.state !== 'active') throw new Refusal('CLUB_NOT_ACTIVE');
    if (person === club.leader) throw new Refusal('LEADS_ALREADY');
    const led = { by, role, authority, at: now, before: club.leader };
    return { leader: person, successor: undefined, led };
  });
}

/** Who led a club at a moment of now or lately. */
export const leaderAt = ({ leader, led }: Pick<Club, 'leader' | 'led'>, at: Instant): string =>
  led && led.at > at ? led.before : leader;

/** Somebody's place in a club: one item a person and club. */
export const Belonging = v.object({
  club: v.string(),
  person: v.string(),
  since: v.number(),
  /** When they left; who comes back has none. */
  left: v.optional(v.number()),
});
export type Belonging = v.InferOutput<typeof Belonging>;

/** Why somebody can't leave: the leader hands the club over first. */
export const whyNotLeave = (
  { leader, state }: Pick<Club, 'leader' | 'state'>,
  person: string,
): RefusalCode | undefined => (leader === person && state === 'active' ? 'LEADER_FIRST' : undefined);
