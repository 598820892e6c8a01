import { expect, it } from 'vitest';
import { DAY, instantOf } from '../time.ts';
import { keptUntil, type Message, messageEntry, messageKey, messageKinds } from './message.ts';
import { reminderData } from './reminder.ts';

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
it.each(reminders)('%s fits into the fields of its template', (_kind, reminder) => {
  const fields = Object.entries(reminderData(reminder, at));
  expect(fields).toHaveLength(4);
  for (const [name, { value }] of fields) {
    if (name.startsWith('thing')) expect(value).toMatch(/^.{1,20}$/u);
    if (name.startsWith('phrase')) expect(value).toMatch(/^\p{Script=Han}{1,5}$/u);
    if (name.startsWith('time')) expect(value).toBe('2026年11月22日 12:40');
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
