import type { Instant } from '@niangjia/shared/time';
import { type Entry, upcoming } from '@niangjia/shared/venues/calendar';
import { giveUp } from '@niangjia/shared/venues/ending';
import * as v from 'valibot';
import { giveBack } from '../booking/bookings.ts';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import { dropCalendar, getCalendar } from '../calendars.ts';
import { activeMember, membershipKey } from '../members.ts';
import { venuesPolicy } from '../policies.ts';
import type { Item } from '../table.ts';

/** What becomes of the bookings of somebody whose membership has ended. */

const Left = v.object({
  pk: v.string(),
  sk: v.literal('APPLICATION'),
  membership: v.literal('left'),
  forgetAskedAt: v.optional(v.number()),
});

interface Leaver {
  readonly person: string;
  /** They asked to be forgotten: their calendar goes once nothing is left to be given back. */
  readonly forgets: boolean;
}

/** Who left, if that is what a changed item says. */
export function leaverIn(item: Item): Leaver | undefined {
  const { success, output } = v.safeParse(Left, item);
  const prefix = membershipKey('').pk;
  if (!success || !output.pk.startsWith(prefix)) return undefined;
  return { person: output.pk.slice(prefix.length), forgets: output.forgetAskedAt !== undefined };
}

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
