import { DAY, HOUR, instantOf } from '@niangjia/shared/time';
import { expect, it, test } from 'vitest';
import { freshPlan, planOf, tapped, whyNotThen } from './declarePlan.ts';

const now = instantOf('2026-11-25', '12:00');
const at = (hour: number) => ({
  start: instantOf('2026-12-02', '00:00') + hour * HOUR,
  end: instantOf('2026-12-02', '00:00') + (hour + 1) * HOUR,
});

test.each<[string, number[], number, number[]]>([
  ['the first one', [], 10, [10]],
  ['the one after', [10], 11, [10, 11]],
  ['the one before', [10, 11], 9, [9, 10, 11]],
  ['one elsewhere begins anew', [10, 11], 14, [14]],
  ['the last one again', [10, 11], 11, [10]],
  ['the first one again', [10, 11], 10, [11]],
  ['one in the middle begins anew', [10, 11, 12], 11, [11]],
  ['the only one again', [10], 10, []],
])('slots of a room that are chosen: %s', (_, before, tap, after) => {
  expect(tapped(before.map(at), at(tap))).toEqual(after.map(at));
});

it('is as long as the slots of its room, or as it was typed', () => {
  const typed = {
    ...freshPlan(now),
    where: 'elsewhere' as const,
    place: '公园东门',
    start: '14:00',
    end: '16:00',
  };
  expect(planOf(typed)).toMatchObject({ start: instantOf('2026-12-02', '14:00'), place: '公园东门' });
  const room = { ...typed, where: 'room' as const, venueName: '职工之家', roomName: '会议室' };
  expect(planOf({ ...room, slots: [at(10), at(11)] })).toMatchObject({
    ...{ start: at(10).start, end: at(11).end },
    place: '职工之家 会议室',
  });
});

test.each([
  ['nothing', {}, undefined],
  ['an end before the start', { start: '19:00', end: '18:00' }, 'ACTIVITY_TIMES'],
  ['a day that is over', { day: '2026-11-24' }, 'ACTIVITY_PAST'],
  [
    'a day that is too far',
    { day: new Date(now + 200 * DAY).toISOString().slice(0, 10) },
    'ACTIVITY_TOO_FAR',
  ],
])('what is wrong with the time: %s', (_, change, why) => {
  expect(whyNotThen({ ...freshPlan(now), where: 'elsewhere', ...change }, now)).toBe(why);
});
