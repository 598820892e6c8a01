import { expect, test } from 'vitest';
import { type AttendeeRow, sayAnomaly, tightest } from './anomalies.ts';

test.each([
  [[0, 1, 2, 30, 31], 3, 2],
  [[31, 0, 30, 1, 29], 3, 2],
  [[5], 1, 0],
  [[], 3, 0],
])('of %j, %i came within %i', (times, people, span) => {
  expect(tightest(times, people)).toBe(span);
});

const came = (cameAt: number, more: Partial<AttendeeRow> = {}): AttendeeRow => ({
  ...{ id: String(cameAt), cameAt, where: 'near', metres: 10, struck: false, counts: true },
  ...more,
});
const attendees = [
  ...Array.from({ length: 9 }, (_, i) => came(1_000 * i)),
  came(60_000, { where: 'far', metres: 1_240 }),
  came(61_000, { where: 'far', metres: 350 }),
];

test.each([
  [{ kind: 'crowd', people: 9 } as const, '8 秒内 9 人签到'],
  [{ kind: 'far', people: 2 } as const, '2 人签到时离活动地点很远，最近的也有 350 米'],
  [{ kind: 'denied', people: 1 } as const, '1 人第二天说没去'],
  [{ kind: 'sameCircle', people: 11 } as const, '和前几次几乎是同样的 11 人'],
])('%j is said', (anomaly, said) => {
  expect(sayAnomaly(anomaly, attendees)).toBe(said);
});
