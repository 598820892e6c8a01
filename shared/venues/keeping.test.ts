import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantOf, MINUTE } from '../time.ts';
import {
  slotsWithin,
  toSee,
  whyNotCancelFor,
  whyNotLift,
  whyNotPeriod,
  whyNotSeen,
  whyNotSettle,
} from './keeping.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import { type Place, type Slot, untouched } from './slot.ts';

const start = instantOf('2026-11-28', '19:00');
const empty: Slot = untouched({ room: 'court', start, end: start + HOUR, capacity: 1 });
const place: Place = { id: 'b', person: 'wang', at: 0, state: 'confirmed', policy: 1 };
const having = (changed: Partial<Place>): Slot => ({ ...empty, places: [{ ...place, ...changed }] });
const released: Slot = { ...empty, ended: [{ id: 'b', person: 'wang', how: 'released', at: start }] };
const word = { by: 'keeper', at: start, venue: 'v1', authority: '1号' };
const came = { at: start, verified: true };

it.each([
  ['booked', having({}), start, undefined],
  ['waiting for a word', having({ state: 'pending' }), start, undefined],
  ['nobody there', empty, start, 'PLACE_CHANGED'],
  ['an offer', having({ state: 'offered' }), start, 'PLACE_CHANGED'],
  ['came', having({ came }), start, 'CAME_ALREADY'],
  ['let in', having({ word, at: start, came }), start, undefined],
  ['let in, and over', having({ word, at: start, came }), start + HOUR, 'SLOT_OVER'],
  ['booked by a keeper, and came', having({ word, came }), start, 'CAME_ALREADY'],
  ['over', having({}), start + HOUR, 'SLOT_OVER'],
] as const)('cancelling for somebody, %s', (_, slot, now, why) => {
  expect(whyNotCancelFor(slot, 'b', now)).toBe(why);
});

it.each([
  ['too early', having({}), start - 16 * MINUTE, 'CHECK_IN_EARLY'],
  ['in time', having({}), start, undefined],
  ['too late', having({}), start + 16 * MINUTE, 'RELEASED'],
  ['released', released, start, 'RELEASED'],
  ['not there', empty, start, 'PLACE_CHANGED'],
] as const)('seeing somebody come, %s', (_, slot, now, why) => {
  expect(whyNotSeen(slot, 'b', policy, now)).toBe(why);
});

describe('the scan of a card of somebody with two hours in a row', () => {
  const at = (clock: string) => instantOf('2026-11-28', clock);
  const hours = (first: Place['came'], then?: Place['came']) =>
    [first, then].map((seen, i) => ({
      id: 'b',
      slot: { ...having({ came: seen }), start: start + i * HOUR, end: start + (i + 1) * HOUR },
    }));
  const seen = (clock: string, verified = true) => ({ at: at(clock), verified });
  it.each([
    ['comes', hours(undefined), '18:50', 0],
    ['comes and is scanned twice', hours(seen('18:50')), '18:50', 0],
    ['was seen, before the next opens', hours(seen('18:50')), '19:30', 0],
    ['was seen, once the next opens', hours(seen('18:50')), '19:45', 1],
    ['the same scan again', hours(seen('18:50'), seen('19:45')), '19:46', 1],
    ['checked in far from the door', hours(seen('18:50', false)), '19:10', 0],
    ['did so, once the next opens', hours(seen('18:50', false)), '19:45', 1],
    ['missed the first', hours(undefined), '19:45', 1],
    ['missed it, before the next opens', hours(undefined), '19:30', 0],
  ] as const)('%s', (_, here, clock, which) => {
    expect(toSee(here, policy, at(clock))).toBe(here[which]);
  });
});

it.each([
  ['pending', { ...place, state: 'pending' }, 'keeper', undefined],
  ['one’s own', { ...place, state: 'pending' }, 'wang', 'OWN_BOOKING'],
  ['decided', place, 'keeper', 'NOT_PENDING'],
  ['gone', undefined, 'keeper', 'NOT_PENDING'],
] as const)('settling a request, %s', (_, of, by, why) => {
  expect(whyNotSettle(of, by)).toBe(why);
});

it.each([
  ['one', 'b', 'keeper', undefined],
  ['one’s own', 'b', 'wang', 'OWN_BOOKING'],
  ['all of a slot, one’s own among them', undefined, 'wang', undefined],
  ['one that is not there', 'c', 'keeper', 'PLACE_CHANGED'],
] as const)('lifting %s', (_, id, by, why) => {
  expect(whyNotLift(released, id, by)).toBe(why);
});

describe('a period', () => {
  it.each([
    [0, 'PERIOD_WRONG'],
    [HOUR, undefined],
    [31 * DAY, undefined],
    [31 * DAY + 1, 'PERIOD_WRONG'],
  ] as const)('of %i ms', (length, why) => {
    expect(whyNotPeriod({ from: start, until: start + length })).toBe(why);
  });

  it('touches every slot that it overlaps, and no other', () => {
    const doors = {
      hours: Array.from({ length: 7 }, () => [{ from: '09:00', until: '12:00' }]),
      closedDays: [],
    };
    const clock = (of: string, day = '2026-11-28') => instantOf(day, of);
    const starts = slotsWithin({ slotMinutes: 60 }, doors, {
      from: clock('10:30'),
      until: clock('10:00', '2026-11-29'),
    }).map((slot) => slot.start);
    expect(starts).toEqual([clock('10:00'), clock('11:00'), clock('09:00', '2026-11-29')]);
  });
});
