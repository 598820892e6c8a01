import { expect, it } from 'vitest';
import { DAY, HOUR, type Instant, instantOf } from '../time.ts';
import {
  type Calendar,
  dropWait,
  type Entry,
  emptyCalendar,
  enter,
  enterWait,
  inTheWay,
  inTheWayOfActivity,
  leftFor,
  strike,
  whyNotAgain,
  whyNotYet,
} from './calendar.ts';
import { bannedUntil, type NoShow } from './noShow.ts';
import { firstVenuesPolicy as policy } from './policy.ts';

// A Wednesday.
const now = instantOf('2026-11-25', '12:00');
const on = (day: string, clock: string, hours = 1) => {
  const start = instantOf(day, clock);
  return { start, end: start + hours * HOUR };
};
const entry = (id: string, slot: { start: Instant; end: Instant }, what: Entry['what'] = 'slot'): Entry => ({
  id,
  what,
  of: 'court',
  ...slot,
  since: now,
});
const calendar = (...entries: Entry[]): Calendar => ({ ...emptyCalendar('wang'), entries });
const code = (of: Calendar, slot: { start: Instant; end: Instant }) => inTheWay(of, slot, policy, now)?.code;

const saturday = on('2026-11-28', '19:00');

it.each([
  ['nothing ahead', calendar(), saturday, undefined],
  ['the same time', calendar(entry('a', saturday)), saturday, 'ELSEWHERE_THEN'],
  ['half of it', calendar(entry('a', on('2026-11-28', '18:30', 0.75))), saturday, 'ELSEWHERE_THEN'],
  ['an event then', calendar(entry('a', saturday, 'event')), saturday, 'ELSEWHERE_THEN'],
  ['just before it', calendar(entry('a', on('2026-11-28', '18:00'))), saturday, undefined],
  ['just after it', calendar(entry('a', on('2026-11-28', '20:00'))), saturday, undefined],
  [
    'three ahead',
    calendar(...[26, 27, 29].map((day) => entry(`${day}`, on(`2026-11-${day}`, '19:00')))),
    saturday,
    'TOO_MANY_AHEAD',
  ],
  [
    'two ahead and an event',
    calendar(
      entry('a', on('2026-11-26', '19:00')),
      entry('b', on('2026-11-27', '19:00')),
      entry('c', on('2026-11-29', '19:00'), 'event'),
    ),
    saturday,
    undefined,
  ],
  [
    'six hours this week, some of them past',
    calendar(entry('a', on('2026-11-23', '09:00', 4)), entry('b', on('2026-11-27', '19:00', 2))),
    saturday,
    'TOO_LONG_A_WEEK',
  ],
  [
    'six hours this week, and the slot is in the next',
    calendar(entry('a', on('2026-11-23', '09:00', 4)), entry('b', on('2026-11-27', '19:00', 2))),
    on('2026-11-30', '09:00'),
    undefined,
  ],
  [
    'Sunday evening belongs to the week before Monday',
    calendar(entry('a', on('2026-11-29', '09:00', 6))),
    on('2026-11-29', '23:00'),
    'TOO_LONG_A_WEEK',
  ],
] as const)('%s', (_, of, slot, expected) => {
  expect(code(of, slot)).toBe(expected);
});

it('names the entries a refusal rests on', () => {
  const there = entry('a', saturday);
  expect(
    inTheWay(calendar(there, entry('b', on('2026-11-27', '19:00'))), saturday, policy, now)?.entries,
  ).toEqual([there]);
});

const forClub = (one: Entry, group = 'club'): Entry => ({ ...one, group });
const activity = (club = 'club') => ({ ...saturday, club });
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

it.each([
  ['nothing', [], []],
  ['a booking then', [entry('a', saturday)], ['a']],
  [
    'a booking before and one after',
    [entry('a', on('2026-11-28', '18:00')), entry('b', on('2026-11-28', '20:00'))],
    [],
  ],
  ['half an hour of another activity', [entry('a', on('2026-11-28', '18:30'), 'event')], ['a']],
  ['the room that they booked for it', [forClub(entry('a', saturday))], []],
  ['a room that they booked for another club', [forClub(entry('a', saturday), 'other')], ['a']],
  ['another activity of the same club', [forClub(entry('a', saturday, 'event'))], ['a']],
  ['what was given up', [{ ...entry('a', saturday), over: now }], []],
] as const)('in the way of an activity: %s', (_, entries, inIt) => {
  expect(ids(inTheWayOfActivity(calendar(...entries), activity(), now))).toEqual(inIt);
});

it('an activity is in the way of a slot, but of the room for it', () => {
  const there = calendar(forClub(entry('a', saturday, 'event')));
  expect(inTheWay(there, saturday, policy, now)?.code).toBe('ELSEWHERE_THEN');
  expect(inTheWay(there, saturday, policy, now, 'other')?.code).toBe('ELSEWHERE_THEN');
  expect(inTheWay(there, saturday, policy, now, 'club')).toBeUndefined();
});

it('keeps an activity for as long as one may be asked about it, and one that was given up for a day', () => {
  const since = now - 12 * DAY;
  const of = (day: string) => ({ ...entry(day, on(day, '19:00'), 'event'), since });
  const over = { ...of('2026-11-19'), id: 'over', over: now - DAY };
  const after = enter(calendar(of('2026-11-14'), of('2026-11-16'), over), entry('new', saturday), now);
  expect(ids(after.entries)).toEqual(['2026-11-16', 'new']);
});

