import type { Decided } from '@niangjia/shared/clubs/club';
import type { Post } from '@niangjia/shared/clubs/post';
import { Refusal } from '@niangjia/shared/refusal';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { getClub } from '../../clubRecords.ts';
import { getPost } from '../posts.ts';

/** What every act of a reviewer on the wall rests on. */

/** The report that is asked about. */
export const postSubject = (input: { post: string }): Promise<Post | undefined> => getPost(input.post);

/** A reviewer's word here and now. */
export function decidedBy(staff: Staff, { org }: Pick<Post, 'org'>, now: Instant): Decided {
  const authority = grantFor(staff, ['clubReviewer'], org.path)?.authority ?? '';
  return { by: staff.id, role: 'clubReviewer', authority, at: now };
}

/** Nobody decides on what is shown of a club that they led when it was reported, or lead now. */
export async function refuseLeader(post: Post, by: string): Promise<void> {
  const leads = post.leader === by || (await getClub(post.club.id))?.leader === by;
  if (leads) throw new Refusal('OWN_CLUB');
}
