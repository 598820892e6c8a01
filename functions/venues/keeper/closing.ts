import { Refusal, type RefusalCode } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { type Period, slotsWithin, whyNotPeriod } from '@niangjia/shared/venues/keeping';
import type { Room, SlotTime } from '@niangjia/shared/venues/room';
import type { Slot } from '@niangjia/shared/venues/slot';
import { roomOf, type Venue } from '@niangjia/shared/venues/venue';
import { eachOf } from '../../booking/eachOf.ts';
import { changeSlot, getSlot, placeInTime } from '../../booking/slots.ts';
import { venuesPolicy } from '../../policies.ts';

/** A room and its slots in a period. */
export function roomWithin(
  venue: Venue,
  { room: id, ...period }: { room: string } & Period,
): { room: Room; times: SlotTime[] } {
  const why = whyNotPeriod(period);
  if (why) throw new Refusal(why);
  const room = roomOf(venue, id);
  if (!room) throw new Refusal('NOT_FOUND');
  return { room, times: slotsWithin(room, venue, period) };
}

/** What came of one slot: why it stayed as it was, where it could not be changed. */
interface Result extends SlotTime {
  readonly why: RefusalCode | undefined;
}

/**
 * Changes each slot of a period on its own, a few at once; one that can't be changed stays as it is, and the result
 * says why. One that is so already stays too: a request that was cut short and is sent again goes on where it was,
 * and ends the same.
 */
export async function changeWithin(
  venue: Venue,
  input: { room: string } & Period,
  now: Instant,
  whyNot: (slot: Slot) => RefusalCode | undefined,
  next: (slot: Slot) => Slot,
): Promise<Result[]> {
  const { room, times } = roomWithin(venue, input);
  const policy = await venuesPolicy(now);
  const results: Result[] = [];
  await eachOf(times, async (time) => {
    const seen = await getSlot(placeInTime(room, time));
    const after = await changeSlot(seen, policy, now, (slot) => (whyNot(slot) ? slot : next(slot)));
    results.push({ ...time, why: whyNot(after) });
  });
  return results.sort((a, b) => a.start - b.start);
}
