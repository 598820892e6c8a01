import { expect, it } from 'vitest';
import { instantOf, MINUTE } from '../time.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import {
  type Doors,
  nearestTo,
  type Room,
  saySlot,
  slotAt,
  slotsOn,
  whyNotForWork,
  whyNotOpen,
} from './room.ts';

const room: Room = {
  id: 'court',
  name: '乒乓球 1 号台',
  kind: 'court',
  slotMinutes: 60,
  capacity: 1,
  daysAhead: 7,
  opensAtHour: 8,
  audience: { occupations: [] },
  needsApproval: false,
  door: 'door',
};
const weekday = [{ from: '17:30', until: '21:00' }];
const weekend = [
  { from: '09:00', until: '11:30' },
  { from: '13:00', until: '24:00' },
];
const doors: Doors = {
  hours: [weekend, [], weekday, weekday, weekday, weekday, weekend],
  closedDays: ['2026-11-27'],
};
const said = (day: string) => slotsOn(room, doors, day).map(saySlot);

it.each([
  [
    'a weekday: what does not fill a slot is none',
    '2026-11-25',
    ['17:30–18:30', '18:30–19:30', '19:30–20:30'],
  ],
  ['Monday, when it is closed', '2026-11-23', []],
  ['a closed day', '2026-11-27', []],
] as const)('%s', (_, day, slots) => {
  expect(said(day)).toEqual(slots);
});

it('a day of two spans, the second until midnight', () => {
  const all = said('2026-11-28');
  expect([all.length, all[0], all[1], all[2], all.at(-1)]).toEqual([
    13,
    '09:00–10:00',
    '10:00–11:00',
    '13:00–14:00',
    '23:00–00:00',
  ]);
});

it('knows its slots by their start', () => {
  expect(slotAt(room, doors, instantOf('2026-11-25', '18:30'))?.end).toBe(instantOf('2026-11-25', '19:30'));
  expect(slotAt(room, doors, instantOf('2026-11-25', '18:00'))).toBeUndefined();
});

it.each([
  ['a week before, a moment before eight', instantOf('2026-11-18', '08:00') - 1, 'SLOT_NOT_OPEN'],
  ['a week before at eight', instantOf('2026-11-18', '08:00'), undefined],
  ['within the notice', instantOf('2026-11-25', '18:25'), 'SLOT_TOO_SOON'],
  ['at the last moment', instantOf('2026-11-25', '18:20'), undefined],
  ['at its start', instantOf('2026-11-25', '18:30'), 'SLOT_PAST'],
] as const)('%s', (_, now, expected) => {
  const slot = { start: instantOf('2026-11-25', '18:30'), end: instantOf('2026-11-25', '19:30') };
  expect(whyNotOpen(room, slot, { ...policy, notice: 10 * MINUTE }, now)).toBe(expected);
});

const courier = { kind: 'newForm', occupation: 'courier', platform: '顺达快递' } as const;

it.each([
  ['for every member', [], courier, undefined],
  ['for theirs', ['foodRider', 'courier'], courier, undefined],
  ['for other work', ['foodRider'], courier, 'NOT_FOR_YOUR_WORK'],
  ['for work without a unit', ['courier'], { kind: 'unit', unit: '物业' }, 'NOT_FOR_YOUR_WORK'],
] as const)('a room %s', (_, occupations, employment, why) => {
  expect(whyNotForWork({ ...room, audience: { occupations: [...occupations] } }, employment)).toBe(why);
});

it('what is nearest to a slot: by time, then by room, and no more than are asked for', () => {
  const day = '2026-11-25';
  const free = ['1', '2'].flatMap((name) => slotsOn(room, doors, day).map((slot) => ({ name, ...slot })));
  const [, middle] = slotsOn(room, doors, day);
  if (!middle) throw new Error('no slot');
  expect(nearestTo(middle, free, 4).map((slot) => `${slot.name} ${saySlot(slot)}`)).toEqual([
    '1 18:30–19:30',
    '2 18:30–19:30',
    '1 17:30–18:30',
    '1 19:30–20:30',
  ]);
  expect(nearestTo(middle, [])).toEqual([]);
});
