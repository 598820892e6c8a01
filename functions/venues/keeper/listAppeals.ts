import { keeping } from '@niangjia/shared/venues/keeperContract';
import { roomOf } from '@niangjia/shared/venues/venue';
import { appealsTo } from '../../appeals.ts';
import { getCalendar } from '../../calendars.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { dataKeys, openField } from '../../dataKeys.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { venueSubject } from './kept.ts';

/** What members say about their no-shows here: their own words, their name masked. */
export const listAppeals = staffHandler(keeping.listAppeals, {
  subject: venueSubject,
  handle: async ({ input, subject: venue }) => {
    const list = `appeals ${venue.id}`;
    const { appeals, last } = await appealsTo(venue.id, await fromCursor(list, input.cursor));
    const people = [...new Set(appeals.map(({ person }) => person))];
    const [names, keys, calendars] = await Promise.all([
      maskedNames(people),
      dataKeys(people),
      Promise.all(people.map(getCalendar)),
    ]);
    const shown = appeals.flatMap(({ person, noShow: id, at, words }) => {
      const key = keys.get(person);
      if (!key) return [];
      const noShow = calendars
        .find((calendar) => calendar.person === person)
        ?.noShows.find((one) => one.id === id);
      return {
        id: `${person}.${id}`,
        name: names.get(person),
        room: noShow?.of && roomOf(venue, noShow.of)?.name,
        start: noShow?.start,
        at,
        words: openField(key, person, `appeal ${id}`, words),
      };
    });
    return { appeals: shown, cursor: await toCursor(list, last) };
  },
});
