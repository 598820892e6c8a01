import { Refusal } from '@niangjia/shared/refusal';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import { type Instant, MINUTE } from '@niangjia/shared/time';
import type { KeeperReason, KeepersWord } from '@niangjia/shared/venues/keepersWord';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomOf, type Venue } from '@niangjia/shared/venues/venue';
import { venuesPolicy } from '../../policies.ts';
import { changeSlot, getSlot, placeInTime } from '../slots.ts';
import { getVenue } from '../venues.ts';

/** What every act of a keeper rests on: the venue as it is now, their word, and one slot of it. */

/** The venue that is asked about. */
export const venueSubject = (input: { venue: string }): Promise<Venue | undefined> => getVenue(input.venue);

/** A keeper's word here and now. */
export function wordOf(venue: Venue, staff: Staff, now: Instant, reason?: KeeperReason): KeepersWord {
  const authority = grantFor(staff, ['venueKeeper'], venue.org.path)?.authority ?? '';
  return { by: staff.id, at: now, venue: venue.id, authority, reason };
}

/**
 * Writes what comes of one slot of a venue, also of one that today's hours no longer have: it may have been
 * booked under earlier ones.
 */
export async function changeKept(
  venue: Venue,
  { room: id, start }: { room: string; start: Instant },
  now: Instant,
  next: (slot: Slot, policy: Awaited<ReturnType<typeof venuesPolicy>>) => Slot,
): Promise<Slot> {
  const room = roomOf(venue, id);
  if (!room) throw new Refusal('NOT_FOUND');
  const at = placeInTime(room, { start, end: start + room.slotMinutes * MINUTE });
  const [policy, seen] = await Promise.all([venuesPolicy(now), getSlot(at)]);
  return changeSlot(seen, policy, now, (slot) => next(slot, policy));
}
