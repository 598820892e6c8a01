import { DAY, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { expect, it } from 'vitest';
import { sayBefore, sayHours, sayLength, sayMetres, sayMoment, sayWhen } from './say.ts';

const minutes = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * MINUTE;
const now = instantOf('2026-11-25', '12:00');

it('says when', () => {
  const start = instantOf('2026-11-25', '19:30');
  expect(sayWhen({ start, end: start + HOUR }, now)).toBe('今天 周三 19:30–20:30');
  expect(sayMoment(start, now)).toBe('19:30');
  expect(sayMoment(start + DAY, now)).toBe('明天 周四 19:30');
});

it.each([
  ['2026-11-25', '19:00', '19:30', '19:00'],
  ['2026-11-26', '19:00', '19:30', '当天 19:00'],
  ['2026-11-26', '23:45', '24:00', '明天 周四 23:45'],
])('on %s, %s before %s is %s', (day, at, start, said) => {
  expect(sayBefore(instantOf(day, at), instantOf(day, '00:00') + minutes(start), now)).toBe(said);
});

it.each([
  [30 * MINUTE, '30 分钟'],
  [HOUR, '1 小时'],
  [1.5 * HOUR, '1.5 小时'],
  [6 * HOUR, '6 小时'],
  [30 * DAY, '30 天'],
])('says %d ms as %s', (length, said) => {
  expect(sayLength(length)).toBe(said);
});

it.each([
  [3, '0 米'],
  [238, '240 米'],
  [996, '1.0 公里'],
  [1234, '1.2 公里'],
  [12_345, '12 公里'],
])('says %d m as %s', (metres, said) => {
  expect(sayMetres(metres)).toBe(said);
});

it('says opening hours, days that are alike together', () => {
  const work = [
    { from: '12:00', until: '14:00' },
    { from: '17:30', until: '21:00' },
  ];
  const rest = [{ from: '09:00', until: '21:00' }];
  expect(sayHours([rest, [], work, work, work, work, rest], '休息')).toEqual([
    { days: '周一', open: '休息' },
    { days: '周二至周五', open: '12:00–14:00，17:30–21:00' },
    { days: '周六至周日', open: '09:00–21:00' },
  ]);
});
