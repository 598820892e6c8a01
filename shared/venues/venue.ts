import * as v from 'valibot';
import { Changed } from '../audit/changed.ts';
import { OrgRef } from '../joining/session.ts';
import { KeptPhoto } from '../photos/album.ts';
import { Accepted } from '../retry.ts';
import { dayOf, type Instant } from '../time.ts';
import { KeepersWord } from './keepersWord.ts';
import { Day, Hours, isKept, Room } from './room.ts';

const Next = v.optional(v.object({ from: Day, hours: Hours }));

/** What a house's slots came from before they were changed. */
const Before = v.object({
  hours: Hours,
  next: Next,
  closedDays: v.array(Day),
  rooms: v.array(v.pick(Room, ['id', 'slotMinutes', 'capacity', 'next', 'retired'])),
});
export type Before = v.InferOutput<typeof Before>;

/**
 * A change of slots that not everybody knows yet: running functions know a venue for a minute. Until it is
 * settled nobody can book what would overlap with a slot of before.
 */
const Settling = v.object({
  /** When nobody books by what was before any more. */
  due: v.number(),
  /** Whoever is in a slot that is no more is told so with these words. */
  word: KeepersWord,
  before: Before,
});

/** A venue (职工之家, 文化宫): where it is, when it is open, and its rooms. */
export const Venue = v.object({
  id: v.string(),
  version: v.number(),
  org: OrgRef,
  name: v.string(),
  address: v.string(),
  latitude: v.number(),
  longitude: v.number(),
  phone: v.string(),
  /** The house's rules in plain words. */
  words: v.string(),
  hours: Hours,
  /** Other hours, from that day on. */
  next: Next,
  closedDays: v.array(Day),
  rooms: v.array(Room),
  /** In the order in which they are shown; absent where there never was one. */
  photos: v.optional(v.array(KeptPhoto)),
  settling: v.optional(Settling),
  /** The last change of it: whose, and of what; the stream records it. */
  changed: v.optional(
    v.object({ to: v.picklist(['opened', 'changed']), word: KeepersWord, changes: v.array(Changed) }),
  ),
  accepted: v.array(Accepted),
});
export type Venue = v.InferOutput<typeof Venue>;

/** A venue's room by its id. */
export const roomOf = ({ rooms }: Venue, id: string): Room | undefined =>
  rooms.find((room) => room.id === id);

/** The rooms that can be booked on a day. */
export const roomsOn = ({ rooms }: Venue, day: string): Room[] => rooms.filter((room) => isKept(room, day));

/** Whether members see a venue: it has a room that can be booked. */
export const isShown = (venue: Venue, now: Instant): boolean => roomsOn(venue, dayOf(now)).length > 0;
