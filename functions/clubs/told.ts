import type { Activity } from '@niangjia/shared/clubs/activity';
import { isIn } from '@niangjia/shared/clubs/attendance';
import type { Club } from '@niangjia/shared/clubs/club';
import { whyNotSay } from '@niangjia/shared/clubs/holding';
import { offAt } from '@niangjia/shared/clubs/judging';
import type { ClubsPolicy } from '@niangjia/shared/clubs/policy';
import type { ClubTold } from '@niangjia/shared/messages/clubTold';
import type { Message } from '@niangjia/shared/messages/message';
import type { Instant } from '@niangjia/shared/time';
import { eachOf } from '../booking/eachOf.ts';
import { tell } from '../inbox.ts';
import { attendeesOf } from './attendees.ts';
import { strikeFor } from './takingPart.ts';

/** What people are told of clubs and activities; each once, however often it is told. */

type Kind = Message['kind'];

const clubTold = ({ id, name }: Club): ClubTold => ({ club: id, name });
const activityTold = ({ id, club, title }: Activity): ClubTold => ({
  club: club.id,
  activity: id,
  name: title,
});

/** Tells somebody of a club. */
export const tellOfClub = (club: Club, person: string, kind: Kind, at: Instant, now: Instant) =>
  tell(person, { kind, at, about: club.id, club: clubTold(club) }, now);

/** Tells somebody of an activity. */
export const tellOfActivity = (activity: Activity, person: string, kind: Kind, at: Instant, now: Instant) =>
  tell(person, { kind, at, about: activity.id, club: activityTold(activity) }, now);

/** Somebody who signed up for what came to nothing: it is in their way no more, and they are told. */
export async function tellOff(activity: Activity, person: string, now: Instant): Promise<void> {
  const at = offAt(activity);
  if (at === undefined) return;
  await strikeFor(person, activity.id, at);
  const kind = activity.status === 'cancelled' ? 'activityCancelled' : 'activityOff';
  await tellOfActivity(activity, person, kind, at, now);
}

/** Does something for everybody who is in an activity. */
async function forAll(activity: Activity, act: (person: string) => Promise<unknown>): Promise<void> {
  const people = (await attendeesOf(activity.id, 'now')).filter(isIn);
  await eachOf(people, ({ person }) => act(person));
}

/** What those who signed up or came are told, and what becomes of their calendars. */
export async function tellAll(activity: Activity, policy: ClubsPolicy, now: Instant): Promise<void> {
  const { id, status, askedAt } = activity;
  if (offAt(activity) !== undefined) await forAll(activity, (person) => tellOff(activity, person, now));
  // What is said to nobody any more was told when it could be.
  const isAsked = status === 'held' || status === 'reported';
  if (askedAt === undefined || !isAsked || whyNotSay(activity, policy, now)) return;
  const came = (await attendeesOf(id, 'now')).filter(({ cameAt }) => cameAt !== undefined);
  await eachOf(came, ({ person }) => tellOfActivity(activity, person, 'wereYouThere', askedAt, now));
}
