import type { AnswerOf } from '@niangjia/shared/contract';
import type { Instant } from '@niangjia/shared/time';
import { type Entry, upcoming } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { whyNotCancel } from '@niangjia/shared/venues/ending';
import { positionOf } from '@niangjia/shared/venues/line';
import { bannedUntil } from '@niangjia/shared/venues/noShow';
import { madeUnder, type VenuesPolicy } from '@niangjia/shared/venues/policy';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomOf } from '@niangjia/shared/venues/venue';
import { getSlot, placeInTime } from '../booking/slots.ts';
import { knownVenue } from '../booking/venues.ts';
import { getCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { venuesPolicy } from '../policies.ts';

type BookingView = AnswerOf<typeof venues.listBookings>['bookings'][number];

/** What the slot says of a booking; nothing where it came to nothing or is over. */
function standing(slot: Slot, id: string, policy: VenuesPolicy, now: Instant) {
  const place = slot.places.find((entry) => entry.id === id);
  if (place) {
    const cancellable = whyNotCancel(slot, id, policy, now) === undefined;
    return {
      state: place.came ? ('came' as const) : place.state,
      until: place.until,
      verified: place.came?.verified,
      cancelUntil: cancellable ? slot.start - madeUnder(policy, place).cancelUntil : undefined,
    };
  }
  const waiting = slot.waiting.find((entry) => entry.id === id);
  return waiting && { state: 'waiting' as const, position: positionOf(slot, waiting.person) };
}

async function view(entry: Entry, policy: VenuesPolicy, now: Instant): Promise<BookingView[]> {
  const venue = entry.venue ? await knownVenue(entry.venue, now) : undefined;
  const room = venue && roomOf(venue, entry.of);
  if (!room) return [];
  const slot = await getSlot(placeInTime(room, entry));
  const found = standing(slot, entry.id, policy, now);
  const place = slot.places.find(({ id }) => id === entry.id);
  const made = place ? madeUnder(policy, place) : policy;
  if (!found) return [];
  const { id, name, address, phone } = venue;
  return [
    {
      id: entry.id,
      venue: { id, name, address, phone },
      room: { id: room.id, name: room.name },
      start: entry.start,
      end: entry.end,
      group: entry.group !== undefined,
      checkInFrom: entry.start - made.checkInBefore,
      checkInUntil: entry.start + made.checkInAfter,
      ...found,
    },
  ];
}

/** What the caller has ahead, soonest first, each as its slot says now. */
export const listBookings: OpenHandler<typeof venues.listBookings> = async ({ caller, now }) => {
  const [policy, calendar] = await Promise.all([venuesPolicy(now), getCalendar(caller)]);
  const entries = [
    ...upcoming(calendar, now),
    ...calendar.waits.filter(({ end, over }) => end > now && over === undefined),
  ]
    .filter(({ what }) => what === 'slot')
    .sort((a, b) => a.start - b.start);
  const views = await Promise.all(entries.map((entry) => view(entry, policy, now)));
  return { bookings: views.flat(), bannedUntil: bannedUntil(calendar.noShows, policy, now) };
};
