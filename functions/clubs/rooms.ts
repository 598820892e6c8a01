import { createHash } from 'node:crypto';
import type { Activity, BookedRoom, Plan, RoomWish } from '@niangjia/shared/clubs/activity';
import {
  bookAgain,
  isUndeclared,
  roomBooked,
  roomGivenBack,
  roomLost,
  tryOf,
  whyNotInRoom,
} from '@niangjia/shared/clubs/activityRoom';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import { Refusal } from '@niangjia/shared/refusal';
import { dayOf, type Instant } from '@niangjia/shared/time';
import { whyNotWeekly } from '@niangjia/shared/venues/group';
import { slotAt } from '@niangjia/shared/venues/room';
import { roomOf } from '@niangjia/shared/venues/venue';
import { book, comeToNothing, giveBack, leave, refuseBanned, refuseClosed } from '../booking/bookings.ts';
import { knownVenue } from '../booking/venues.ts';
import { isKnown, wishOf } from '../booking/wishes.ts';
import { getCalendar } from '../calendars.ts';
import { venuesPolicy } from '../policies.ts';
import { changeActivity } from './activities.ts';

/**
 * Rooms of houses for activities, all or nothing. The activity names its bookings before they are made, slot by slot;
 * whether they are its own is decided on the activity alone: where it is declared all of them stand, where this try is
 * given up none does, whoever gives them back.
 */

/** The same whenever one try of a request is sent again; another try books anew, since what was given back is over. */
const idOf = (activity: string, attempt: number, start: Instant) =>
  createHash('sha256').update(`${activity} ${attempt} ${start}`).digest('base64url').slice(0, 22);

/** As long as a place may be told. */
const PLACE = 60;

/** What is to be booked, and where that is. Throws ROOM_SHARED, ROOM_NOT_WHOLE, ROOM_TOO_FAR, SLOT_CLOSED. */
export async function roomFor(
  { id, attempt }: { id: string; attempt: number },
  { venue: venueId, room: roomId, starts }: RoomWish,
  plan: Pick<Plan, 'start' | 'end'>,
  now: Instant,
) {
  const [venue, policy] = await Promise.all([knownVenue(venueId, now), venuesPolicy(now)]);
  const room = venue && roomOf(venue, roomId);
  if (!venue || !room) throw new Refusal('NOT_FOUND');
  // A place in it would be one person's, and the others could be anybody's.
  if (room.capacity > 1) throw new Refusal('ROOM_SHARED');
  if (whyNotWeekly(plan.start, dayOf(plan.start), policy, now)) throw new Refusal('ROOM_TOO_FAR');
  const slots = starts.toSorted((a, b) => a - b).map((start) => slotAt(room, venue, start));
  const open = slots.filter((slot) => slot !== undefined);
  if (open.length < slots.length) throw new Refusal('SLOT_CLOSED');
  const why = whyNotInRoom(open, plan);
  if (why) throw new Refusal(why);
  const { latitude, longitude } = venue;
  const bookings = open.map(({ start, end }) => ({ id: idOf(id, attempt, start), start, end }));
  return {
    room: { venue: venue.id, room: room.id, bookings } satisfies BookedRoom,
    at: { place: `${venue.name} ${room.name}`.slice(0, PLACE), latitude, longitude },
  };
}

/** The wish for each of its slots, one after another: all are entered in the same calendar. */
async function eachWish(
  { leader: person, club }: Pick<Activity, 'leader' | 'club'>,
  { venue, room, bookings }: BookedRoom,
  now: Instant,
  act: (asked: Awaited<ReturnType<typeof wishOf>>) => Promise<void>,
): Promise<void> {
  for (const { id, start } of bookings) {
    const { wish, calendar } = await wishOf({ venue, room, start }, { id, person, now });
    await act({ wish: { ...wish, group: club.id }, calendar });
  }
}