it('keeps what is ahead and this week’s, and lets the rest go', () => {
  const last = { ...entry('last', on('2026-11-20', '19:00')), since: now - 6 * DAY };
  const monday = entry('monday', on('2026-11-23', '19:00'));
  const after = enter(calendar(last, monday), entry('new', saturday), now);
  expect(after.entries.map(({ id }) => id)).toEqual(['monday', 'new']);
  expect(enter(after, entry('new', saturday), now)).toBe(after);
  const struck = strike(after, ['new'], now);
  expect(inTheWay(struck, saturday, policy, now)).toBeUndefined();
  expect(strike(struck, ['new', 'none'], now)).toBe(struck);
  // A request may be sent again for a day.
  expect(enter(struck, entry('other', saturday), now + DAY - 1).entries.map(({ id }) => id)).toContain('new');
  expect(enter(struck, entry('other', saturday), now + DAY).entries.map(({ id }) => id)).not.toContain('new');
});

it('keeps waits that are ahead, and others for a day', () => {
  const monday = { ...entry('monday', on('2026-11-23', '19:00')), since: now - 2 * DAY };
  const passed = { ...entry('passed', saturday), over: now - DAY + 1 };
  const waits = [monday, passed, entry('new', saturday)];
  const after = enterWait({ ...calendar(), waits }, entry('other', saturday), now);
  expect(after.waits.map(({ id }) => id)).toEqual(['passed', 'new', 'other']);
  expect(enterWait(after, entry('later', saturday), now + 1).waits.map(({ id }) => id)).not.toContain(
    'passed',
  );
  const without = dropWait(after, 'new');
  expect(without.waits.map(({ id }) => id)).toEqual(['passed', 'other']);
  expect(dropWait(without, 'new')).toBe(without);
  expect(enterWait(without, entry('new', saturday), now).waits).toHaveLength(3);
});

const missed = (start: Instant, lifted = false): NoShow => ({
  id: String(start),
  what: 'slot',
  start,
  at: start,
  by: 'system',
  ...(lifted ? { lifted: { at: start, by: 'keeper', why: 'appeal' } } : {}),
});

it.each([
  ['one', [missed(now - DAY)], undefined],
  ['two within 30 days', [missed(now - 20 * DAY), missed(now - DAY)], now + 29 * DAY],
  ['two further apart', [missed(now - 32 * DAY), missed(now - DAY)], undefined],
  ['two, one of them lifted', [missed(now - 20 * DAY, true), missed(now - DAY)], undefined],
  ['two, and the time is over', [missed(now - 40 * DAY), missed(now - 30 * DAY)], undefined],
  ['in whatever order they are written', [missed(now - DAY), missed(now - 20 * DAY)], now + 29 * DAY],
  [
    'a third while banned begins it anew',
    [missed(now - 20 * DAY), missed(now - 9 * DAY), missed(now - DAY)],
    now + 29 * DAY,
  ],
] as const)('%s no-show: when somebody can book again', (_, ledger, until) => {
  expect(bannedUntil(ledger, policy, now)).toBe(until);
  expect(whyNotYet({ ...calendar(), noShows: [...ledger] }, policy, now)).toBe(until && 'BOOKING_BANNED');
});

it('what is left: of the week, and ahead', () => {
  const busy = calendar(entry('a', on('2026-11-23', '09:00', 2)), entry('b', on('2026-11-27', '19:00')));
  expect(leftFor(calendar(), saturday.start, policy, now)).toEqual({ week: 6 * HOUR, upcoming: 3 });
  expect(leftFor(busy, saturday.start, policy, now)).toEqual({ week: 3 * HOUR, upcoming: 2 });
  expect(leftFor(busy, saturday.start + 2 * DAY, policy, now)).toEqual({ week: 6 * HOUR, upcoming: 2 });
  // A policy that has since become stricter takes nothing back.
  expect(leftFor(busy, saturday.start, { ...policy, aWeek: HOUR, upcoming: 0 }, now)).toEqual({
    week: 0,
    upcoming: 0,
  });
});

it.each([
  ['four times', 4, 0, 0, undefined],
  ['five times', 5, 0, 0, 'TURNED_TOO_OFTEN'],
  ['booked and waited', 2, 3, 0, 'TURNED_TOO_OFTEN'],
  ['five times a day ago', 5, 0, DAY, undefined],
] as const)('asking for a slot again, after %s', (_, booked, waited, ago, why) => {
  const over = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...entry(`${i}`, saturday), over: now - ago }));
  const turned = { ...calendar(...over(booked)), waits: over(waited) };
  const where = { of: 'court', start: saturday.start };
  expect(whyNotAgain(turned, where, now)).toBe(why);
  expect(whyNotAgain(turned, { ...where, of: 'another' }, now)).toBeUndefined();
  // Those that stand are no turns.
  const stands = Array.from({ length: 5 }, (_, i) => entry(`${i}`, saturday));
  expect(whyNotAgain(calendar(...stands), where, now)).toBeUndefined();
});

it('asking for any slot again, after thirty in a day', () => {
  const turned = (count: number) =>
    calendar(
      ...Array.from({ length: count }, (_, i) => ({ ...entry(`${i}`, saturday), of: `${i}`, over: now })),
    );
  const where = { of: 'court', start: saturday.start };
  expect(whyNotAgain(turned(29), where, now)).toBeUndefined();
  expect(whyNotAgain(turned(30), where, now)).toBe('TURNED_TOO_OFTEN');
});
