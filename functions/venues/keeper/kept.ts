import { Refusal } from '@niangjia/shared/refusal';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import { dayOf, type Instant, MINUTE } from '@niangjia/shared/time';
import type { KeeperReason, KeepersWord } from '@niangjia/shared/venues/keepersWord';
import { slotMinutesOn } from '@niangjia/shared/venues/room';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomOf, type Venue } from '@niangjia/shared/venues/venue';
import { changeSlot, getSlot, placeInTime } from '../../booking/slots.ts';
import { getVenue } from '../../booking/venues.ts';
import { venuesPolicy } from '../../policies.ts';

/** What every act of a keeper rests on: the venue as it is now, their word, and one slot of it. */

/** The venue that is asked about. */
export const venueSubject = (input: { venue: string }): Promise<Venue | undefined> => getVenue(input.venue);

/** A keeper's word here and now. */
export function wordOf(
  venue: Pick<Venue, 'id' | 'org'>,
  staff: Staff,
  now: Instant,
  reason?: KeeperReason,
): KeepersWord {
  const { role, authority = '' } = grantFor(staff, ['venueKeeper', 'admin'], venue.org.path) ?? {};
  return { by: staff.id, at: now, venue: venue.id, authority, reason, ...(role === 'admin' ? { role } : {}) };
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
  const end = start + slotMinutesOn(room, dayOf(start)) * MINUTE;
  const at = placeInTime(room, { start, end });
  const [policy, seen] = await Promise.all([venuesPolicy(now), getSlot(at)]);
  return changeSlot(seen, policy, now, (slot) => next(slot, policy));
}
