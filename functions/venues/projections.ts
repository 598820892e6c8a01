import { DAY, type Instant } from '@niangjia/shared/time';
import { type Calendar, recordNoShow, strike } from '@niangjia/shared/venues/calendar';
import { isReminded } from '@niangjia/shared/venues/due';
import type { Ended, Place, Slot } from '@niangjia/shared/venues/slot';
import { roomOf } from '@niangjia/shared/venues/venue';
import { settledIn } from '../appeals.ts';
import { giveBack } from '../booking/bookings.ts';
import { groupIn } from '../booking/groups.ts';
import { getSlot, placeInTime, slotIn } from '../booking/slots.ts';
import { knownVenue, venueIn } from '../booking/venues.ts';
import { calendarIn, changeCalendar, getCalendar } from '../calendars.ts';
import { tell } from '../inbox.ts';
import { leaverIn } from '../leavers.ts';
import { activeMember } from '../members.ts';
import { policyVersions, venuesPolicy } from '../policies.ts';
import { allow } from '../subscriptions.ts';
import type { Item } from '../table.ts';
import { decisionsIn, liftedIn, recordTurned, tellDecided, tellOfNoShow } from './keeper/decisions.ts';
import { tellLeaders } from './keeper/leaders.ts';
import { giveAllUp } from './leavers.ts';
import { recordChange } from './setUp/recordChange.ts';
import { recordPolicy } from './setUp/recordPolicy.ts';
import { toldIn, toldOf, toldOfNoShow } from './told.ts';

/** What the stream makes of changes to slots: no-shows in people's ledgers, what they are told, changes made whole, what leavers had. */

/** Who was released did not come, and that goes into their ledger, once however often the change is told. */
async function noteNoShow({ start }: Slot, { id, person, at, by = 'system' }: Ended, now: Instant) {
  const noted = await changeCalendar(await getCalendar(person), (calendar) => {
    // Where it was: the entry goes with the week, the ledger stays.
    const { of, venue } = calendar.entries.find((entry) => entry.id === id) ?? {};
    return strike(recordNoShow(calendar, { id, what: 'slot', of, venue, start, at, by }), [id], at);
  });
  const booking = await toldOfNoShow(noted, id, now);
  await tell(person, { kind: 'noShowNoted', at, about: id, booking }, now);
}

/** Gives up what a booking was taken in place of, where the request that took it could not. */
async function finishChange({ person, insteadOf }: Place, now: Instant): Promise<void> {
  const venue = insteadOf && (await knownVenue(insteadOf.venue, now));
  const room = venue && roomOf(venue, insteadOf.room);
  if (!room) return;
  const { id, start, end } = insteadOf;
  const { places } = await getSlot(placeInTime(room, { start, end }));
  if (!places.some((place) => place.id === id)) return;
  const [policy, member] = await Promise.all([venuesPolicy(now), activeMember(person)]);
  await giveBack({ id, person, member, venue, room, slot: { start, end }, policy, now }, 'moved');
}

/**
 * What time took from somebody is told to them: an offer they did not take, a wait that led to nothing, a request
 * that no keeper answered. Nobody is passed over without knowing why. It is struck from their calendar, which keeps
 * it for a day: told again, it is still known where it was. What ended never stands again, so it is never too late.
 */
async function tellOver({ id, person, how, at }: Ended, now: Instant): Promise<void> {
  const calendar = await changeCalendar(await getCalendar(person), (known) => strike(known, [id], at));
  const isRequest = calendar.entries.some((entry) => entry.id === id);
  const late = isRequest ? ('bookingUnanswered' as const) : ('waitOver' as const);
  const kind = how === 'lapsed' ? ('offerLapsed' as const) : late;
  await tell(person, { kind, at, about: id, booking: await toldIn(calendar, id, now) }, now);
}

/** What somebody with a place is told of it: that it is held for them, that it begins soon. */
async function tellOf({ start, remindedAt }: Slot, place: Place, now: Instant): Promise<void> {
  if (now >= start) return;
  const { id, person, state, at } = place;
  const say = async (kind: 'placeHeld' | 'bookingSoon', since: Instant) =>
    tell(person, { kind, at: since, about: id, booking: await toldOf(person, id, now) }, now);
  if (state === 'offered') await say('placeHeld', at);
  if (remindedAt !== undefined && isReminded(place, remindedAt)) await say('bookingSoon', remindedAt);
}

/** Counts what the person allowed with the taps of the last day; the table tells of a change for no longer. */
async function countAllowed({ person, entries, waits }: Calendar, now: Instant): Promise<void> {
  for (const { remind = [], since } of [...entries, ...waits]) {
    if (now - since > DAY) continue;
    for (const template of remind) await allow(person, template, since);
  }
}

/** One changed item; told twice or late it comes out the same. */
export async function projectVenues(item: Item, now: Instant): Promise<void> {
  const leaver = leaverIn(item);
  if (leaver) await giveAllUp(leaver, now);
  const appeal = settledIn(item);
  if (appeal) {
    const { noShow: id, person, settled: word } = appeal;
    await tellOfNoShow({ id, person, word, why: word.lifted ? 'appeal' : undefined }, now);
  }
  const calendar = calendarIn(item);
  if (calendar) await countAllowed(calendar, now);
  const venue = venueIn(item);
  if (venue) await recordChange(venue);
  const group = groupIn(item);
  if (group) await tellLeaders(group, now);
  const policy = policyVersions.venues.draftedIn(item);
  if (policy) await recordPolicy(policy);
  const slot = slotIn(item);
  if (!slot) return;
  for (const ended of slot.ended) {
    if (ended.how === 'released') await noteNoShow(slot, ended, now);
    if (ended.how === 'lapsed' || ended.how === 'notReached') await tellOver(ended, now);
  }
  // Who is there has been told all there was to tell.
  for (const place of slot.places.filter(({ came }) => !came)) {
    await finishChange(place, now);
    await tellOf(slot, place, now);
  }
  for (const decision of decisionsIn(slot)) await tellDecided(slot, decision, now);
  await recordTurned(slot, now);
  for (const lifted of liftedIn(slot)) await tellOfNoShow(lifted, now);
}
