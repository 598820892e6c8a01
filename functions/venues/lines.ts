import { Refusal } from '@niangjia/shared/refusal';
import { type Calendar, dropWait, enterWait } from '@niangjia/shared/venues/calendar';
import { wait } from '@niangjia/shared/venues/line';
import { knows, type Slot } from '@niangjia/shared/venues/slot';
import { entryOf, type Wish } from '../booking/bookings.ts';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { isNoted } from '../booking/wishes.ts';
import { changeCalendar, getCalendar } from '../calendars.ts';

/**
 * Gets in line at a slot that was just seen: what it refuses then is written nowhere. The calendar is first, so
 * that nobody waits without seeing it, then the slot, which decides. Throws what whyNotWait says.
 */
export async function getInLine(wish: Wish, calendar: Calendar, seen: Slot): Promise<Slot> {
  const { id, person, policy, now } = wish;
  const join = (slot: Slot) => wait(slot, { id, person, since: now }, policy, now);
  join(seen);
  const entry = entryOf(wish);
  let isEntered = false;
  const noted = await changeCalendar(calendar, (current) => {
    // Another request with the same key, sent at the same moment.
    isNoted(wish, current);
    const after = enterWait(current, entry, now);
    isEntered = after !== current;
    return after;
  });
  try {
    const slot = await changeSlot(seen, policy, now, join);
    // Another of the same request entered it, and takes it out again where it was refused itself.
    if (!isEntered) await note(wish, await getCalendar(person));
    return slot;
  } catch (error) {
    if (error instanceof Refusal && isEntered) await takeBack(wish, noted);
    throw error;
  }
}

const note = (wish: Wish, calendar: Calendar) =>
  changeCalendar(calendar, (current) => enterWait(current, entryOf(wish), wish.now));

/** Takes out what the slot refused; not if the same request, sent twice, has got in line with it meanwhile. */
async function takeBack(wish: Wish, noted: Calendar): Promise<void> {
  const { id, room, slot } = wish;
  const without = await changeCalendar(noted, (current) => dropWait(current, id));
  // Looked at afterwards: whoever gets in line later than this finds it missing, and enters it.
  if (knows(await getSlot(placeInTime(room, slot)), id)) await note(wish, without);
}
