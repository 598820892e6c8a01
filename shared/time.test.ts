import { expect, it } from 'vitest';
import { ageOn, clockOf, dayOf, instantOf, sayClock, saySpan, sayTime } from './time.ts';

it.each([
  ['2026-11-21T15:59:59Z', '2026-11-21', '23:59'],
  ['2026-11-21T16:00:00Z', '2026-11-22', '00:00'],
  ['2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
])('%s is %s %s in Shanghai', (utc, day, clock) => {
  const at = Date.parse(utc);
  expect([dayOf(at), clockOf(at)]).toEqual([day, clock]);
  expect(instantOf(day, clock)).toBe(at - (at % 60_000));
});

const now = instantOf('2026-11-22', '12:00');
it.each([
  ['2026-11-22', '19:30', '今天 周日 19:30'],
  ['2026-11-23', '09:00', '明天 周一 09:00'],
  ['2026-11-21', '09:00', '昨天 周六 09:00'],
  ['2026-12-01', '09:00', '12月1日 周二 09:00'],
  ['2027-01-01', '09:00', '2027年1月1日 周五 09:00'],
])('says %s %s as %s', (day, clock, said) => {
  expect(sayTime(instantOf(day, clock), now)).toBe(said);
});

it.each([
  [15_000, '0:15', '15 秒'],
  [250_000, '4:10', '4 分 10 秒'],
  [3_725_000, '1:02:05', '1 小时 2 分'],
  [-5, '0:00', '0 秒'],
])('says %d ms as %s and %s', (span, clock, words) => {
  expect([sayClock(span), saySpan(span)]).toEqual([clock, words]);
});

it.each([
  ['2000-02-29', '2026-02-28', 25],
  ['2000-02-29', '2026-03-01', 26],
  ['2010-11-22', '2026-11-22', 16],
])('born %s is on %s %d years old', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age);
});
