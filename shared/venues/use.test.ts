import { describe, expect, it } from 'vitest';
import { DAY, HOUR, instantOf } from '../time.ts';
import { type Place, type Slot, untouched } from './slot.ts';
import { useOf } from './use.ts';

const start = instantOf('2026-11-25', '14:00'); // a Wednesday
const later = start + DAY;
const slot = (changed: Partial<Slot> = {}, at = start): Slot => ({
  ...untouched({ room: 'r', start: at, end: at + HOUR, capacity: 2 }),
  ...changed,
});
const place = (id: string, changed: Partial<Place> = {}): Place => ({
  ...{ id, person: id, at: start - DAY, state: 'confirmed', policy: 1 },
  ...changed,
});
const came = { at: start, verified: true };
const released = { person: 'x', how: 'released', at: start } as const;
const word = { by: 'k', at: start, venue: 'v', authority: 'a', whole: false };

describe('the use of a slot', () => {
  it.each([
    ['that nobody booked', {}, { places: 2, booked: 0, came: 0, missed: 0 }],
    ['to which one came', { places: [place('a', { came })] }, { places: 2, booked: 1, came: 1, missed: 0 }],
    [
      'to which one did not',
      { ended: [{ id: 'a', ...released }] },
      { places: 2, booked: 1, came: 0, missed: 1 },
    ],
    [
      'whose no-show was taken back',
      { ended: [{ id: 'a', ...released, lifted: word }] },
      { places: 2, booked: 1, came: 0, missed: 0 },
    ],
    [
      'cancelled in time',
      { ended: [{ id: 'a', ...released, how: 'cancelled' }] },
      { places: 2, booked: 0, came: 0, missed: 0 },
    ],
    [
      'offered and asked for only',
      { places: [place('a', { state: 'offered' }), place('b', { state: 'pending' })] },
      { places: 2, booked: 0, came: 0, missed: 0 },
    ],
    [
      'released and taken by who stood there',
      { places: [place('b', { came }), place('c', { came })], ended: [{ id: 'a', ...released }] },
      { places: 2, booked: 2, came: 2, missed: 1 },
    ],
  ] as [string, Partial<Slot>, object][])('%s', (_, changed, used) => {
    expect(useOf([slot(changed)], later)).toEqual([{ weekday: 3, hour: 14, ...used }]);
  });

  it('is none while it is closed or goes on', () => {
    expect(useOf([slot({ closed: true }), slot({}, later)], later)).toEqual([]);
  });
});

it('is summed by weekday and hour, in order', () => {
  const half = slot({ places: [place('a', { came })] }, start + HOUR / 2);
  const week = slot({ places: [place('b', { came })] }, start - 7 * DAY);
  const sunday = slot({}, start - 3 * DAY);
  expect(
    useOf([half, week, sunday], later + DAY).map(({ weekday, hour, places, came }) => [
      weekday,
      hour,
      places,
      came,
    ]),
  ).toEqual([
    [0, 14, 2, 0],
    [3, 14, 4, 2],
  ]);
});
