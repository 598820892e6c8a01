import type { Instant } from '@niangjia/shared/time';
import { type Entry, upcoming } from '@niangjia/shared/venues/calendar';
import { giveUp } from '@niangjia/shared/venues/ending';
import { giveBack } from '../booking/bookings.ts';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import { dropCalendar, getCalendar } from '../calendars.ts';
import type { Leaver } from '../leavers.ts';
import { activeMember } from '../members.ts';
import { venuesPolicy } from '../policies.ts';

/** What becomes of the bookings of somebody whose membership has ended. */

/** Gives up all that somebody has ahead, unless they are a member again: every place goes on to who waits. */
export async function giveAllUp({ person, forgets }: Leaver, now: Instant): Promise<void> {
  const calendar = await getCalendar(person);
  const open = ({ what, over, end }: Entry) => what === 'slot' && over === undefined && end > now;
  const ids = [...upcoming(calendar, now), ...calendar.waits].filter(open).map(({ id }) => id);
  if ((ids.length === 0 && !forgets) || (await activeMember(person))) return;
  for (const id of ids) await giveUpOne(person, id, now);
  if (forgets) await dropCalendar(person);
}

async function giveUpOne(person: string, id: string, now: Instant): Promise<void> {
  const policy = await venuesPolicy(now);
  const found = await notedAs(id, person, now, ({ entries, waits }) => [...entries, ...waits]);
  if (!found) return;
  const { room, slot } = found.noted;
  const seen = await getSlot(placeInTime(room, slot));
  if (seen.waiting.some((waiting) => waiting.id === id))
    await changeSlot(seen, policy, now, (current) => giveUp(current, id, policy, now));
  await giveBack(found.noted, 'cancelled');
}
