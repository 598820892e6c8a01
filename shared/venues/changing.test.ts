import { describe, expect, it } from 'vitest';
import { castVenues } from '../castVenues.ts';
import { clockOf, DAY, dayOf, instantOf, MINUTE } from '../time.ts';
import { beforeOf, changeVenue, openVenue, plan, whyNotChange, whyNotHours } from './changing.ts';
import { closeFor } from './closing.ts';
import type { Hours } from './room.ts';
import { slotsOn } from './room.ts';
import { changesOf } from './said.ts';
import { closedAlong, hasSlot, refit, SETTLES_IN, touchedBy, whyNotSettled } from './settling.ts';
import type { RoomFacts, VenueChange } from './setUp.ts';
import { untouched } from './slot.ts';
import type { Venue } from './venue.ts';

const now = instantOf('2026-11-25', '12:00'); // a Wednesday
const venue: Venue = castVenues.xinjiekouHome;
const [table] = venue.rooms;
if (!table) throw new Error('no room');
const daily = (from: string, until: string): Hours => Array.from({ length: 7 }, () => [{ from, until }]);
const word = { by: 'keeper', at: now, venue: venue.id, authority: '工发〔2026〕1号' };
const fresh = { room: 'fresh-room', door: 'fresh-door' };
const facts: RoomFacts = {
  ...{ name: table.name, kind: table.kind, slotMinutes: 60, capacity: 1 },
  ...{ daysAhead: 7, opensAtHour: 8, occupations: [], needsApproval: false },
};
const hours = (from: string, to: Hours, closedDays: string[] = []): VenueChange => ({
  ...{ kind: 'hours', from, hours: to, closedDays },
});
const { name, address, latitude, longitude, phone, words } = venue;
const house = { name, address, latitude, longitude, phone, words };
const changed = (change: VenueChange, of = venue, version = of.version): Venue =>
  changeVenue(of, change, { version, word, request: { key: `key ${version}`, hash: 'hash' }, fresh, now });

describe('hours', () => {
  it.each([
    ['one span', [{ from: '09:00', until: '21:00' }], undefined],
    ['until midnight', [{ from: '00:00', until: '24:00' }], undefined],
    [
      'a break at noon',
      [
        { from: '09:00', until: '12:00' },
        { from: '12:00', until: '13:00' },
      ],
      undefined,
    ],
    ['closing before opening', [{ from: '21:00', until: '09:00' }], 'HOURS_WRONG'],
    ['no time at all', [{ from: '09:00', until: '09:00' }], 'HOURS_WRONG'],
    [
      'spans that overlap',
      [
        { from: '09:00', until: '12:00' },
        { from: '11:00', until: '13:00' },
      ],
      'HOURS_WRONG',
    ],
  ])('of %s', (_, spans, why) => {
    expect(whyNotHours([spans, [], [], [], [], [], []])).toBe(why);
  });
});

