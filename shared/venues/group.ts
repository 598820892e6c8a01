import * as v from 'valibot';
import { OrgRef } from '../joining/session.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { Accepted, acceptedBefore, type RequestMark, remember } from '../retry.ts';
import { DAY, dayOf, type Instant, instantOf } from '../time.ts';
import type { VenuesPolicy } from './policy.ts';

/** A group with a standing place in venues, such as an interest group of a basic union; its leader books for it. */
export const Group = v.object({
  id: v.string(),
  version: v.number(),
  /** The union whose members it is of. */
  org: OrgRef,
  name: v.string(),
  /** The member who books for it, and is there. */
  leader: v.string(),
  /** Who named the leader, on what that rests, and who led it before; the people are told, and it is recorded. */
  named: v.object({
    by: v.string(),
    at: v.number(),
    authority: v.string(),
    before: v.optional(v.string()),
  }),
  accepted: v.array(Accepted),
});
export type Group = v.InferOutput<typeof Group>;

/** A keeper's naming of a leader: who named whom, when, on what their role rests. */
export interface Naming {
  readonly leader: string;
  readonly by: string;
  readonly authority: string;
}

/** Why somebody can't lead a union's group; nobody names themself. */
export function whyNotLead(
  org: Pick<OrgRef, 'path'>,
  { leader, by }: Pick<Naming, 'leader' | 'by'>,
  theirs: Pick<OrgRef, 'path'>,
): RefusalCode | undefined {
  if (leader === by) return 'OWN_GROUP';
  return theirs.path.startsWith(org.path) ? undefined : 'LEADER_ELSEWHERE';
}

/** A new group with its leader. */
export function register(
  { id, org, name }: Pick<Group, 'id' | 'org' | 'name'>,
  { leader, by, authority }: Naming,
  request: RequestMark,
  now: Instant,
): Group {
  const named = { by, at: now, authority };
  return { id, version: 1, org, name, leader, named, accepted: remember([], request, now, 1) };
}

/** How often a group's leader may be named in a day. */
const NAMINGS_A_DAY = 10;

/**
 * The group with another leader. What the former one has booked stays theirs. Throws GROUP_CHANGED when it is no
 * more the group that was `seen`; the same request again changes nothing.
 */
export function nameLeader(
  group: Group,
  { leader, by, authority }: Naming,
  seen: number,
  request: RequestMark,
  now: Instant,
): Group {
  if (acceptedBefore(group.accepted, request, now)) return group;
  if (group.version !== seen) throw new Refusal('GROUP_CHANGED');
  const accepted = remember(group.accepted, request, now, NAMINGS_A_DAY);
  const named = { by, at: now, authority, before: group.leader };
  return { ...group, version: group.version + 1, leader, named, accepted };
}

const WEEK = 7 * DAY;

/** The starts of a weekly booking: from the first one, every seven days, up to a day and with it. */
export function weeksFrom(first: Instant, until: string): Instant[] {
  const last = instantOf(until, '24:00');
  const count = Math.max(0, Math.ceil((last - first) / WEEK));
  return Array.from({ length: count }, (_, i) => first + i * WEEK);
}

/** Why a group can't book weekly until then: not at all, or further ahead than the policy lets it. */
export function whyNotWeekly(
  first: Instant,
  until: string,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  if (until < dayOf(first)) return 'WEEKS_NONE';
  return instantOf(until, '00:00') > now + policy.groupWeeks * WEEK ? 'WEEKS_TOO_MANY' : undefined;
}

const OF_A_DATE: readonly RefusalCode[] = [
  'SLOT_TAKEN',
  'SLOT_CLOSED',
  'SLOT_SETTLING',
  'SLOT_PAST',
  'SLOT_TOO_SOON',
  'ELSEWHERE_THEN',
  'TURNED_TOO_OFTEN',
];

/**
 * Whether a refusal is about one date, and leaves the others as they are: it stands beside its date in the answer,
 * and is none of those that the endpoint as a whole declares.
 */
export const isOfADate = (why: RefusalCode): boolean => OF_A_DATE.includes(why);
