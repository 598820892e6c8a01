import { Refusal } from '@niangjia/shared/refusal';
import { beforeOf, plan, whyNotChange } from '@niangjia/shared/venues/changing';
import { hasSlot, touchedBy } from '@niangjia/shared/venues/settling';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import type { Slot } from '@niangjia/shared/venues/slot';
import { eachOf } from '../../booking/eachOf.ts';
import { slotsOfDay } from '../../booking/slots.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { venueSubject } from '../keeper/kept.ts';

const SHOWN = 200;

/** Whose bookings a change would end: a query a day of each room that it touches. May be a moment old; what is there then is ended. */
export const listOutside = staffHandler(setUp.listOutside, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, now }) => {
    const { change, version } = input;
    const why = whyNotChange(venue, change, version, now);
    if (why) throw new Refusal(why);
    const after = plan(venue, change, { room: '', door: '' }, now);
    const days = touchedBy(beforeOf(venue), after, now).flatMap(({ room, days }) =>
      days.map((day) => ({ room, day })),
    );
    const found: { name: string; slot: Slot }[] = [];
    await eachOf(days, async ({ room, day }) => {
      for (const slot of await slotsOfDay(room.id, day)) {
        if (slot.start > now && !hasSlot(after, room, slot)) found.push({ name: room.name, slot });
      }
    });
    const bookings = found
      .flatMap(({ name, slot: { start, end, places } }) =>
        places.map(({ id, person }) => ({ id, person, room: name, start, end })),
      )
      .sort((a, b) => a.start - b.start);
    const shown = bookings.slice(0, SHOWN);
    const names = await maskedNames(shown.map(({ person }) => person));
    return {
      bookings: shown.map(({ person, ...booking }) => ({ ...booking, name: names.get(person) })),
      count: bookings.length,
      waiting: found.reduce((sum, { slot }) => sum + slot.waiting.length, 0),
      last: bookings.at(-1)?.start,
    };
  },
});