describe('a change', () => {
  const later = daily('14:00', '21:00');
  const settling = changed(hours('2026-11-26', later));
  it.each<[string, Venue, VenueChange, number, string | undefined]>([
    ['of facts', venue, { kind: 'facts', facts: house }, 1, undefined],
    ['of what somebody else has changed since', venue, { kind: 'facts', facts: house }, 0, 'VENUE_CHANGED'],
    ['of a room there is not', venue, { kind: 'door', room: 'other' }, 1, 'NOT_FOUND'],
    ['that takes slots of today', venue, hours('2026-11-25', later), 1, 'CHANGE_TOO_SOON'],
    ['that takes slots from tomorrow on', venue, hours('2026-11-26', later), 1, undefined],
    ['that adds slots today', venue, hours('2026-11-25', daily('09:00', '22:00')), 1, undefined],
    ['that moves today’s slots', venue, hours('2026-11-25', daily('08:30', '21:30')), 1, 'CHANGE_TOO_SOON'],
    ['that closes today', venue, hours('2026-11-26', venue.hours, ['2026-11-25']), 1, 'CHANGE_TOO_SOON'],
    ['of slots while another settles', settling, hours('2026-11-26', venue.hours), 2, 'VENUE_SETTLING'],
    ['of facts while another settles', settling, { kind: 'facts', facts: house }, 2, undefined],
    [
      'that retires a room today',
      venue,
      { kind: 'retire', room: table.id, from: '2026-11-25' },
      1,
      'CHANGE_TOO_SOON',
    ],
    [
      'that adds a room too many',
      { ...venue, rooms: Array.from({ length: 20 }, (_, i) => ({ ...table, id: String(i) })) },
      { kind: 'newRoom', facts },
      1,
      'ROOMS_FULL',
    ],
  ])('%s', (_, of, change, version, why) => {
    expect(whyNotChange(of, change, version, now)).toBe(why);
  });

  it('just before midnight leaves tomorrow as it is: it may have begun before all is settled', () => {
    const late = instantOf('2026-11-25', '23:55');
    expect(whyNotChange(venue, hours('2026-11-26', later), 1, late)).toBe('CHANGE_TOO_SOON');
    expect(whyNotChange(venue, hours('2026-11-27', later), 1, late)).toBeUndefined();
  });

  it('of hours holds from its day on, and can be taken back before that', () => {
    const winter = changed(hours('2026-12-01', later));
    expect(winter.hours).toEqual(venue.hours);
    expect(slotsOn(table, winter, '2026-11-30')).toHaveLength(12);
    expect(slotsOn(table, winter, '2026-12-01')).toHaveLength(7);
    const back = plan(winter, hours('2026-11-26', venue.hours), fresh, now);
    expect(back.next).toBeUndefined();
    expect(slotsOn(table, back, '2026-12-01')).toHaveLength(12);
  });

  it('of a slot length holds from its day on; what else is changed of a room holds at once', () => {
    const change = { ...facts, slotMinutes: 30 as const, capacity: 2, name: '一号台' };
    const after = changed({ kind: 'room', room: table.id, facts: change, from: '2026-12-01' });
    const [room] = after.rooms;
    expect(room).toMatchObject({ name: '一号台', capacity: 2, slotMinutes: 60, door: table.door });
    expect(room?.next).toEqual({ from: '2026-12-01', slotMinutes: 30 });
  });

  it('that changes nothing is none', () => {
    expect(changed({ kind: 'facts', facts: house })).toBe(venue);
  });

  it('settles only where a slot is taken away, or takes another number', () => {
    const settles = (change: VenueChange) => changed(change).settling?.due;
    expect(settles(hours('2026-11-26', daily('09:00', '22:00')))).toBeUndefined();
    expect(settles(hours('2026-11-26', daily('09:00', '20:00')))).toBe(now + SETTLES_IN);
    expect(settles({ kind: 'newRoom', facts })).toBeUndefined();
    expect(
      settles({ kind: 'room', room: table.id, facts: { ...facts, capacity: 2 }, from: '2026-11-26' }),
    ).toBe(now + SETTLES_IN);
  });

  it('forgets a retired room once nobody talks of its bookings any more', () => {
    const retired = {
      ...venue,
      rooms: [
        { ...table, retired: dayOf(now - 91 * DAY) },
        { ...table, id: 'other' },
      ],
    };
    expect(changed({ kind: 'facts', facts: { ...house, name: '新名字' } }, retired).rooms).toHaveLength(1);
  });

  it.each<[string, (room: string) => VenueChange]>([
    ['retires a room', (room) => ({ kind: 'retire', room, from: '2020-01-01' })],
    ['cuts the hours', () => hours('2020-01-01', daily('14:00', '14:30'))],
    [
      'has another slot length',
      (room) => ({ kind: 'room', room, facts: { ...facts, slotMinutes: 90 }, from: '2020-01-01' }),
    ],
  ])('that %s long ago does so from today on, and keeps who it touches', (_, change) => {
    const open = [{ from: '09:00', until: '21:00' }];
    const weekend: Venue = { ...venue, hours: [open, [], [], [], [], [], open] };
    const after = changed(change(table.id), weekend);
    expect(after.rooms.map(({ id }) => id)).toEqual(venue.rooms.map(({ id }) => id));
    const [touched] = touchedBy(beforeOf(weekend), after, now);
    expect(touched).toMatchObject({ room: { id: table.id } });
    expect(touched?.days[0]).toBe('2026-11-28');
    expect(after.settling?.due).toBe(now + SETTLES_IN);
  });

  it('is recorded from what to what, never with the code of a door', () => {
    const after = changed({ kind: 'door', room: table.id });
    expect(after.changed?.changes).toEqual([{ field: '乒乓球 1 号台·door', before: '', after: '' }]);
    expect(changesOf(venue, { ...venue, phone: '010-1' })).toEqual([
      { field: 'phone', before: '010-66000001', after: '010-1' },
    ]);
    expect(JSON.stringify(changesOf(undefined, after))).not.toContain('fresh-door');
  });
});

