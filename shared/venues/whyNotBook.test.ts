import { expect, it } from 'vitest';
import { castVenues } from '../castVenues.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import { type Calendar, emptyCalendar } from './calendar.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import { at, place, start } from './slot.cast.ts';
import { type Slot, take, untouched } from './slot.ts';
import { type Asking, whyNotBook } from './whyNotBook.ts';

const [court] = castVenues.xinjiekouHome.rooms;
if (!court) throw new Error('no room');
const couriersOnly = { ...court, audience: { occupations: ['courier' as const] } };
const slot = untouched({ room: court.id, start, end: start + HOUR, capacity: 1 });
const taken = take(slot, place('wang'));

const asking: Asking = {
  employment: { kind: 'newForm', occupation: 'truckDriver', platform: '货车之家' },
  policy,
  now: at('10:00'),
};
const entry = {
  id: 'e',
  what: 'slot',
  of: 'elsewhere',
  start,
  end: start + HOUR,
  since: at('09:00'),
} as const;
const missed = [1, 2].map((n) => ({
  ...{ id: `n${n}`, what: 'slot' as const, start: start - n * DAY },
  ...{ at: start - n * DAY, by: 'system' },
}));
const turned = Array.from({ length: 5 }, (_, i) => ({
  ...entry,
  id: `t${i}`,
  of: court.id,
  over: at('09:30'),
}));

/** Everything that may be in the way at once; each row takes one more away, so that the next is said. */
const all: Calendar = { ...emptyCalendar('liu'), entries: [entry, ...turned], noShows: missed };
const notBanned = { ...all, noShows: [] };
const notTurned = { ...notBanned, entries: [entry] };
const free = emptyCalendar('liu');
const early = { now: start - court.daysAhead * DAY - DAY };

it.each<[string, Partial<Asking>, typeof court, Slot, Calendar, boolean, string | undefined]>([
  ['a day that is not open yet', early, couriersOnly, taken, all, true, 'SLOT_NOT_OPEN'],
  ['for a group it is open', { ...early, group: 'g' }, couriersOnly, taken, all, true, 'NOT_FOR_YOUR_WORK'],
  ['no member', { employment: undefined }, couriersOnly, taken, all, true, 'MEMBERS_ONLY'],
  ['for other work', {}, couriersOnly, taken, all, true, 'NOT_FOR_YOUR_WORK'],
  ['taken', {}, court, taken, all, true, 'SLOT_TAKEN'],
  ['banned', {}, court, slot, all, true, 'BOOKING_BANNED'],
  ['turned too often', {}, court, slot, notBanned, true, 'TURNED_TOO_OFTEN'],
  ['elsewhere then', {}, court, slot, notTurned, true, 'ELSEWHERE_THEN'],
  ["the union's day is full", {}, court, slot, free, true, 'UNION_DAY_FULL'],
  ['nothing', {}, court, slot, free, false, undefined],
  ["a group takes nothing of the union's day", { group: 'g' }, court, slot, free, true, undefined],
])('%s', (_, how, room, there, calendar, unionFull, expected) => {
  expect(whyNotBook(room, there, { ...asking, ...how }, { calendar, unionFull })).toBe(expected);
});

const atTheDoor = { walkIn: true, byKeeper: true, now: start + 20 * MINUTE };

it.each<[string, Partial<Asking>, Calendar, string | undefined]>([
  ['no turns and no union keep out who is at the door', atTheDoor, { ...free, entries: turned }, undefined],
  ['a ban does', atTheDoor, { ...free, noShows: missed }, 'BOOKING_BANNED'],
  ['at the door too early', { ...atTheDoor, now: start - HOUR }, free, 'WALK_IN_EARLY'],
  ['at a desk, not before a day opens', { ...early, byKeeper: true }, free, 'SLOT_NOT_OPEN'],
])('%s', (_, how, calendar, expected) => {
  expect(whyNotBook(court, slot, { ...asking, ...how }, { calendar, unionFull: true })).toBe(expected);
});
