import { Refusal } from '@niangjia/shared/refusal';
import type { Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { isHere, saidToKeeper } from '@niangjia/shared/venues/guest';
import type { Venue } from '@niangjia/shared/venues/venue';
import { book, refuseClosed, type Wish } from '../../booking/bookings.ts';
import { isKnown, wishOf } from '../../booking/wishes.ts';
import { getCalendar } from '../../calendars.ts';
import { verifyToken } from '../../tokens.ts';
import { wordOf } from './kept.ts';
import { useKey } from './keysUsed.ts';

/** Members for whom a keeper acts. */

/** What a keeper asks for a guest: where, for whom, at the door or not. */
export interface ForGuest {
  readonly venue: Venue;
  readonly room: string;
  readonly start: Instant;
  readonly person: string;
  readonly staff: Staff;
  readonly id: string;
  readonly walkIn: boolean;
  readonly now: Instant;
}

/** A guest's wish, with the keeper's word. */
export async function guestWish({ venue, room, start, person, staff, id, walkIn, now }: ForGuest) {
  if (person === staff.id) throw new Refusal('OWN_BOOKING');
  const { wish, calendar } = await wishOf({ venue: venue.id, room, start }, { id, person, now });
  return { wish: { ...wish, word: wordOf(venue, staff, now), walkIn } satisfies Wish, calendar };
}

/** Does something for a guest; a refusal is said as it is for a keeper to hear, with nothing of where the guest is. */
export async function forKeeper<T>(
  { room, start, person, now }: ForGuest,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const here =
      error.code === 'ELSEWHERE_THEN' && isHere(await getCalendar(person), { of: room, start }, now);
    const { opensAt } = error.details ?? {};
    throw new Refusal(here ? 'GUEST_HERE' : saidToKeeper(error.code), opensAt ? { opensAt } : undefined);
  }
}

/** Books for a guest whom the keeper has seen within the last minutes; sent again, it is the same booking. */
export async function bookGuest(
  { guest, room, start }: { room: string; start: Instant; guest: string },
  rest: Omit<ForGuest, 'room' | 'start' | 'person'>,
): Promise<Wish> {
  const { now } = rest;
  // One that is over still says whose request this was, should it have been answered before.
  const claims = await verifyToken('guest', guest, 0);
  if (!claims) throw new Refusal('CARD_OVER');
  const asked: ForGuest = { ...rest, room, start, person: claims.person };
  return forKeeper(asked, async () => {
    const { wish, calendar } = await guestWish(asked);
    if (await isKnown(wish, calendar)) return wish;
    if (!(await verifyToken('guest', guest, now))) throw new Refusal('CARD_OVER');
    refuseClosed(wish);
    // Before anything is written for this guest: what stands for another one is not to be in their calendar.
    await useKey(wish.id, asked, now);
    await book(wish, calendar);
    return wish;
  });
}
