import * as v from 'valibot';
import { getItems } from './table.ts';

/** What every feature may know of a venue: venues writes it, the others read it here. */

/** Where a venue is kept. */
export const venueKey = (id: string) => ({ pk: `VENUE#${id}`, sk: 'VENUE' });

const VenueName = v.object({
  id: v.string(),
  name: v.string(),
  rooms: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type VenueName = v.InferOutput<typeof VenueName>;

/** What one batch read takes. */
const MOST = 100;

/** Names of some venues and their rooms, by id, of the first hundred; eventually consistent, for showing. */
export async function venueNamesOf(ids: readonly string[]): Promise<Map<string, VenueName>> {
  const wanted = [...new Set(ids)].slice(0, MOST);
  const items = wanted.length > 0 ? await getItems(wanted.map(venueKey)) : [];
  return new Map(items.map((item) => v.parse(VenueName, item)).map((venue) => [venue.id, venue]));
}
