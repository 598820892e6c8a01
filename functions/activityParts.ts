import { Activity } from '@niangjia/shared/clubs/activity';
import { Attendee } from '@niangjia/shared/clubs/attendance';
import * as v from 'valibot';
import { getItems, type Item } from './table.ts';

/** What every feature may know of somebody's part in activities: clubs writes it, the others read it here. */

/** Where an activity is kept. */
export const activityKey = (id: string) => ({ pk: `ACTIVITY#${id}`, sk: 'ACTIVITY' });

/** What the sort key of somebody's part begins with; the person follows. */
export const ATTENDEE = 'ATTENDEE#';
/** Where somebody's part in an activity is kept. */
export const attendeeKey = (activity: string, person: string) => ({
  pk: activityKey(activity).pk,
  sk: ATTENDEE + person,
});

/** What one batch read takes, since each activity is read beside the part in it. */
const MOST = 50;

const isPart = ({ sk }: Item) => String(sk).startsWith(ATTENDEE);

/** Somebody's parts in some activities, with the activities, in the order asked for; eventually consistent, for showing. */
export async function partsOf(
  person: string,
  activities: readonly string[],
): Promise<{ activity: Activity; part: Attendee }[]> {
  const wanted = [...new Set(activities)];
  const batches = Array.from({ length: Math.ceil(wanted.length / MOST) }, (_, i) =>
    getItems(
      wanted.slice(i * MOST, (i + 1) * MOST).flatMap((id) => [activityKey(id), attendeeKey(id, person)]),
    ),
  );
  const items = (await Promise.all(batches)).flat();
  const parts = items.filter(isPart).map((item) => v.parse(Attendee, item));
  const found = items.filter((item) => !isPart(item)).map((item) => v.parse(Activity, item));
  return wanted.flatMap((id) => {
    const activity = found.find((one) => one.id === id);
    const part = parts.find((one) => one.activity === id);
    return activity && part ? [{ activity, part }] : [];
  });
}
