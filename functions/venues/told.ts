import type { BookingTold } from '@niangjia/shared/messages/bookingTold';
import type { Instant } from '@niangjia/shared/time';
import type { Calendar } from '@niangjia/shared/venues/calendar';
import { roomOf } from '@niangjia/shared/venues/venue';
import { knownVenue } from '../booking/venues.ts';
import { getCalendar } from '../calendars.ts';

/** How messages name a booking. */

interface Where {
  readonly venue?: string | undefined;
  readonly room?: string | undefined;
  readonly start: Instant;
  readonly end?: Instant | undefined;
}

/** Where and when it is, by the names of now; undefined where the house or the room is no more. */
export async function told({ venue: id, room: of, start, end }: Where, now: Instant) {
  const venue = id ? await knownVenue(id, now) : undefined;
  const room = venue && of ? roomOf(venue, of) : undefined;
  if (!venue || !room) return undefined;
  const booking: BookingTold = { venue: venue.id, venueName: venue.name, room: room.name, start, end };
  return booking;
}

/** The same of a booking or wait in somebody's calendar, which knows where to find it. */
export async function toldIn({ entries, waits }: Calendar, id: string, now: Instant) {
  const entry = [...entries, ...waits].find((known) => known.id === id);
  return entry && told({ ...entry, room: entry.of }, now);
}

/** The same of somebody's booking or wait. */
export const toldOf = async (person: string, id: string, now: Instant): Promise<BookingTold | undefined> =>
  toldIn(await getCalendar(person), id, now);

/** The same of a no-show. */
export async function toldOfNoShow({ noShows }: Calendar, id: string, now: Instant) {
  const noShow = noShows.find((known) => known.id === id);
  return noShow && told({ ...noShow, room: noShow.of }, now);
}
