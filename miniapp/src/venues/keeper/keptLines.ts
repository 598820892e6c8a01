import type { Instant } from '@niangjia/shared/time';
import { keptDayTexts as texts } from './day.text.ts';
import type { KeptDay, KeptPlace, KeptRoom, KeptSlot } from './useKept.ts';

/** A slot with its room. */
export interface Kept {
  readonly room: KeptRoom;
  readonly slot: KeptSlot;
}

/** The grid's lines: each start with each room's slot then, where it has one. */
export function keptLines({ rooms }: KeptDay): { start: Instant; slots: (KeptSlot | undefined)[] }[] {
  const starts = new Set(rooms.flatMap(({ slots }) => slots.map(({ start }) => start)));
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => ({ start, slots: rooms.map(({ slots }) => slots.find((slot) => slot.start === start)) }));
}

/** Whether there is anything in a slot to look at. */
export const isTouched = ({ places, waiting, closed, missed }: KeptSlot) =>
  closed || missed.length > 0 || waiting > 0 || places.length > 0;

/** What a keeper can do with what is free in a slot: let somebody in now, or book it for later; the first is likelier. */
export function waysIn({ room, slot }: Kept, { checkInBefore }: KeptDay, now: Instant): ('now' | 'later')[] {
  const { start, end, closed, places, waiting } = slot;
  if (closed || waiting > 0 || places.length >= room.capacity || now >= end) return [];
  return [
    ...(now >= start - checkInBefore ? (['now'] as const) : []),
    ...(now < start ? (['later'] as const) : []),
  ];
}

/** Slots with a request that waits for a keeper, soonest first. */
export const requestsOf = ({ rooms }: KeptDay): Kept[] =>
  rooms
    .flatMap((room) => room.slots.map((slot) => ({ room, slot })))
    .filter(({ slot }) => slot.places.some(({ state }) => state === 'pending'))
    .sort((a, b) => a.slot.start - b.slot.start);

/** Bookings of a day; offers are nobody's yet. */
export const bookedOn = ({ rooms }: KeptDay): number =>
  rooms
    .flatMap(({ slots }) => slots.flatMap(({ places }) => places))
    .filter(({ state }) => state !== 'offered').length;

/** Whose place it is. */
export const sayName = ({ name }: Pick<KeptPlace, 'name'>) => name ?? texts.somebody;
/** What has become of it. */
export const sayState = ({ state, verified }: KeptPlace) =>
  state === 'came' && !verified ? texts.cameUnseen : texts.states[state];

/** What a slot says beside its places, in few words. */
export const sayRest = ({ closed, waiting, missed }: KeptSlot): string[] => [
  ...(closed ? [texts.closed] : []),
  ...(waiting > 0 ? [texts.line(waiting)] : []),
  ...(missed.length > 0 ? [texts.missed(missed.length)] : []),
];
