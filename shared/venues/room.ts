import * as v from 'valibot';
import { Occupation } from '../codes.ts';
import type { Employment } from '../joining/form.ts';
import type { RefusalCode } from '../refusal.ts';
import { clockOf, DAY, dayOf, type Instant, instantOf, MINUTE, weekdayOf } from '../time.ts';
import type { VenuesPolicy } from './policy.ts';

/** A day in Shanghai, `YYYY-MM-DD`. */
export const Day = v.pipe(v.string('REQUIRED'), v.maxLength(10, 'TIME'), v.isoDate('TIME'));
/** A time of day in Shanghai, `HH:MM`. */
export const Clock = v.pipe(
  v.string('REQUIRED'),
  v.maxLength(5, 'TIME'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'TIME'),
);

/** When a venue is open on one weekday. */
const Span = v.object({ from: Clock, until: Clock });
export type Span = v.InferOutput<typeof Span>;

/** Opening hours by weekday, Sunday first; no spans on a day when it stays closed. */
export const Hours = v.pipe(
  v.array(v.pipe(v.array(Span), v.maxLength(3, 'TOO_LONG'))),
  v.length(7, 'FORMAT'),
);
export type Hours = v.InferOutput<typeof Hours>;

/** Who may book a room: every member, or those of some occupation groups only. */
const Audience = v.object({ occupations: v.pipe(v.array(Occupation), v.maxLength(9, 'TOO_LONG')) });

/** What a room is for. */
export const RoomKind = v.picklist(['court', 'reading', 'meeting', 'studio', 'activity'], 'CHOICE');
export type RoomKind = v.InferOutput<typeof RoomKind>;

/** A room that is booked by slots. */
export const Room = v.object({
  id: v.string(),
  name: v.string(),
  kind: RoomKind,
  /** Minutes of one slot. */
  slotMinutes: v.number(),
  /** How many bookings one slot takes; 1 is exclusive. */
  capacity: v.number(),
  /** A new day opens so many days ahead, at this hour. */
  daysAhead: v.number(),
  opensAtHour: v.number(),
  audience: Audience,
  /** Whether a keeper confirms each booking; a pending one holds its place. */
  needsApproval: v.boolean(),
  /** What the QR on its door says: scanned, it shows that somebody stands there. */
  door: v.string(),
  /** Slots of another length, from that day on. */
  next: v.optional(v.object({ from: Day, slotMinutes: v.number() })),
  /** From that day on it has no slots any more. */
  retired: v.optional(Day),
});
export type Room = v.InferOutput<typeof Room>;

/** When a venue opens its doors. */
export interface Doors {
  readonly hours: Hours;
  /** Other hours, from that day on. */
  readonly next?: { readonly from: string; readonly hours: Hours } | undefined;
  /** Days on which it stays closed all the same. */
  readonly closedDays: readonly string[];
}

/** What of a room says which slots it has. */
export type Grid = Pick<Room, 'slotMinutes' | 'next' | 'retired'>;

export interface SlotTime {
  readonly start: Instant;
  readonly end: Instant;
}

/** A time of day in minutes. */
export const clockMinutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What holds on a day: what is so now, or what is so from a day on that has come by then. */
const heldOn = <T extends object>(now: T, next: (T & { from: string }) | undefined, day: string): T =>
  next && day >= next.from ? next : now;

/** The opening hours that hold on a day, and the length of a room's slots. */
export const hoursOn = ({ hours, next }: Doors, day: string): Hours => heldOn({ hours }, next, day).hours;
export const slotMinutesOn = ({ slotMinutes, next }: Grid, day: string): number =>
  heldOn({ slotMinutes }, next, day).slotMinutes;

/** Whether a room can be booked on a day at all. */
export const isKept = ({ retired }: Pick<Room, 'retired'>, day: string): boolean =>
  retired === undefined || day < retired;

/** A room's slots on a day, in order; what does not fill a whole slot before closing is none. */
export function slotsOn(room: Grid, doors: Doors, day: string): SlotTime[] {
  if (doors.closedDays.includes(day) || !isKept(room, day)) return [];
  const midnight = instantOf(day, '00:00');
  const length = slotMinutesOn(room, day) * MINUTE;
  return (hoursOn(doors, day)[weekdayOf(midnight)] ?? []).flatMap(({ from, until }) => {
    const [first, last] = [midnight + clockMinutes(from) * MINUTE, midnight + clockMinutes(until) * MINUTE];
    const count = Math.max(0, Math.floor((last - first) / length));
    return Array.from({ length: count }, (_, i) => ({
      start: first + i * length,
      end: first + (i + 1) * length,
    }));
  });
}

/** Whether a room has a slot that starts then. */
export function slotAt(room: Grid, doors: Doors, start: Instant): SlotTime | undefined {
  return slotsOn(room, doors, dayOf(start)).find((slot) => slot.start === start);
}

/** From when a slot can be booked: the room's hour, so many days before the slot's day. */
export function opensAt({ daysAhead, opensAtHour }: Room, start: Instant): Instant {
  const midnight = instantOf(dayOf(start), '00:00');
  return midnight - daysAhead * DAY + opensAtHour * 60 * MINUTE;
}

/** Why nobody can book this slot now, whoever they are. */
export function whyNotOpen(
  room: Room,
  { start }: SlotTime,
  policy: VenuesPolicy,
  now: Instant,
): RefusalCode | undefined {
  if (now >= start) return 'SLOT_PAST';
  if (now > start - policy.notice) return 'SLOT_TOO_SOON';
  return now < opensAt(room, start) ? 'SLOT_NOT_OPEN' : undefined;
}

/** Why a room is not for somebody who works like this. */
export function whyNotForWork({ audience }: Room, employment: Employment): RefusalCode | undefined {
  const { occupations } = audience;
  if (occupations.length === 0) return undefined;
  const mine = employment.kind === 'newForm' ? employment.occupation : undefined;
  return mine && occupations.includes(mine) ? undefined : 'NOT_FOR_YOUR_WORK';
}

/**
 * What to take instead of a slot that has no place left: of what is free, the nearest in time; at the same
 * distance, what comes first in the list.
 */
export function nearestTo<Free extends SlotTime>(wanted: SlotTime, free: readonly Free[], most = 4): Free[] {
  const away = ({ start }: SlotTime) => Math.abs(start - wanted.start);
  return [...free].sort((a, b) => away(a) - away(b)).slice(0, most);
}

/** A slot's time of day, `19:00–20:00`. */
export const saySlot = ({ start, end }: SlotTime) => `${clockOf(start)}–${clockOf(end)}`;
