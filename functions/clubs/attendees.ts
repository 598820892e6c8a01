import { Attendee, newAttendee } from '@niangjia/shared/clubs/attendance';
import * as v from 'valibot';
import { ATTENDEE, activityKey, attendeeKey } from '../activityParts.ts';
import {
  absent,
  atVersion,
  getItem,
  getItems,
  type Item,
  type Operation,
  putItem,
  queryAll,
  rewrite,
} from '../table.ts';

/** Who takes part in activities: one item a person, under the activity. */

const fromItem = (item: Item) => v.parse(Attendee, item);
const toItem = (attendee: Attendee): Item => ({
  ...v.parse(Attendee, attendee),
  ...attendeeKey(attendee.activity, attendee.person),
});
const expecting = ({ version }: Attendee) => (version <= 1 ? absent : atVersion(version - 1));

/** The attendee in a changed item. */
export const attendeeIn = (item: Item): Attendee | undefined =>
  String(item.sk).startsWith(ATTENDEE) ? fromItem(item) : undefined;

/** Somebody's part in an activity as it is now, or as it was a moment ago. */
export async function getAttendee(
  activity: string,
  person: string,
  options?: { eventual: true },
): Promise<Attendee> {
  const item = await getItem(attendeeKey(activity, person), options);
  return item ? fromItem(item) : newAttendee(activity, person);
}

/** Everybody's part in an activity, as it is now unless it is only for showing. */
export async function attendeesOf(activity: string, as: 'now' | 'shown'): Promise<Attendee[]> {
  const items = await queryAll({
    ConsistentRead: as === 'now',
    KeyConditionExpression: 'pk = :activity AND begins_with(sk, :attendees)',
    ExpressionAttributeValues: { ':activity': activityKey(activity).pk, ':attendees': ATTENDEE },
  });
  return items.map(fromItem);
}

/** Somebody's part in several activities; eventually consistent, for showing. */
export async function attendancesOf(person: string, activities: readonly string[]): Promise<Attendee[]> {
  const wanted = [...new Set(activities)];
  return wanted.length > 0 ? (await getItems(wanted.map((id) => attendeeKey(id, person)))).map(fromItem) : [];
}

/** Writes somebody's part alone, one version on; throws ConditionFailed where it has changed. */
export const putAttendee = (after: Attendee): Promise<void> => putItem(toItem(after), expecting(after));

/** Part of a transaction: somebody's part one version on. */
export const attendeePut = (after: Attendee): Operation => ({
  Put: { Item: toItem(after), ...expecting(after) },
});

/** Writes what comes of somebody's part alone, again from what has come in between. */
export const changeAttendee = (seen: Attendee, next: (attendee: Attendee) => Attendee): Promise<Attendee> =>
  rewrite(seen, next, { toItem, fromItem, missing: newAttendee(seen.activity, seen.person) });
