import { dayOf } from '@niangjia/shared/time';
import { whyNotClose } from '@niangjia/shared/venues/closing';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { untouched } from '@niangjia/shared/venues/slot';
import { placeInTime, slotsOfDay } from '../../booking/slots.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { roomWithin } from './closing.ts';
import { venueSubject } from './kept.ts';

const SHOWN = 200;

/** Whose bookings a closed period would end: a query a day. May be a moment old; closing ends what is there then. */
export const listClosing = staffHandler(keeping.listClosing, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, now }) => {
    const { room, times } = roomWithin(venue, input);
    const days = [...new Set(times.map(({ start }) => dayOf(start)))];
    const touched = (await Promise.all(days.map((day) => slotsOfDay(room.id, day)))).flat();
    const slots = times.map((time) => {
      const at = placeInTime(room, time);
      return { ...untouched(at), ...touched.find(({ start }) => start === time.start) };
    });
    const ends = slots.filter((slot) => !whyNotClose(slot, now));
    const booked = ends
      .flatMap(({ start, end, places }) => places.map(({ id, person }) => ({ id, person, start, end })))
      .sort((a, b) => a.start - b.start);
    const shown = booked.slice(0, SHOWN);
    const names = await maskedNames(shown.map(({ person }) => person));
    return {
      slots: times.length,
      closed: slots.filter(({ closed }) => closed).length,
      kept: slots.length - ends.length,
      waiting: ends.reduce((sum, { waiting }) => sum + waiting.length, 0),
      bookings: shown.map(({ person, ...booking }) => ({ ...booking, name: names.get(person) })),
      count: booked.length,
    };
  },
});
