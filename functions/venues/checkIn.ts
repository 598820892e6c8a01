import { Refusal } from '@niangjia/shared/refusal';
import { checkIn as came } from '@niangjia/shared/venues/attendance';
import type { venues } from '@niangjia/shared/venues/contract';
import { isNear } from '@niangjia/shared/venues/distance';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import { countMiss } from '../guesses.ts';
import type { OpenHandler } from '../handler.ts';

/** Checks in at the door. Where the phone is decides whether it is verified, and is not kept. */
export const checkIn: OpenHandler<typeof venues.checkIn> = async ({ input, caller, now }) => {
  const { id, door, latitude, longitude } = input;
  const found = await notedAs(id, caller, now, ({ entries }) => entries);
  if (!found) throw new Refusal('NOT_BOOKED');
  const { venue, room, slot: time, policy } = found.noted;
  if (door !== room.door) {
    if (!venue.rooms.some((other) => other.door === door)) await countMiss(caller, now);
    throw new Refusal('OTHER_DOOR');
  }
  const here = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const verified = here !== undefined && isNear(here, venue);
  const slot = await changeSlot(await getSlot(placeInTime(room, time)), policy, now, (current) =>
    came(current, id, { at: now, verified }, policy),
  );
  const place = slot.places.find((entry) => entry.id === id);
  return { id, at: place?.came?.at ?? now, verified: place?.came?.verified ?? verified };
};
