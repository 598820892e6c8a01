import { clubsWith, getClub } from '../clubRecords.ts';
import { getGroup, groupsOf } from './groups.ts';

/** What has a standing place in venues, for which its leader books: a group that keepers registered, or a club that goes on. */
interface Gathering {
  readonly id: string;
  readonly name: string;
  readonly leader: string;
}

/** One of them, as it is now. */
export async function getGathering(id: string): Promise<Gathering | undefined> {
  const [group, club] = await Promise.all([getGroup(id), getClub(id)]);
  return group ?? (club?.state === 'active' ? club : undefined);
}

/** As many as a list shows. */
const MOST = 20;

/** Those that somebody leads; for showing. */
export async function gatheringsLedBy(leader: string): Promise<Gathering[]> {
  const [groups, clubs] = await Promise.all([groupsOf(leader), clubsWith(leader)]);
  const led = clubs.filter((club) => club.leader === leader && club.state === 'active');
  return [...led, ...groups].slice(0, MOST);
}
