import type { Activity } from '@niangjia/shared/clubs/activity';
import type { Club } from '@niangjia/shared/clubs/club';
import { Refusal } from '@niangjia/shared/refusal';
import { getClub } from '../clubRecords.ts';
import { getActivity } from './activities.ts';

/** What only a club's leader of now may see and do. To everybody else there is no such thing. */

/** The club, where the caller leads it. */
export async function ledClub(id: string, caller: string): Promise<Club> {
  const club = await getClub(id);
  if (club?.leader !== caller) throw new Refusal('NOT_FOUND');
  return club;
}

/** An activity of a club that the caller leads, whoever declared it. */
export async function ledActivity(id: string, caller: string): Promise<{ activity: Activity; club: Club }> {
  const activity = await getActivity(id);
  if (!activity) throw new Refusal('NOT_FOUND');
  return { activity, club: await ledClub(activity.club.id, caller) };
}
