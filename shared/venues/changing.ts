import { Refusal, type RefusalCode } from '../refusal.ts';
import { type RequestMark, remember } from '../retry.ts';
import { DAY, dayOf, type Instant } from '../time.ts';
import type { KeepersWord } from './keepersWord.ts';
import { clockMinutes, type Hours, hoursOn, isKept, type Room, slotMinutesOn } from './room.ts';
import { changesOf } from './said.ts';
import { isTooSoon, SETTLES_IN, touchedBy } from './settling.ts';
import type { RoomFacts, VenueChange } from './setUp.ts';
import { type Before, roomOf, type Venue } from './venue.ts';

/** What keepers change of a venue, and what that does to its slots. */

/** Rooms of one venue; a retired one is among them while its bookings are talked about. */
export const mostRooms = 20;
const REMEMBERED = 90 * DAY;
/** Changes of one venue in a day. */
const OFTEN = 80;

/** What is new with a change: chosen by who calls, since a rule makes no ids. */
export interface Fresh {
  readonly room: string;
  readonly door: string;
}

/** Why hours can't be so: a span that ends before it begins, or two that overlap. */
export function whyNotHours(hours: Hours): RefusalCode | undefined {
  const wrong = hours.some((spans) =>
    spans.some(({ from, until }, i) => {
      const before = spans[i - 1];
      return (
        clockMinutes(until) <= clockMinutes(from) ||
        (before !== undefined && clockMinutes(from) < clockMinutes(before.until))
      );
    }),
  );
  return wrong ? 'HOURS_WRONG' : undefined;
}

const roomFrom = ({ occupations, ...facts }: RoomFacts, fresh: Fresh): Room => ({
  ...facts,
  id: fresh.room,
  audience: { occupations },
  door: fresh.door,
});

/** What holds now, and what comes from a day on; nothing comes where that is the same. */
function fromDay<T>(
  now: T,
  then: T,
  from: string,
  today: string,
): { now: T; next: { from: string; then: T } | undefined } {
  if (from <= today) return { now: then, next: undefined };
  return { now, next: JSON.stringify(then) === JSON.stringify(now) ? undefined : { from, then } };
}

/** A room with other facts; another slot length holds from a day on. */
function withFacts(room: Room, { occupations, ...facts }: RoomFacts, from: string, today: string): Room {
  const { now, next } = fromDay<number>(slotMinutesOn(room, today), facts.slotMinutes, from, today);
  return {
    ...room,
    ...facts,
    audience: { occupations },
    slotMinutes: now,
    next: next && { from, slotMinutes: next.then },
  };
}

const replaced = (venue: Venue, id: string, room: (before: Room) => Room): Venue => ({
  ...venue,
  rooms: venue.rooms.map((one) => (one.id === id ? room(one) : one)),
});

/** What a venue becomes by a change, whether or not it may. */
export function plan(venue: Venue, change: VenueChange, fresh: Fresh, now: Instant): Venue {
  const today = dayOf(now);
  switch (change.kind) {
    case 'facts':
      return { ...venue, ...change.facts };
    case 'hours': {
      const { now: hours, next } = fromDay(hoursOn(venue, today), change.hours, change.from, today);
      const closedDays = [...new Set(change.closedDays)].filter((day) => day >= today).sort();
      return { ...venue, hours, next: next && { from: next.from, hours: next.then }, closedDays };
    }
    case 'newRoom':
      return { ...venue, rooms: [...venue.rooms, roomFrom(change.facts, fresh)] };
    case 'room':
      return replaced(venue, change.room, (room) => withFacts(room, change.facts, change.from, today));
    case 'retire': {
      // A day long past would drop the room with the bookings that are still ahead in it.
      const isPast = change.from < today;
      const retired = isPast ? today : change.from;
      return replaced(venue, change.room, (room) => ({ ...room, retired }));
    }
    case 'door':
      return replaced(venue, change.room, (room) => ({ ...room, door: fresh.door }));
  }
}

