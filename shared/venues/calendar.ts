import * as v from 'valibot';
import { Template } from '../messages/reminder.ts';
import type { RefusalCode } from '../refusal.ts';
import { DAY, type Instant, weekOf } from '../time.ts';
import { bannedUntil, NoShow } from './noShow.ts';
import type { VenuesPolicy } from './policy.ts';
import type { SlotTime } from './room.ts';

/**
 * What one person has ahead of them, whatever it is of: one item a person. An entry is written before
 * the place is asked for, so it may be void; it stands only while the slot names it.
 */
export const Entry = v.object({
  /** The booking's id, the same as at the slot. */
  id: v.string(),
  what: v.picklist(['slot', 'event']),
  /** Room or event. */
  of: v.string(),
  /** The venue of the room. */
  venue: v.optional(v.string()),
  start: v.number(),
  end: v.number(),
  since: v.number(),
  /** The booking that is given up for it. */
  insteadOf: v.optional(v.string()),
  /** The group or club it is for; a slot for one takes nothing of what the person may book for themself. */
  group: v.optional(v.string()),
  /** What WeChat may tell the person of, as they allowed with the tap that asked for it, at `since`. */
  remind: v.optional(v.array(Template)),
  /** When it came to nothing or was over before its time; kept for a day, since a request may be sent again. */
  over: v.optional(v.number()),
});
export type Entry = v.InferOutput<typeof Entry>;

export const Calendar = v.object({
  person: v.string(),
  version: v.number(),
  entries: v.array(Entry),
  /**
   * Where the person waits in line, or a place is held for them; that occupies nothing. Like an entry, one may be
   * void for a while: the slot says whether they wait, and whoever counts lines asks it.
   */
  waits: v.array(Entry),
  noShows: v.array(NoShow),
});
export type Calendar = v.InferOutput<typeof Calendar>;

export const emptyCalendar = (person: string): Calendar => ({
  person,
  version: 0,
  entries: [],
  waits: [],
  noShows: [],
});

/** Whether two entries ask for the same thing; one request key stands for one thing only. */
export const isSameWish = (a: Entry, b: Entry): boolean =>
  a.of === b.of && a.start === b.start && a.insteadOf === b.insteadOf && a.group === b.group;

const overlap = (a: SlotTime, b: SlotTime) => a.start < b.end && b.start < a.end;

/** Whether one is the room of the other: a club's activity, and the room that is booked for that club. */
const sameGathering = (a: Pick<Entry, 'what' | 'group'>, b: Pick<Entry, 'what' | 'group'>) =>
  a.what !== b.what && a.group !== undefined && a.group === b.group;

const standing = (entries: readonly Entry[]) => entries.filter(({ over }) => over === undefined);

/** Entries ahead of somebody, or going on. */
export const upcoming = ({ entries }: Calendar, now: Instant) =>
  standing(entries).filter(({ end }) => end > now);

/** Whether an entry takes of what a person may book. */
const counts = ({ what, group }: Entry) => what === 'slot' && group === undefined;

/** Bookings in the week that a moment is in. */
const inWeekOf = ({ entries }: Calendar, at: Instant) =>
  standing(entries).filter((entry) => counts(entry) && weekOf(entry.start) === weekOf(at));
const lengthOf = (entries: readonly SlotTime[]) =>
  entries.reduce((sum, { start, end }) => sum + end - start, 0);

/** The rule that an entry is in the way of, and the entries that are. */
interface InTheWay {
  readonly code: Extract<
    RefusalCode,
    'ELSEWHERE_THEN' | 'TOO_MANY_AHEAD' | 'TOO_LONG_A_WEEK' | 'BOOKING_OVERTAKEN'
  >;
  /** Those on which the refusal rests: were one of them void, the question would have to be asked again. */
  readonly entries: readonly Entry[];
}

/**
 * What in somebody's calendar is in the way of a slot: they are elsewhere then, have as much ahead of
 * them as the policy allows, or as long in that week. What they book for a group counts for none of that, but
 * they are in one place all the same. Source: venue rules.
 */
export function inTheWay(
  calendar: Calendar,
  slot: SlotTime,
  policy: VenuesPolicy,
  now: Instant,
  /** The group it is for; `true` for what counts for none of that otherwise. */
  forGroup: string | boolean | undefined = undefined,
): InTheWay | undefined {
  const ahead = upcoming(calendar, now);
  const it = { what: 'slot', group: typeof forGroup === 'string' ? forGroup : undefined } as const;
  const elsewhere = ahead.filter((entry) => overlap(entry, slot) && !sameGathering(entry, it));
  if (elsewhere.length > 0) return { code: 'ELSEWHERE_THEN', entries: elsewhere };
  if (forGroup) return undefined;
  const bookings = ahead.filter(counts);
  if (bookings.length >= policy.upcoming) return { code: 'TOO_MANY_AHEAD', entries: bookings };
  const week = inWeekOf(calendar, slot.start);
  return lengthOf(week) + slot.end - slot.start > policy.aWeek
    ? { code: 'TOO_LONG_A_WEEK', entries: week }
    : undefined;
}

/** What somebody has at the time of a club's activity, but for the room that they booked for it. Source: one person, one place. */
export const inTheWayOfActivity = (
  calendar: Calendar,
  { club, ...time }: SlotTime & { readonly club: string },
  now: Instant,
): readonly Entry[] =>
  upcoming(calendar, now).filter(
    (entry) => overlap(entry, time) && !sameGathering(entry, { what: 'event', group: club }),
  );

/**
 * What is in the way of a slot in place of a booking: the same, as if that one were gone. It is given up once,
 * so another entry in place of it is in the way too.
 */