/** Refuses a room that says no whoever is in it, before anything is written. */
export const refuseRoom = (
  of: Pick<Activity, 'leader' | 'club'>,
  room: BookedRoom,
  now: Instant,
): Promise<void> =>
  eachWish(of, room, now, async ({ wish, calendar }) => {
    refuseBanned(calendar, wish.policy, now);
    refuseClosed(wish);
  });

/** Gives back what stands of some bookings of a room; what does not stand by now never will. */
export async function giveRoomBack(
  { leader: person, club, room: booked }: Pick<Activity, 'leader' | 'club' | 'room'>,
  now: Instant,
  isAsked: (booking: BookedRoom['bookings'][number]) => boolean = () => true,
): Promise<void> {
  const [venue, policy] = await Promise.all([booked && knownVenue(booked.venue, now), venuesPolicy(now)]);
  const room = booked && venue && roomOf(venue, booked.room);
  if (!room) return;
  const asked = booked.bookings.filter(isAsked);
  const never = await comeToNothing(asked.map((one) => ({ ...one, of: room.id, what: 'slot' })));
  for (const { id, start, end } of asked) {
    // What is booked for a club takes nothing of its union's day.
    const noted = { id, person, member: undefined, venue, room, slot: { start, end }, group: club.id };
    if (never.includes(id)) await leave({ ...noted, policy, now }, await getCalendar(person));
    else await giveBack({ ...noted, policy, now }, 'cancelled');
  }
}

/** Whether an activity was declared with the bookings of this try. */
const holds = (activity: Activity, { room }: Activity): boolean =>
  !isUndeclared(activity) && activity.room?.bookings[0]?.id === room?.bookings[0]?.id;

/**
 * Gives a try up, unless it is declared by now, and gives back what was taken by it; the tick finds it until that is
 * done. Returns the activity as it is then.
 */
export async function dropRoom(tried: Activity, policy: ClubsPolicy, now: Instant): Promise<Activity> {
  const attempt = tryOf(tried);
  const goesOn = tried.status === 'booking';
  const after = goesOn ? await changeActivity(tried, policy, (current) => roomLost(current, attempt)) : tried;
  if (holds(after, tried)) return after;
  await giveRoomBack(tried, now);
  const lost = goesOn ? attempt + 1 : attempt;
  return changeActivity(after, policy, (current) => roomGivenBack(current, lost));
}

/** Books the room of an activity that is being declared; sent again it goes on where it was. Throws what a slot says no with. */
export async function takeRoom(
  seen: Activity,
  wish: RoomWish,
  policy: ClubsPolicy,
  now: Instant,
): Promise<void> {
  const tried = seen.status === 'booking' ? seen : await tryAgain(seen, wish, policy, now);
  if (!tried.room) throw new Refusal('BUSY');
  try {
    await eachWish(tried, tried.room, now, async ({ wish: one, calendar }) => {
      if (await isKnown(one, calendar)) return;
      refuseClosed(one);
      await book(one, calendar);
    });
  } catch (error) {
    // Who is told to try again goes on with this try.
    if (!(error instanceof Refusal) || error.code === 'BUSY') throw error;
    if (holds(await dropRoom(tried, policy, now), tried)) return;
    throw error;
  }
  const after = await changeActivity(tried, policy, (current) => roomBooked(current, tryOf(tried)));
  if (holds(after, tried)) return;
  // It was given up while this request was on its way.
  await giveRoomBack(tried, now);
  if (isUndeclared(after)) throw new Refusal('BUSY');
}

/** The request was refused before, and is judged afresh. */
async function tryAgain(
  lost: Activity,
  wish: RoomWish,
  policy: ClubsPolicy,
  now: Instant,
): Promise<Activity> {
  const cleared = lost.room ? await dropRoom(lost, policy, now) : lost;
  const { room } = await roomFor({ id: lost.id, attempt: tryOf(lost) }, wish, lost, now);
  await refuseRoom(lost, room, now);
  return changeActivity(cleared, policy, (current) => bookAgain(current, room, now));
}