/** Whether a change has to do with slots at all: only these wait for one another. */
const isOfSlots = ({ kind }: VenueChange) => kind === 'hours' || kind === 'room' || kind === 'retire';

/** Why a venue can't be changed so now. `version` is the one that the keeper saw. */
export function whyNotChange(
  venue: Venue,
  change: VenueChange,
  version: number,
  now: Instant,
): RefusalCode | undefined {
  if (version !== venue.version) return 'VENUE_CHANGED';
  const room = 'room' in change ? roomOf(venue, change.room) : undefined;
  if ('room' in change && (!room || !isKept(room, dayOf(now)))) return 'NOT_FOUND';
  if (change.kind === 'newRoom' && kept(venue.rooms, now).length >= mostRooms) return 'ROOMS_FULL';
  if (change.kind === 'hours') {
    const why = whyNotHours(change.hours);
    if (why) return why;
  }
  if (!isOfSlots(change)) return undefined;
  if (venue.settling) return 'VENUE_SETTLING';
  return isTooSoon(beforeOf(venue), plan(venue, change, { room: '', door: '' }, now), now)
    ? 'CHANGE_TOO_SOON'
    : undefined;
}

/** Rooms that are still talked about. */
const kept = (rooms: readonly Room[], now: Instant): Room[] =>
  rooms.filter(({ retired }) => retired === undefined || retired >= dayOf(now - REMEMBERED));

/** What of a venue says which slots it has. */
export const beforeOf = ({ hours, next, closedDays, rooms }: Venue): Before => ({
  hours,
  next,
  closedDays,
  rooms: rooms.map(({ id, slotMinutes, capacity, next, retired }) => ({
    id,
    slotMinutes,
    capacity,
    next,
    retired,
  })),
});

/** Whether any slot is taken away, or takes another number than before. */
const unsettles = (before: Before, after: Venue, now: Instant) => touchedBy(before, after, now).length > 0;

/** Changes a venue. Throws what whyNotChange says; what changes nothing leaves the venue as it is. */
export function changeVenue(
  venue: Venue,
  change: VenueChange,
  { version, word, request, fresh, now }: Change,
): Venue {
  const why = whyNotChange(venue, change, version, now);
  if (why) throw new Refusal(why);
  const planned = plan(venue, change, fresh, now);
  const changes = changesOf(venue, planned);
  if (changes.length === 0) return venue;
  const before = beforeOf(venue);
  const settling = unsettles(before, planned, now)
    ? { due: now + SETTLES_IN, word, before }
    : planned.settling;
  const next = { ...planned, version: venue.version + 1 };
  return {
    ...next,
    rooms: kept(next.rooms, now),
    settling,
    changed: { to: 'changed', word, changes },
    accepted: remember(venue.accepted, { ...request, round: next.version }, now, OFTEN),
  };
}

/** Who changes what, with what is needed to do it. */
export interface Change {
  /** The version that the keeper saw. */
  readonly version: number;
  readonly word: KeepersWord;
  readonly request: RequestMark;
  readonly fresh: Fresh;
  readonly now: Instant;
}

const NO_DOORS: Hours = [[], [], [], [], [], [], []];

/** A new venue: nobody sees it before it has hours and a room. */
export function openVenue(
  facts: Pick<Venue, 'name' | 'address' | 'latitude' | 'longitude' | 'phone' | 'words'>,
  org: Venue['org'],
  word: KeepersWord,
  request: RequestMark,
): Venue {
  const venue: Venue = {
    ...facts,
    id: word.venue,
    version: 1,
    org,
    hours: NO_DOORS,
    closedDays: [],
    rooms: [],
    accepted: [{ ...request, at: word.at, round: 1 }],
  };
  return { ...venue, changed: { to: 'opened', word, changes: changesOf(undefined, venue) } };
}
