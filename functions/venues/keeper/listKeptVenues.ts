import { keeping } from '@niangjia/shared/venues/keeperContract';
import { venuesOfCity } from '../../booking/venues.ts';
import { fromCursor, toCursor } from '../../cursor.ts';
import { staffHandler } from '../../handler.ts';
import { orgSubject } from './orgSubject.ts';

/** The venues of a node and below: those of a page of the city's that are there; a city has few. */
export const listKeptVenues = staffHandler(keeping.listKeptVenues, {
  subject: orgSubject,
  handle: async ({ input, subject: { org } }) => {
    const list = `kept ${org.id}`;
    const { venues, last } = await venuesOfCity(await fromCursor(list, input.cursor));
    return {
      venues: venues.filter((venue) => venue.org.path.startsWith(org.path)),
      cursor: await toCursor(list, last),
    };
  },
});
