import { dayOf } from '@niangjia/shared/time';
import { hoursOn, slotMinutesOn } from '@niangjia/shared/venues/room';
import { firstDayToChange } from '@niangjia/shared/venues/settling';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import { roomsOn } from '@niangjia/shared/venues/venue';
import { staffHandler } from '../../handler.ts';
import { venueSubject } from '../keeper/kept.ts';

/** A venue as it is now, for who changes it. */
export const getSetUp = staffHandler(setUp.getSetUp, {
  subject: venueSubject,
  handle: async ({ subject: venue, now }) => {
    const today = dayOf(now);
    const coming = <Next extends { from: string }>(next: Next | undefined) =>
      next && next.from > today ? next : undefined;
    return {
      id: venue.id,
      version: venue.version,
      facts: venue,
      hours: hoursOn(venue, today),
      next: coming(venue.next),
      closedDays: venue.closedDays.filter((day) => day >= today),
      rooms: roomsOn(venue, today).map((room) => ({
        ...room,
        slotMinutes: slotMinutesOn(room, today),
        next: coming(room.next),
        occupations: room.audience.occupations,
      })),
      settledAt: venue.settling?.due,
      firstDay: firstDayToChange(now),
    };
  },
});
