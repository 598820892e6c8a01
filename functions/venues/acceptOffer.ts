import { Refusal } from '@niangjia/shared/refusal';
import type { venues } from '@niangjia/shared/venues/contract';
import { accept, whyNotAccept } from '@niangjia/shared/venues/line';
import { madeUnder } from '@niangjia/shared/venues/policy';
import { prepare, refuseClosed, stateFor } from '../booking/bookings.ts';
import { changeSlot, getSlot, placeInTime } from '../booking/slots.ts';
import { notedAs } from '../booking/wishes.ts';
import type { OpenHandler } from '../handler.ts';

/** Takes an offer. An offer occupies the place and not the person's limits, so all rules are judged now. */
export const acceptOffer: OpenHandler<typeof venues.acceptOffer> = async ({ input: { id }, caller, now }) => {
  const found = await notedAs(id, caller, now, ({ waits, entries }) => [...waits, ...entries]);
  if (!found) throw new Refusal('OFFER_OVER');
  const { noted, calendar } = found;
  if (!noted.member) throw new Refusal('MEMBERS_ONLY');
  const wish = { ...noted, member: noted.member };
  const { room, policy } = wish;
  const seen = await getSlot(placeInTime(room, wish.slot));
  const why = whyNotAccept(seen, id, now);
  if (why) throw new Refusal(why);
  const state = stateFor(wish);
  const offered = seen.places.find((place) => place.id === id && place.state === 'offered');
  if (offered) {
    // By the notice it was offered with: its deadline was told.
    const { notice } = madeUnder(policy, offered);
    refuseClosed({ ...wish, policy: { ...policy, notice } });
    await prepare(wish, calendar);
    await changeSlot(seen, policy, now, (current) => accept(current, id, state, now));
  }
  return { id, state };
};
