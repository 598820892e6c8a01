import { Refusal } from '@niangjia/shared/refusal';
import { type Instant, instantOf } from '@niangjia/shared/time';
import { leftFor, strike } from '@niangjia/shared/venues/calendar';
import type { venues } from '@niangjia/shared/venues/contract';
import { bannedUntil } from '@niangjia/shared/venues/noShow';
import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import { slotMinutesOn } from '@niangjia/shared/venues/room';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomsOn, type Venue } from '@niangjia/shared/venues/venue';
import { roomDay } from '../booking/roomDays.ts';
import { standingCalendar } from '../booking/standing.ts';
import { namedOn, unionDayOf } from '../booking/unionDays.ts';
import { knownVenue } from '../booking/venues.ts';
import { slotView, venueRow } from '../booking/views.ts';
import { getCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember, type Member } from '../members.ts';
import { venuesPolicy } from '../policies.ts';

/** Whether somebody's basic union has booked all it may in a venue on a day, whose slots have been seen. */
async function isUnionFull(
  member: Member | undefined,
  venue: Venue,
  at: Instant,
  seen: readonly Slot[],
  policy: VenuesPolicy,
  change: string | undefined,
): Promise<boolean> {
  const day = member && unionDayOf(member, venue, at);
  if (!day) return false;
  const places = new Set(seen.flatMap((slot) => slot.places.map(({ id }) => id)));
  const standing = (await namedOn(day)).filter(({ id }) => id !== change && places.has(id));
  return standing.length >= policy.aUnionADay;
}

/** A venue and a day of its rooms: one query a room beside what is known of the caller. */
export const getDay: OpenHandler<typeof venues.getDay> = async ({ input, caller, now }) => {
  const venue = await knownVenue(input.venue, now);
  if (!venue) throw new Refusal('NOT_FOUND');
  const rooms = roomsOn(venue, input.day);
  const [policy, noted, member, ...days] = await Promise.all([
    venuesPolicy(now),
    getCalendar(caller),
    activeMember(caller),
    ...rooms.map((room) => roomDay(room, venue, input.day)),
  ]);
  const midnight = instantOf(input.day, '00:00');
  const seen = days.flat();
  const [standing, unionFull] = await Promise.all([
    standingCalendar(noted, seen, now),
    isUnionFull(member, venue, midnight, seen, policy, input.change),
  ]);
  const calendar = input.change ? strike(standing, [input.change], now) : standing;
  const viewer = { person: caller, member, calendar, unionFull, policy, now };
  return {
    venue: { ...venueRow(venue, now), phone: venue.phone },
    rooms: rooms.map((room, i) => ({
      ...room,
      slotMinutes: slotMinutesOn(room, input.day),
      slots: (days[i] ?? []).map((slot) => slotView(slot, room, viewer)),
    })),
    terms: policy,
    left: leftFor(calendar, midnight, policy, now),
    bannedUntil: bannedUntil(calendar.noShows, policy, now),
  };
};
