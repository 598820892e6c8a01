import { recordNoShow, strike } from '@niangjia/shared/venues/calendar';
import { Ended } from '@niangjia/shared/venues/slot';
import * as v from 'valibot';
import { changeCalendar, getCalendar } from '../calendars.ts';
import type { Item } from '../table.ts';

/** What the stream makes of changes to slots: no-shows in people's ledgers. */

// Only what is used; the rest of a slot is the store's.
const Changed = v.object({
  start: v.number(),
  ended: v.optional(v.array(Ended), []),
});

/**
 * One changed item. Who was released did not come, and that goes into their ledger, once however often
 * the change is told.
 */
export async function projectVenues(item: Item): Promise<void> {
  if (!String(item.sk).startsWith('SLOT#')) return;
  const { start, ended } = v.parse(Changed, item);
  for (const { id, person, how, at, by = 'system' } of ended) {
    if (how !== 'released') continue;
    await changeCalendar(await getCalendar(person), (calendar) => {
      // Where it was: the entry goes with the week, the ledger stays.
      const { of, venue } = calendar.entries.find((entry) => entry.id === id) ?? {};
      return strike(recordNoShow(calendar, { id, what: 'slot', of, venue, start, at, by }), [id], at);
    });
  }
}
