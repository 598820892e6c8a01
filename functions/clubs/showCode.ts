import { isUndeclared } from '@niangjia/shared/clubs/activityRoom';
import { CODE } from '@niangjia/shared/clubs/attendance';
import { whyNotLead } from '@niangjia/shared/clubs/club';
import type { clubs } from '@niangjia/shared/clubs/contract';
import { begin } from '@niangjia/shared/clubs/holding';
import { Refusal } from '@niangjia/shared/refusal';
import type { OpenHandler } from '../handler.ts';
import { maskedNames } from '../members.ts';
import { clubsPolicy } from '../policies.ts';
import { signToken } from '../tokens.ts';
import { changeActivity } from './activities.ts';
import { attendeesOf } from './attendees.ts';
import { ledActivity } from './led.ts';

/** How many of those who came last the screen shows. */
const LATEST = 5;

/** The code of the moment. The first one begins the activity; the leader's phone says where a place is that is on no map. */
export const showCode: OpenHandler<typeof clubs.showCode> = async ({ input, caller, now }) => {
  const { latitude, longitude } = input;
  const [{ activity, club }, policy] = await Promise.all([
    ledActivity(input.activity, caller),
    clubsPolicy(now),
  ]);
  const why = isUndeclared(activity) ? 'NOT_FOUND' : whyNotLead(club, caller);
  if (why) throw new Refusal(why);
  const here = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const spot = activity.latitude === undefined ? here : undefined;
  await changeActivity(activity, policy, (current) => begin(current, spot, policy, now));
  const [{ token, expiresAt }, attendees] = await Promise.all([
    signToken('activity', activity.id, now),
    attendeesOf(activity.id, 'shown'),
  ]);
  const came = attendees
    .filter(({ cameAt }) => cameAt !== undefined)
    .sort((a, b) => (b.cameAt ?? 0) - (a.cameAt ?? 0));
  const latest = came.slice(0, LATEST).map(({ person }) => person);
  const names = await maskedNames(latest);
  return {
    ...{ code: token, renewAt: now + CODE.renew, until: expiresAt, came: came.length },
    latest: latest.flatMap((person) => names.get(person) ?? []),
  };
};
