import type { AnswerOf } from '@niangjia/shared/contract';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import type { Calendar, Entry } from '@niangjia/shared/venues/calendar';
import { appealsOf } from '../../appeals.ts';
import { bookingsKnown } from '../../bookingsKnown.ts';
import { getCalendar } from '../../calendars.ts';
import { openField } from '../../dataKeys.ts';
import { type VenueName, venueNamesOf } from '../../venueNames.ts';

/** What venues keep of somebody, as they have it in their copy. */

type Copy = AnswerOf<typeof myData.getCopy>;
type Appeal = Awaited<ReturnType<typeof appealsOf>>[number];
type Names = ReadonlyMap<string, VenueName>;

/** What is kept: who asks has their key beside it. */
export async function bookedBy(person: string) {
  const [calendar, appeals] = await Promise.all([getCalendar(person), appealsOf(person)]);
  return { calendar, appeals };
}

/**
 * A calendar without what came to nothing: an entry is written before its slot is asked, which says whether it ever
 * knew it.
 */
export async function withoutVoid(calendar: Calendar): Promise<Calendar> {
  const { entries, waits } = calendar;
  const asked = [...entries, ...waits].filter(({ what }) => what === 'slot');
  const known = await bookingsKnown(asked);
  const isThere = (entry: Entry) => !asked.includes(entry) || known.has(entry.id);
  return { ...calendar, entries: entries.filter(isThere), waits: waits.filter(isThere) };
}

/** The names of all houses that are in it. */
export const namesIn = ({ entries, waits, noShows }: Calendar): Promise<Names> =>
  venueNamesOf([...entries, ...waits, ...noShows].flatMap(({ venue }) => venue ?? []));

function placeOf(names: Names, id: string | undefined, of: string | undefined) {
  const venue = id === undefined ? undefined : names.get(id);
  return { venue: venue?.name, room: venue?.rooms.find((room) => room.id === of)?.name };
}

const latestFirst = (a: { start: number }, b: { start: number }) => b.start - a.start;

export function bookingsView({ entries, waits }: Calendar, names: Names): Copy['bookings'] {
  const view = (kind: 'booking' | 'wait') => (entry: Entry) => {
    const { venue, of, start, end, since, group, over } = entry;
    return { ...placeOf(names, venue, of), kind, start, end, at: since, group: group !== undefined, over };
  };
  const slots = entries.filter(({ what }) => what === 'slot');
  return [...slots.map(view('booking')), ...waits.map(view('wait'))].sort(latestFirst);
}

function appealView(key: Uint8Array, { person, noShow, at, words, settled }: Appeal) {
  const opened = openField(key, person, `appeal ${noShow}`, words);
  return { at, words: opened, settledAt: settled?.at, lifted: settled?.lifted };
}

/** Each with what was said about it, while that is kept. */
export function noShowsView(
  { noShows }: Calendar,
  appeals: readonly Appeal[],
  names: Names,
  key: Uint8Array,
): Copy['noShows'] {
  const said = new Map(appeals.map((appeal) => [appeal.noShow, appeal]));
  return noShows.toSorted(latestFirst).map(({ id, venue, of, start, at, by, lifted }) => {
    const appeal = said.get(id);
    return {
      ...placeOf(names, venue, of),
      start,
      at,
      by: by === 'system' ? ('system' as const) : ('keeper' as const),
      lifted: lifted && { at: lifted.at, why: lifted.why },
      appeal: appeal && appealView(key, appeal),
    };
  });
}
