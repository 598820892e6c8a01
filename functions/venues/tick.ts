import type { Instant } from '@niangjia/shared/time';
import { tick as ticked } from '@niangjia/shared/venues/due';
import { changeSlot, listAgain, slotsDue } from '../booking/slots.ts';
import { venuesPolicy } from '../policies.ts';
import { settleDue } from './settle.ts';

/**
 * What time brings to the slots that are due by now: offers lapse and go on, free places are offered, who
 * did not come is released. The list is the index's and may be old; each slot is written as it is now.
 */
export async function tick(now: Instant): Promise<number> {
  const policy = await venuesPolicy(now);
  // First: whoever is in a slot that is no more is told so, and did not miss it.
  await settleDue(now);
  const due = await slotsDue(now);
  for (const slot of due) {
    const after = await changeSlot(slot, policy, now, (current) => ticked(current, policy, now), 'asStored');
    if (after === slot) await listAgain(slot, policy, now);
  }
  return due.length;
}

/** Runs every minute. */
export const main = () => tick(Date.now());
