import type { RefusalCode } from '@niangjia/shared/refusal';
import { saidToKeeper } from '@niangjia/shared/venues/guest';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { whyNotBook } from '@niangjia/shared/venues/whyNotBook';
import { askingOf, whyNotSlot } from '../../booking/bookings.ts';
import { getSlot, placeInTime } from '../../booking/slots.ts';
import { standingCalendar } from '../../booking/standing.ts';
import { guestOf } from '../../cardsShown.ts';
import { staffHandler } from '../../handler.ts';
import { maskedNames } from '../../members.ts';
import { signToken } from '../../tokens.ts';
import { type ForGuest, forKeeper, guestWish } from './guests.ts';
import { venueSubject } from './kept.ts';

/** What is in the way of a guest's booking, as booking would say it; the union's day is asked only then. */
async function whyNot(asked: ForGuest): Promise<RefusalCode | undefined> {
  const { wish, calendar } = await guestWish(asked);
  const { room, slot: time, now } = wish;
  const slot = await getSlot(placeInTime(room, time));
  if (slot.places.some(({ person }) => person === asked.person)) return 'GUEST_HERE';
  const standing = await standingCalendar(calendar, [slot], now);
  return whyNotSlot(wish) ?? whyNotBook(room, slot, askingOf(wish), { calendar: standing, unionFull: false });
}

/** Shows whose card it is, and whether they can have the slot, before anything is booked. */
export const seeGuest = staffHandler(keeping.seeGuest, {
  subject: venueSubject,
  handle: async ({ input, subject: venue, staff, now }) => {
    const { card, room, start, walkIn } = input;
    const person = await guestOf(card, staff.id, now);
    const asked = { venue, room, start, person, staff, id: '', walkIn, now };
    const [why, names, { token }] = await Promise.all([
      forKeeper(asked, () => whyNot(asked)),
      maskedNames([person]),
      signToken('guest', person, now),
    ]);
    return { guest: token, name: names.get(person), why: why && saidToKeeper(why) };
  },
});
