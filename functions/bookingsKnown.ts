import { dayOf, type Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { getItems } from './table.ts';

/** What every feature may know of a slot: venues writes it, the others ask here which bookings it has known. */

/** A time as text that sorts as the time does. */
export const order = (at: Instant) => String(at).padStart(15, '0');

/** Where a slot is kept. */
export const slotKey = (room: string, start: Instant) => ({
  pk: `ROOM#${room}#${dayOf(start)}`,
  sk: `SLOT#${order(start)}`,
});

/** What the names of a slot's places begin with; the booking's id follows. */
export const PLACE = 'place:';

const Named = v.array(v.object({ id: v.string() }));
const Known = v.object({ waiting: v.optional(Named, []), ended: v.optional(Named, []) });

/** What one batch read takes. */
const MOST = 100;

/**
 * Bookings and waits that some slots have ever known; another that names one of them came to nothing.
 * Eventually consistent, for showing.
 */
export async function bookingsKnown(
  slots: readonly { of: string; start: Instant }[],
): Promise<ReadonlySet<string>> {
  const keys = slots.map(({ of, start }) => slotKey(of, start));
  const wanted = [...new Map(keys.map((key) => [key.pk + key.sk, key])).values()];
  const batches = Array.from({ length: Math.ceil(wanted.length / MOST) }, (_, i) =>
    getItems(wanted.slice(i * MOST, (i + 1) * MOST)),
  );
  const items = (await Promise.all(batches)).flat();
  return new Set(
    items.flatMap((item) => {
      const { waiting, ended } = v.parse(Known, item);
      const places = Object.keys(item).filter((name) => name.startsWith(PLACE));
      return [
        ...places.map((name) => name.slice(PLACE.length)),
        ...[...waiting, ...ended].map(({ id }) => id),
      ];
    }),
  );
}
