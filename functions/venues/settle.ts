import type { Instant } from '@niangjia/shared/time';
import { closeFor } from '@niangjia/shared/venues/closing';
import { closedAlong, refit, touchedBy } from '@niangjia/shared/venues/settling';
import type { Venue } from '@niangjia/shared/venues/venue';
import { eachOf } from '../booking/eachOf.ts';
import { changeSlot, getSlot, placeInTime, slotsOfDay } from '../booking/slots.ts';
import { endSettling, forgetSettling, getVenue, noteSettling, settlingBy } from '../booking/venues.ts';
import { venuesPolicy } from '../policies.ts';

/** What becomes of slots that are none any more, once nobody books by what a venue was before. */

/**
 * Goes through every touched slot on the days that a change touches. Cut short anywhere, the next run goes on:
 * nothing of it is noted but what it did, and the venue is settled last.
 */
async function settle(venue: Venue, now: Instant): Promise<void> {
  const { settling } = venue;
  if (!settling) return;
  const { before, word } = settling;
  const policy = await venuesPolicy(now);
  const days = touchedBy(before, venue, now).flatMap(({ room, days }) => days.map((day) => ({ room, day })));
  await eachOf(days, async ({ room, day }) => {
    const stored = await slotsOfDay(room.id, day, 'now');
    for (const slot of stored) {
      await changeSlot(slot, policy, now, (current) => refit(current, venue, room, word), 'asStored');
    }
    for (const { slot, by } of closedAlong(stored, before, venue, room, day)) {
      const seen = await getSlot(placeInTime(room, slot));
      await changeSlot(seen, policy, now, (current) => closeFor(current, by, by));
    }
  });
  await endSettling(venue);
}

/** Settles the venues that are due. What is noted may be old or for a change that came to nothing. */
export async function settleDue(now: Instant): Promise<void> {
  for (const { id, noted } of await settlingBy(now)) {
    const venue = await getVenue(id);
    const due = venue?.settling?.due;
    if (due !== undefined && due > now) {
      await noteSettling(id, due);
      continue;
    }
    if (venue) await settle(venue, now);
    await forgetSettling(id, noted);
  }
}
