import { Refusal } from '@niangjia/shared/refusal';
import { dayOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { hoursOn, slotMinutesOn } from '@niangjia/shared/venues/room';
import { roomsOn } from '@niangjia/shared/venues/venue';
import { knownVenue } from '../booking/venues.ts';
import { venueRow } from '../booking/views.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';
import { photoView } from '../shownPhotos.ts';

/** What has not come yet. */
const toCome = <T extends { from: string }>(next: T | undefined, today: string): T | undefined =>
  next && next.from > today ? next : undefined;

/** A venue's own page. It says nothing of who looks or of what is free, so it costs no read most of the time. */
export const getVenue: OpenHandler<typeof venues.getVenue> = async ({ input, now }) => {
  const [venue, terms] = await Promise.all([knownVenue(input.venue, now), venuesPolicy(now)]);
  if (!venue) throw new Refusal('NOT_FOUND');
  const { phone, words, closedDays, next, photos = [] } = venue;
  const today = dayOf(now);
  return {
    venue: {
      ...venueRow(venue, now),
      phone,
      words,
      hours: hoursOn(venue, today),
      photos: photos.map(photoView),
    },
    next: toCome(next, today),
    closedDays: closedDays.filter((day) => day >= today).sort(),
    rooms: roomsOn(venue, today).map((room) => ({
      ...room,
      slotMinutes: slotMinutesOn(room, today),
      next: toCome(room.next, today),
      occupations: room.audience.occupations,
    })),
    terms,
  };
};
