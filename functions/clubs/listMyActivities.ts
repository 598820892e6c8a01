import type { Activity } from '@niangjia/shared/clubs/activity';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { whyNotSay } from '@niangjia/shared/clubs/holding';
import { getCalendar } from '../calendars.ts';
import type { OpenHandler } from '../handler.ts';
import { clubsPolicy } from '../policies.ts';
import { activitiesAt } from './activities.ts';
import { attendancesOf } from './attendees.ts';
import { activityRow } from './views.ts';

/** As many as a list shows. */
const MOST = 60;
const GONE: readonly Activity['status'][] = ['booking', 'cancelled', 'voided'];

/** What the caller signed up for or came to, soonest first: what is over by now only while they are asked about it. */
export const listMyActivities: OpenHandler<typeof clubs.listMyActivities> = async ({ caller, now }) => {
  const [calendar, policy] = await Promise.all([getCalendar(caller), clubsPolicy(now)]);
  const entries = calendar.entries.filter(({ what, over }) => what === 'event' && over === undefined);
  const ids = entries.map(({ of }) => of).slice(-MOST);
  const [found, parts] = await Promise.all([activitiesAt(ids), attendancesOf(caller, ids)]);
  const mine = found.map((activity) => {
    const part = parts.find((one) => one.activity === activity.id);
    const came = part?.cameAt !== undefined;
    const asked = came && part.answer === undefined && whyNotSay(activity, policy, now) === undefined;
    return { activity, came, asked };
  });
  const shown = mine.filter(
    ({ activity: { end, status }, asked }) => !GONE.includes(status) && (end > now || asked),
  );
  return {
    activities: shown
      .sort((a, b) => a.activity.start - b.activity.start)
      .map(({ activity, came, asked }) => ({ ...activityRow(activity), came, asked })),
  };
};
