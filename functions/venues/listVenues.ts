import type { venues } from '@niangjia/shared/venues/contract';
import { isShown } from '@niangjia/shared/venues/venue';
import { venuesOfCity } from '../booking/venues.ts';
import { venueRow } from '../booking/views.ts';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';

/** The city's venues. Where somebody is never leaves their phone: the screen sorts by distance. */
export const listVenues: OpenHandler<typeof venues.listVenues> = async ({ input, now }) => {
  const { venues: found, last } = await venuesOfCity(await fromCursor('venues', input.cursor));
  return {
    venues: found.filter((venue) => isShown(venue, now)).map((venue) => venueRow(venue, now)),
    cursor: await toCursor('venues', last),
  };
};