it('a new venue has neither hours nor rooms', () => {
  const opened = openVenue(venue, venue.org, word, { key: 'key', hash: 'hash' });
  expect(opened).toMatchObject({ version: 1, rooms: [], hours: [[], [], [], [], [], [], []] });
});

describe('while a change settles', () => {
  const day = '2026-11-27';
  const at = (clock: string) => instantOf(day, clock);
  const other: VenueChange = {
    kind: 'room',
    room: table.id,
    facts: { ...facts, slotMinutes: 45 },
    from: '2026-11-26',
  };

  it.each<[string, VenueChange]>([
    ['shorter hours', hours('2026-11-26', daily('10:00', '19:00'))],
    ['hours that move the slots', hours('2026-11-26', daily('09:30', '21:30'))],
    ['a closed day', hours('2026-11-26', venue.hours, [day])],
    ['another slot length', other],
  ])('%s: what can be booked overlaps with no slot of before', (_, change) => {
    const after = changed(change);
    const [room] = after.rooms;
    if (!room) throw new Error('no room');
    const old = slotsOn(table, venue, day);
    const bookable = slotsOn(room, after, day).filter((slot) => !whyNotSettled(after, room, slot));
    for (const slot of bookable) {
      const across = old.filter(({ start, end }) => start < slot.end && slot.start < end);
      expect(across.every(({ start, end }) => start === slot.start && end === slot.end)).toBe(true);
    }
    expect(touchedBy(beforeOf(venue), after, now)[0]?.days).toContain(day);
    // Nothing is held back once it is settled.
    const settled = { ...after, settling: undefined };
    expect(slotsOn(room, settled, day).some((slot) => whyNotSettled(settled, room, slot))).toBe(false);
  });

  it('a slot that stays one goes on', () => {
    const after = changed(hours('2026-11-26', daily('10:00', '19:00')));
    expect(whyNotSettled(after, table, { start: at('11:00'), end: at('12:00') })).toBeUndefined();
  });

  it('gives back what is none any more, and lets everybody else be', () => {
    const after = changed(other);
    const [room] = after.rooms;
    if (!room) throw new Error('no room');
    const place = { id: 'a', person: 'p', at: now - MINUTE, state: 'confirmed' as const, policy: 1 };
    const held = {
      ...untouched({ room: table.id, start: at('09:00'), end: at('10:00'), capacity: 1 }),
      places: [place],
    };
    expect(hasSlot(after, room, held)).toBe(false);
    expect(refit(held, after, room, word)).toMatchObject({
      places: [],
      closed: false,
      ended: [{ id: 'a', how: 'closed', word }],
    });
    const fits = { ...held, end: at('09:45') };
    expect(refit(fits, after, room, word)).toBe(fits);
  });

  it.each([
    [30, '10:00 10:30'],
    [45, '09:45 10:30'],
    [90, '09:00 10:30'],
    [60, '10:00'],
  ] as const)('slots of %i minutes across a closed hour are closed too', (slotMinutes, closed) => {
    const change = { ...facts, slotMinutes, capacity: 2 };
    const after = changed({ kind: 'room', room: table.id, facts: change, from: '2026-11-26' });
    const [room] = after.rooms;
    if (!room) throw new Error('no room');
    const hour = (clock: string) =>
      untouched({ room: table.id, start: at(clock), end: at(clock) + 60 * MINUTE, capacity: 1 });
    const period = { from: at('10:00'), until: at('11:00') };
    const repair = { ...word, reason: 'repair' as const };
    // What is left over from an earlier length says nothing: 16:15 was no slot of before.
    const left = { ...hour('16:15'), closed: true, turned: { ...repair, ...period } };
    const stored = [hour('09:00'), closeFor(hour('10:00'), repair, period), hour('11:00'), left];
    const along = closedAlong(stored, beforeOf(venue), after, room, day);
    expect(along.map(({ slot }) => clockOf(slot.start)).join(' ')).toBe(closed);
    for (const { by } of along) expect(by).toMatchObject({ ...repair, ...period });
  });

  it('fewer places take nobody’s', () => {
    const places = ['a', 'b', 'c'].map((id) => ({
      id,
      person: id,
      at: now,
      state: 'confirmed' as const,
      policy: 1,
    }));
    const full = {
      ...untouched({ room: table.id, start: at('09:00'), end: at('10:00'), capacity: 3 }),
      places,
    };
    const room = { ...table, capacity: 1 };
    expect(refit(full, { ...venue, rooms: [room] }, room, word)).toMatchObject({ places, capacity: 1 });
  });
});
