import type { Activity } from '@niangjia/shared/clubs/activity';
import { type Attendee, giveUp, isIn } from '@niangjia/shared/clubs/attendance';
import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import {
  type Calendar,
  type Entry,
  enter,
  inTheWayOfActivity,
  strike,
} from '@niangjia/shared/venues/calendar';
import { comeToNothing } from '../booking/bookings.ts';
import { calendarPut, changeCalendar, getCalendar } from '../calendars.ts';
import { ConditionFailed, transact } from '../table.ts';
import { attendeePut, getAttendee, putAttendee } from './attendees.ts';

/**
 * Taking part: what somebody is to an activity and what stands in their calendar are written together, both theirs
 * alone, so that of two activities at one time they get one.
 */

const TRIES = 5;

/** Entries of an activity that stand in somebody's calendar. */
const entriesFor = ({ entries }: Calendar, activity: string): string[] =>
  entries
    .filter(({ what, of, over }) => what === 'event' && of === activity && over === undefined)
    .map(({ id }) => id);

const entryOf = ({ id, club, start, end }: Activity, { version }: Attendee, now: Instant): Entry => ({
  // Who gives up and comes back has another entry than the one that is over.
  id: `${id}.${version}`,
  what: 'event',
  of: id,
  ...{ start, end, since: now, group: club.id },
});

/** The calendar with an activity in it; slots in its way that came to nothing are struck out. Throws OTHER_ACTIVITY_THEN. */
async function entered(
  calendar: Calendar,
  activity: Activity,
  after: Attendee,
  now: Instant,
): Promise<Calendar> {
  const { club, start, end } = activity;
  const inTheWay = inTheWayOfActivity(calendar, { club: club.id, start, end }, now);
  if (inTheWay.some(({ what }) => what === 'event')) throw new Refusal('OTHER_ACTIVITY_THEN');
  const gone = await comeToNothing(inTheWay);
  if (gone.length < inTheWay.length) throw new Refusal('OTHER_ACTIVITY_THEN');
  return enter(strike(calendar, gone, now), entryOf(activity, after, now), now);
}

/** Writes what comes of somebody's part, and where they are then; the very same part back writes nothing. */
export async function takePart(
  activity: Activity,
  person: string,
  next: (attendee: Attendee) => Attendee,
  now: Instant,
): Promise<Attendee> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [seen, calendar] = await Promise.all([getAttendee(activity.id, person), getCalendar(person)]);
    const after = next(seen);
    if (after === seen) return seen;
    // The calendar was read after the very same request: what it says of it is not in the way.
    if (!isIn(seen) && entriesFor(calendar, activity.id).length > 0) continue;
    try {
      if (isIn(seen)) await putAttendee(after);
      else
        await transact([
          attendeePut(after),
          calendarPut(calendar, await entered(calendar, activity, after, now)),
        ]);
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new Refusal('BUSY');
}

/** Gives somebody's place up, unless they came; `seen` is their part as it was just read. */
export async function endPart(seen: Attendee, now: Instant): Promise<Attendee> {
  const { activity, person } = seen;
  let current = seen;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const after = giveUp(current, now);
    if (after === current) return current;
    const calendar = await getCalendar(person);
    const struck = strike(calendar, entriesFor(calendar, activity), now);
    try {
      await transact([attendeePut(after), ...(struck === calendar ? [] : [calendarPut(calendar, struck)])]);
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      current = await getAttendee(activity, person);
    }
  }
  throw new Refusal('BUSY');
}

/** Takes an activity that is none any more out of somebody's calendar. Twice is once. */
export async function strikeFor(person: string, activity: string, at: Instant): Promise<void> {
  await changeCalendar(await getCalendar(person), (calendar) =>
    strike(calendar, entriesFor(calendar, activity), at),
  );
}
