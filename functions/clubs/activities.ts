import { Activity } from '@niangjia/shared/clubs/activity';
import { dueOf } from '@niangjia/shared/clubs/holding';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { Instant } from '@niangjia/shared/time';
import * as v from 'valibot';
import { activityKey } from '../activityParts.ts';
import {
  absent,
  atVersion,
  ConditionFailed,
  getItem,
  getItems,
  type Item,
  type Operation,
  putItem,
  queryItems,
  rewrite,
  transact,
} from '../table.ts';

/**
 * Activities: one item each. By the index they are where somebody has to look at them: a reviewer of their union's
 * node or above, or the tick. A club's own are listed under it, by items that only point.
 */

const order = (at: Instant) => String(at).padStart(15, '0');
const fromItem = (item: Item) => v.parse(Activity, item);
const pointerOf = ({ club, declaredAt, id }: Activity) => ({
  pk: `CLUB#${club.id}`,
  sk: `ACTIVITY#${order(declaredAt)}#${id}`,
});

/** For whom an activity waits: for a reviewer to agree to it, or to grade it. */
export type Waiting = 'declared' | 'counted';
type DuePolicy = Pick<ClubsPolicy, 'askAtHour' | 'answerFor'>;

function indexOf(activity: Activity, policy: DuePolicy): Item {
  const { id, org, status, declaredAt, reportedAt = 0, counted } = activity;
  const listed = (waiting: Waiting, since: Instant) => ({
    gsi1pk: `ACTIVITIES#${waiting}`,
    gsi1sk: `${org.path}#${order(since)}#${id}`,
  });
  if (status === 'declared') return listed('declared', declaredAt);
  if (status === 'reported' && counted) return listed('counted', reportedAt);
  const due = dueOf(activity, policy);
  return due ? { gsi1pk: 'CLUBDUE', gsi1sk: `${order(due.at)}#${id}` } : {};
}
const toItem = (activity: Activity, policy: DuePolicy): Item => ({
  ...v.parse(Activity, activity),
  ...activityKey(activity.id),
  ...indexOf(activity, policy),
});

/** The activity in a changed item; undefined for one that is something else. */
export const activityIn = (item: Item): Activity | undefined =>
  item.sk === 'ACTIVITY' ? fromItem(item) : undefined;

/** An activity as it is now, or as it was a moment ago. */
export async function getActivity(id: string, options?: { eventual: true }): Promise<Activity | undefined> {
  const item = await getItem(activityKey(id), options);
  return item && fromItem(item);
}

/** Several activities, eventually consistent, for showing. */
export async function activitiesAt(ids: readonly string[]): Promise<Activity[]> {
  const wanted = [...new Set(ids)];
  return wanted.length > 0 ? (await getItems(wanted.map(activityKey))).map(fromItem) : [];
}

/** Writes an activity that is new, and that its club has it; where it is there, gives that. */
export async function putActivity(activity: Activity, policy: DuePolicy): Promise<Activity> {
  try {
    await transact([
      { Put: { Item: toItem(activity, policy), ...absent } },
      { Put: { Item: pointerOf(activity) } },
    ]);
    return activity;
  } catch (error) {
    if (error instanceof ConditionFailed && error.item) return fromItem(error.item);
    throw error;
  }
}

/** Part of a transaction: an activity one version on, where it is still as it was seen. */
export const activityPut = (after: Activity, policy: DuePolicy): Operation => ({
  Put: { Item: toItem(after, policy), ...atVersion(after.version - 1) },
});

/** Lists an activity where it belongs by now: what it waits for comes later than was thought when it was written. */
export async function listAnew(activity: Activity, policy: DuePolicy): Promise<void> {
  try {
    await putItem(toItem(activity, policy), atVersion(activity.version));
  } catch (error) {
    // Whoever has changed it since has listed it anew.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Writes what comes of an activity, again from what has come in between; the very same one back writes nothing. */
export const changeActivity = (
  seen: Activity,
  policy: DuePolicy,
  next: (activity: Activity) => Activity,
): Promise<Activity> => rewrite(seen, next, { toItem: (activity) => toItem(activity, policy), fromItem });

/** A page of a club's activities, the latest declared first; for showing. */
export async function activitiesOf(club: string, start: Item | undefined, size = 20) {
  const { items, last } = await queryItems({
    KeyConditionExpression: 'pk = :club AND begins_with(sk, :activities)',
    ExpressionAttributeValues: { ':club': `CLUB#${club}`, ':activities': 'ACTIVITY#' },
    ScanIndexForward: false,
    ExclusiveStartKey: start,
    Limit: size,
  });
  const ids = items.map(({ sk }) => String(sk).split('#')[2] ?? '');
  const found = await activitiesAt(ids);
  const activities = ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  return { activities, last };
}

/** A page of those that wait for a reviewer at a node or above, by their unions, the longest waiting first; for showing. */
export async function activitiesWaiting(waiting: Waiting, path: string, start: Item | undefined) {
  const { items, last } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :waiting AND begins_with(gsi1sk, :path)',
    ExpressionAttributeValues: { ':waiting': `ACTIVITIES#${waiting}`, ':path': path },
    ExclusiveStartKey: start,
    Limit: 50,
  });
  return { activities: items.map(fromItem), last };
}

/** Activities with which time has something to do by now, a page; the list may be old, each is changed as it is now. */
export async function activitiesDue(now: Instant): Promise<Activity[]> {
  const { items } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :due AND gsi1sk < :now',
    ExpressionAttributeValues: { ':due': 'CLUBDUE', ':now': order(now + 1) },
    Limit: 100,
  });
  return items.map(fromItem);
}
