import { Calendar, emptyCalendar } from '@niangjia/shared/venues/calendar';
import * as v from 'valibot';
import { absent, atVersion, deleteItem, getItem, type Item, type Operation, rewrite } from './table.ts';

/** People's calendars: one item a person, for venues and events alike. */

const keyOf = (person: string) => ({ pk: `PERSON#${person}`, sk: 'CALENDAR' });
const fromItem = (person: string, item: Item | undefined): Calendar =>
  item ? v.parse(Calendar, { ...item, person }) : emptyCalendar(person);

/** A person's calendar as it is now. */
export const getCalendar = async (person: string): Promise<Calendar> =>
  fromItem(person, await getItem(keyOf(person)));

/** Deletes what somebody has ahead of them, and their no-shows with it. */
export const dropCalendar = (person: string): Promise<void> => deleteItem(keyOf(person));

/** The calendar in an item; undefined for an item that is something else. */
export const calendarIn = (item: Item): Calendar | undefined =>
  item.sk === 'CALENDAR' ? fromItem(String(item.pk).slice('PERSON#'.length), item) : undefined;

const toItem = (calendar: Calendar): Item => {
  const { person, ...rest } = v.parse(Calendar, calendar);
  return { ...rest, ...keyOf(person) };
};
const asSeen = ({ version }: Calendar) => (version === 0 ? absent : atVersion(version));

/** Part of a transaction: what comes of a calendar, where it is still as it was seen. */
export const calendarPut = (seen: Calendar, after: Calendar): Operation => ({
  Put: { Item: toItem(after), ...asSeen(seen) },
});

/**
 * Writes what comes of a calendar, again from what has come in between when somebody else was quicker.
 * `next` may throw a refusal, and returns the very same calendar when there is nothing to write.
 */
export const changeCalendar = (start: Calendar, next: (calendar: Calendar) => Calendar): Promise<Calendar> =>
  rewrite(start, next, {
    toItem,
    fromItem: (item) => fromItem(start.person, item),
    missing: emptyCalendar(start.person),
    tries: 5,
  });
