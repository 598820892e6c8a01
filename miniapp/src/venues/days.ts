import type { ResponseOf } from '@niangjia/shared/contract';
import { DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { nearestTo } from '@niangjia/shared/venues/room';

/** A venue's day as the API tells it, and what a page makes of it. */
export type VenueDay = ResponseOf<typeof venues.getDay>;
export type RoomDay = VenueDay['rooms'][number];
export type SlotView = RoomDay['slots'][number];

/** A slot with its room. */
export interface Chosen {
  readonly room: RoomDay;
  readonly slot: SlotView;
}

/** The days one can look at: from today to the last that any room opens. */
export function daysOf(rooms: readonly RoomDay[], now: Instant): string[] {
  const ahead = Math.max(0, ...rooms.map(({ daysAhead }) => daysAhead));
  const today = instantOf(dayOf(now), '00:00');
  return Array.from({ length: ahead + 1 }, (_, i) => dayOf(today + i * DAY));
}

/** Whether a slot is over for who has nothing in it. */
const isOver = ({ why, id }: SlotView) => why === 'SLOT_PAST' && id === undefined;

/** The grid's lines: each start with each room's slot then, where it has one. Lines that are over are left out. */
export function linesOf(rooms: readonly RoomDay[]): { start: Instant; slots: (SlotView | undefined)[] }[] {
  const starts = new Set(rooms.flatMap(({ slots }) => slots.map(({ start }) => start)));
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => ({ start, slots: rooms.map(({ slots }) => slots.find((slot) => slot.start === start)) }))
    .filter(({ slots }) => slots.some((slot) => slot && !isOver(slot)));
}

/** Whether somebody can book a slot now, as far as was told. */
export const isBookable = ({ state, why }: SlotView) => state === 'free' && why === undefined;

/** What can be booked instead of a slot, in rooms of its kind, nearest first. */
export function insteadOf({ room, slot }: Chosen, rooms: readonly RoomDay[]): Chosen[] {
  const free = rooms
    .filter(({ kind }) => kind === room.kind)
    .flatMap((other) =>
      other.slots
        .filter((there) => isBookable(there) && there !== slot)
        .map((there) => ({ room: other, slot: there, start: there.start, end: there.end })),
    );
  return nearestTo(slot, free);
}

/** Codes that a cell of the grid says by itself. */
const SAID_IN_CELLS = ['SLOT_PAST', 'SLOT_TOO_SOON', 'SLOT_TAKEN', 'SLOT_CLOSED', 'ELSEWHERE_THEN'];

/** Why free slots can't be booked, where that is not about one slot alone; each reason once. */
export function whysOf(rooms: readonly RoomDay[]): SlotView[] {
  const why = rooms.flatMap(({ slots }) =>
    slots.filter((slot) => slot.state === 'free' && slot.why && !SAID_IN_CELLS.includes(slot.why)),
  );
  return why.filter((slot, i) => why.findIndex((other) => other.why === slot.why) === i);
}

/** What the names of some rooms begin with, up to a space, and what is left of each: `乒乓球` and `1 号台`. */
export function namesOf(rooms: readonly { readonly name: string }[]): { shared: string; own: string[] } {
  const names = rooms.map(({ name }) => name);
  const [first = '', ...others] = names;
  const words = first.split(' ');
  let count = others.length > 0 ? words.length - 1 : 0;
  const begin = () =>
    words
      .slice(0, count)
      .map((word) => `${word} `)
      .join('');
  while (count > 0 && !others.every((name) => name.startsWith(begin()))) count--;
  return { shared: begin().trim(), own: names.map((name) => name.slice(begin().length)) };
}
