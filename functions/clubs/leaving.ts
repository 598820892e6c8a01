import type { Attendee } from '@niangjia/shared/clubs/attendance';
import type { Instant } from '@niangjia/shared/time';
import { upcoming } from '@niangjia/shared/venues/calendar';
import { getCalendar } from '../calendars.ts';
import { clubsWith, quitClub } from '../clubRecords.ts';
import { activeMember } from '../members.ts';
import { getAttendee } from './attendees.ts';
import { endPart } from './takingPart.ts';

/** What becomes of the sign-ups and clubs of somebody whose membership of the union has ended. */

/** They are in no club and come to nothing any more, unless they are a member again. What they came to stays. */
export async function leaveAll(person: string, now: Instant): Promise<void> {
  const [calendar, clubs] = await Promise.all([getCalendar(person), clubsWith(person)]);
  const ahead = upcoming(calendar, now).filter(({ what }) => what === 'event');
  if ((ahead.length === 0 && clubs.length === 0) || (await activeMember(person))) return;
  for (const { of } of ahead) await endPart(await getAttendee(of, person), now);
  for (const { id } of clubs) await quitClub(id, person, now);
}

/** Somebody who left a moment before they signed up, or joined a club, was still taken for a member. */
export async function leaveLate(
  { person, activity, club }: { person: string; activity?: Attendee; club?: string },
  now: Instant,
): Promise<void> {
  if (await activeMember(person)) return;
  if (activity) await endPart(activity, now);
  if (club) await quitClub(club, person, now);
}
