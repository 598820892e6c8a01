import type { venues } from '@niangjia/shared/venues/contract';
import { fromCursor, toCursor } from '../cursor.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesOfCity } from './venues.ts';
import { venueRow } from './views.ts';

/** The city's venues. Where somebody is never leaves their phone: the screen sorts by distance. */
export const listVenues: OpenHandler<typeof venues.listVenues> = async ({ input }) => {
  const { venues: found, last } = await venuesOfCity(await fromCursor('venues', input.cursor));
  return { venues: found.map(venueRow), cursor: await toCursor('venues', last) };
};
