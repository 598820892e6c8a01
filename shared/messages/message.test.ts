import { expect, it } from 'vitest';
import { DAY, instantOf } from '../time.ts';
import type { BookingTold } from './bookingTold.ts';
import { keptUntil, type Message, messageEntry, messageKey, messageKinds } from './message.ts';
import { type Reminder, reminderData, reminderPage } from './reminder.ts';

const kinds = Object.keys(messageKinds) as (keyof typeof messageKinds)[];
const at = instantOf('2026-11-22', '12:40');

it.each(kinds)('%s is told in a few calm words', (kind) => {
  const { title, text } = messageEntry(kind);
  expect(title.length).toBeLessThanOrEqual(14);
  expect(title).not.toMatch(/[。！!]/);
  expect(text).toMatch(/。$/);
  expect(text).not.toMatch(/[！!]/);
});

const reminders = kinds.flatMap((kind) => {
  const { reminder } = messageEntry(kind);
  return reminder ? [[kind, reminder] as const] : [];
});
const booking: BookingTold = {
  venue: 'xJ2m0cJm3kq1aT8vYw5ZlQ',
  venueName: '一个名字很长的街道职工之家暨文体活动中心',
  room: '乒乓球 1 号台',
  start: instantOf('2026-11-23', '19:00'),
};
const sent = (reminder: Reminder, about?: BookingTold) =>
  Object.entries(reminderData(reminder, { at, booking: about }));

it('of a booking names it, cut to what fits, and opens its house on that day', () => {
  const { reminder } = messageEntry('bookingOffRepair');
  if (!reminder) throw new Error('no reminder');
  expect(sent(reminder, booking).map(([, { value }]) => value)).toEqual([
    '乒乓球 1 号台 一个名字很长的街道职…',
    '取消了',
    '2026年11月23日 19:00',
    '设施要维修，很抱歉',
  ]);
  expect(reminderPage(reminder, { at, booking })).toBe(
    'venues/day?venue=xJ2m0cJm3kq1aT8vYw5ZlQ&day=2026-11-23',
  );
  expect(reminderPage(reminder, { at })).toBe('messages/inbox');
});

it.each(reminders)('%s fits into the fields of its template', (_kind, reminder) => {
  const fields = [...sent(reminder), ...sent(reminder, booking)];
  expect(fields).toHaveLength(8);
  for (const [name, { value }] of fields) {
    if (name.startsWith('thing')) expect(value).toMatch(/^.{1,20}$/u);
    if (name.startsWith('phrase')) expect(value).toMatch(/^\p{Script=Han}{1,5}$/u);
    if (name.startsWith('time')) expect(value).toMatch(/^2026年11月2[23]日 (12:40|19:00)$/);
  }
});

it('has a key that stands in the order of time', () => {
  const told = (moment: number): Message => ({ kind: 'applicationApproved', at: moment, about: '1' });
  const keys = [2, 1e12, 10, 999].map((moment) => messageKey(told(moment)));
  expect(keys.toSorted()).toEqual([2, 10, 999, 1e12].map((moment) => messageKey(told(moment))));
});

it('is kept from when it happened', () => {
  expect(keptUntil({ at: 5 * DAY }, 180 * DAY)).toBe(185 * DAY);
});
