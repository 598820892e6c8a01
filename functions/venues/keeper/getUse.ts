import { Refusal } from '@niangjia/shared/refusal';
import { DAY, dayOf } from '@niangjia/shared/time';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import type { Slot } from '@niangjia/shared/venues/slot';
import { useOf } from '@niangjia/shared/venues/use';
import { roomDay } from '../../booking/roomDays.ts';
import { staffHandler } from '../../handler.ts';
import { venueSubject } from './kept.ts';

const WEEKS = 4;

/** How rooms were used: a query a room and day, a week of days at once; as much as a house has rooms, whoever asks. */
export const getUse = staffHandler(keeping.getUse, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, now }) => {
    const rooms = venue.rooms.filter(({ id }) => input.room === undefined || id === input.room);
    if (rooms.length === 0 && input.room) throw new Refusal('NOT_FOUND');
    const slots: Slot[] = [];
    const ago = (days: number) => dayOf(now - days * DAY);
    for (let week = WEEKS; week > 0; week--) {
      const days = Array.from({ length: 7 }, (_, i) => ago(week * 7 - i));
      const read = rooms.flatMap((room) => days.map((day) => roomDay(room, venue, day)));
      slots.push(...(await Promise.all(read)).flat());
    }
    return { from: ago(WEEKS * 7), until: ago(1), rooms: venue.rooms, cells: useOf(slots, now) };
  },
});
