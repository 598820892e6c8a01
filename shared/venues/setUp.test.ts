import * as v from 'valibot';
import { expect, it } from 'vitest';
import { mostPlaces, RoomFacts } from './setUp.ts';
import { type Place, untouched } from './slot.ts';

const facts = {
  ...{ name: '阅览室', kind: 'reading', slotMinutes: 60, daysAhead: 7, opensAtHour: 8 },
  ...{ occupations: [], needsApproval: false },
};
it.each([
  [1, true],
  [mostPlaces, true],
  [mostPlaces + 1, false],
  [0, false],
] as const)('a room that takes %i at once', (capacity, ok) => {
  expect(v.is(RoomFacts, { ...facts, capacity })).toBe(ok);
});

const id = 'x'.repeat(22);
const plain: Place = { id, person: id, at: 1e12, state: 'confirmed', policy: 1 };
const word = { by: id, at: 1e12, venue: id, authority: '工发〔2026〕2号' };
it.each([
  ['members booked', plain, 5],
  ['keepers booked for members', { ...plain, by: id, word }, 9],
])('a full slot that %s is an item of a few kilobytes', (_, place, most) => {
  const full = {
    ...untouched({ room: id, start: 1e12, end: 1e12, capacity: mostPlaces }),
    places: Array.from({ length: mostPlaces }, () => place),
  };
  expect(new TextEncoder().encode(JSON.stringify(full)).length).toBeLessThan(most * 1024);
});