export function inTheWayOfChange(
  calendar: Calendar,
  slot: SlotTime,
  insteadOf: string,
  policy: VenuesPolicy,
  now: Instant,
): InTheWay | undefined {
  const others = standing(calendar.entries).filter((entry) => entry.insteadOf === insteadOf);
  if (others.length > 0) return { code: 'BOOKING_OVERTAKEN', entries: others };
  return inTheWay(strike(calendar, [insteadOf], now), slot, policy, now);
}

/** How much longer somebody can book in the week of a moment, and how many more bookings they can have ahead. */
export const leftFor = (calendar: Calendar, at: Instant, policy: VenuesPolicy, now: Instant) => ({
  week: Math.max(0, policy.aWeek - lengthOf(inWeekOf(calendar, at))),
  upcoming: Math.max(0, policy.upcoming - upcoming(calendar, now).filter(counts).length),
});

/** Why somebody can't book because of what they did before: until when, see bannedUntil. */
export const whyNotYet = (calendar: Calendar, policy: VenuesPolicy, now: Instant): RefusalCode | undefined =>
  bannedUntil(calendar.noShows, policy, now) === undefined ? undefined : 'BOOKING_BANNED';

/** How often somebody may ask for one slot, and for any, and have it come to nothing within a day. */
const TURNS_A_SLOT = 5;
const TURNS_A_DAY = 30;

/**
 * Why somebody can't ask for a slot once more: they have booked and cancelled it, or got in and out of its line, too
 * often within a day. Each time is kept with the slot and in the calendar, and may have been offered to others.
 */
export function whyNotAgain(
  { entries, waits }: Calendar,
  { of, start }: Pick<Entry, 'of' | 'start'>,
  now: Instant,
): RefusalCode | undefined {
  const turns = [...entries, ...waits].filter(({ over }) => over !== undefined && now - over < DAY);
  const here = turns.filter((entry) => entry.of === of && entry.start === start);
  return here.length >= TURNS_A_SLOT || turns.length >= TURNS_A_DAY ? 'TURNED_TOO_OFTEN' : undefined;
}

/** How long what somebody took part in is kept: they are asked about it for days. */
const ASKED_ABOUT = 10 * DAY;

/**
 * What is kept: what is ahead, this week's, which counts for the week, what somebody may be asked about, and a day's,
 * since a request may be sent again.
 */
const keeps = ({ what, over, end, start, since }: Entry, now: Instant) => {
  if (now - (over ?? since) < DAY) return true;
  if (over !== undefined) return false;
  return end > now || weekOf(start) >= weekOf(now) || (what === 'event' && now - end < ASKED_ABOUT);
};

const fresh = (list: readonly Entry[], now: Instant) => list.filter((known) => keeps(known, now));
/** Waits count for no week: what is past goes. */
const freshWaits = (list: readonly Entry[], now: Instant) =>
  fresh(list, now).filter(({ over, since, end }) => end > now || now - (over ?? since) < DAY);
const changed = (calendar: Calendar, lists: Partial<Calendar>): Calendar => ({
  ...calendar,
  ...lists,
  version: calendar.version + 1,
});
const has = (list: readonly Entry[], id: string) => list.some((entry) => entry.id === id);
const not = (list: readonly Entry[], ids: readonly string[]) => list.filter(({ id }) => !ids.includes(id));

/** The calendar with an entry; the same entry again changes nothing. */
export function enter(calendar: Calendar, entry: Entry, now: Instant): Calendar {
  if (has(calendar.entries, entry.id)) return calendar;
  return changed(calendar, {
    entries: [...fresh(calendar.entries, now), entry],
    waits: not(freshWaits(calendar.waits, now), [entry.id]),
  });
}

/** The calendar with a wait; the same wait again changes nothing. */
export function enterWait(calendar: Calendar, entry: Entry, now: Instant): Calendar {
  if (has(calendar.waits, entry.id)) return calendar;
  return changed(calendar, { waits: [...freshWaits(calendar.waits, now), entry] });
}

/** The calendar without a wait that never was; the same request may still get in line, and is entered anew. */
export const dropWait = (calendar: Calendar, id: string): Calendar =>
  has(calendar.waits, id) ? changed(calendar, { waits: not(calendar.waits, [id]) }) : calendar;

/** The calendar with these entries and waits struck out: they came to nothing, or are over. */
export function strike(calendar: Calendar, ids: readonly string[], now: Instant): Calendar {
  const isStruck = ({ id, over }: Entry) => ids.includes(id) && over === undefined;
  if (![...calendar.entries, ...calendar.waits].some(isStruck)) return calendar;
  const struck = (list: readonly Entry[]) =>
    list.map((entry) => (isStruck(entry) ? { ...entry, over: now } : entry));
  return changed(calendar, { entries: struck(calendar.entries), waits: struck(calendar.waits) });
}

/** The calendar with a no-show in the ledger; the same one again changes nothing. */
export function recordNoShow(calendar: Calendar, noShow: NoShow): Calendar {
  if (calendar.noShows.some(({ id }) => id === noShow.id)) return calendar;
  return changed(calendar, { noShows: [...calendar.noShows, noShow] });
}

/** The calendar with a no-show lifted, which then counts no more; lifted once is lifted. */
export function liftNoShow(calendar: Calendar, id: string, lifted: NonNullable<NoShow['lifted']>): Calendar {
  const found = calendar.noShows.find((noShow) => noShow.id === id);
  if (!found || found.lifted) return calendar;
  return changed(calendar, {
    noShows: calendar.noShows.map((noShow) => (noShow.id === id ? { ...noShow, lifted } : noShow)),
  });
}
