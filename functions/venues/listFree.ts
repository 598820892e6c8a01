import { type Instant, instantOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import type { VenuesPolicy } from '@niangjia/shared/venues/policy';
import { type Room, whyNotForWork, whyNotOpen } from '@niangjia/shared/venues/room';
import { whyNotTake } from '@niangjia/shared/venues/slot';
import { roomsOn, type Venue } from '@niangjia/shared/venues/venue';
import { roomDay } from '../booking/roomDays.ts';
import { knownVenue } from '../booking/venues.ts';
import type { OpenHandler } from '../handler.ts';
import { activeMember } from '../members.ts';
import { venuesPolicy } from '../policies.ts';

/** A venue's slots on a day, from a moment on, that still have a place; by start. */
async function freeIn(
  venue: Venue,
  rooms: readonly Room[],
  { day, from, policy, now }: { day: string; from: Instant; policy: VenuesPolicy; now: Instant },
) {
  const days = await Promise.all(rooms.map((room) => roomDay(room, venue, day)));
  const free = rooms.flatMap((room, i) =>
    (days[i] ?? [])
      .filter((slot) => slot.start >= from && !whyNotTake(slot) && !whyNotOpen(room, slot, policy, now))
      .map(({ start, end }) => ({ room: room.id, name: room.name, start, end })),
  );
  return free.sort((a, b) => a.start - b.start);
}

/** Which have places left for who works like the caller: one query a room, for the few venues that somebody looks at. */
export const listFree: OpenHandler<typeof venues.listFree> = async ({ input, caller, now }) => {
  const { day, kind } = input;
  const ids = input.venues.split(',');
  const [policy, member, ...found] = await Promise.all([
    venuesPolicy(now),
    activeMember(caller),
    ...ids.map((id) => knownVenue(id, now)),
  ]);
  const isFor = (room: Room) =>
    (!kind || room.kind === kind) && !(member && whyNotForWork(room, member.employment));
  const when = { day, from: instantOf(day, input.from), policy, now };
  const answers = found.map(async (venue) => {
    if (!venue) return [];
    const free = await freeIn(venue, roomsOn(venue, day).filter(isFor), when);
    const [first] = free;
    return first ? [{ id: venue.id, slots: free.length, first }] : [];
  });
  return { venues: (await Promise.all(answers)).flat() };
};
