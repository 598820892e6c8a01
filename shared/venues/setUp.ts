import * as v from 'valibot';
import { list, text } from '../bounds.ts';
import { Occupation } from '../codes.ts';
import { Id } from '../ids.ts';
import { Day, Hours, RoomKind } from './room.ts';

/** What a keeper types and chooses to set a venue up, each with its bounds. */

const named = (most: number) => v.pipe(text(most), v.trim(), v.minLength(2, 'TOO_SHORT'));
const whole = (least: number, most: number) =>
  v.pipe(v.number('NUMBER'), v.integer('NUMBER'), v.minValue(least, 'NUMBER'), v.maxValue(most, 'NUMBER'));
const degrees = (most: number) =>
  v.pipe(v.number('NUMBER'), v.minValue(-most, 'NUMBER'), v.maxValue(most, 'NUMBER'));

/** What a venue is and where. */
export const VenueFacts = v.object({
  name: named(40),
  address: named(60),
  /** On the map of China, GCJ-02. */
  latitude: degrees(90),
  longitude: degrees(180),
  phone: v.pipe(text(20), v.trim(), v.minLength(5, 'TOO_SHORT')),
  words: v.pipe(text(400), v.trim()),
});
export type VenueFacts = v.InferOutput<typeof VenueFacts>;

/** Slot lengths: parts of a day that a grid can show. */
export const slotLengths = [15, 20, 30, 45, 60, 90, 120, 180, 240] as const;

/**
 * The most that one slot takes. A slot is one item, which each booking writes whole: thirty places are 4 KB, twice that
 * where keepers booked them all, and so are the write units of the last booking; two hundred would be 24 and more.
 */
export const mostPlaces = 30;
/** The most days ahead on which a room opens. */
export const mostDaysAhead = 60;

/** What a room is, and for whom. */
export const RoomFacts = v.object({
  name: v.pipe(text(20), v.trim(), v.minLength(1, 'REQUIRED')),
  kind: RoomKind,
  slotMinutes: v.picklist(slotLengths, 'CHOICE'),
  capacity: whole(1, mostPlaces),
  daysAhead: whole(0, mostDaysAhead),
  opensAtHour: whole(0, 23),
  occupations: list(Occupation, 9),
  needsApproval: v.boolean(),
});
export type RoomFacts = v.InferOutput<typeof RoomFacts>;

/** One change of a venue. */
export const VenueChange = v.variant('kind', [
  v.object({ kind: v.literal('facts'), facts: VenueFacts }),
  /** Hours from a day on, and all closed days that are still to come. */
  v.object({ kind: v.literal('hours'), from: Day, hours: Hours, closedDays: list(Day, 100) }),
  v.object({ kind: v.literal('newRoom'), facts: RoomFacts }),
  /** Another slot length holds from a day on, the rest at once. */
  v.object({ kind: v.literal('room'), room: Id, facts: RoomFacts, from: Day }),
  /** No slots from a day on. */
  v.object({ kind: v.literal('retire'), room: Id, from: Day }),
  /** A new code for the door: the one before is good for nothing any more. */
  v.object({ kind: v.literal('door'), room: Id }),
]);
export type VenueChange = v.InferOutput<typeof VenueChange>;
