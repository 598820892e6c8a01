import { getClub } from '../../clubRecords.ts';

/** The club that is asked about. */
export async function clubSubject(input: { club: string }) {
  const club = await getClub(input.club);
  return club && { org: club.org, club };
}
