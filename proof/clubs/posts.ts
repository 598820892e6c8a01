import type { Club } from '@niangjia/shared/clubs/club';
import type { Post } from '@niangjia/shared/clubs/post';
import { DAY, HOUR } from '@niangjia/shared/time';
import { putPost } from '../../functions/clubs/posts.ts';
import { newId } from '../../functions/secrets.ts';
import type { Actor } from '../world.ts';

/** Reports of activities for the proofs, as they are once they were handed in. */

/** A report that waits to be looked at, or whatever `changed` makes of it. */
export function makePost(club: Club, changed: Partial<Post> = {}): Promise<Post> {
  const start = changed.start ?? Date.now() - DAY;
  return putPost({
    ...{ id: newId(), version: 1, club: { id: club.id, name: club.name }, org: club.org },
    ...{ leader: club.leader, title: '秋日共读', start, place: '新街口职工之家', photos: [] },
    ...{ words: '二十几位工友一起读完了第一章。', state: 'waiting', reportedAt: start + 3 * HOUR },
    ...{ likes: 0, comments: 0 },
    ...changed,
  });
}

/** A report that is on the wall. */
export const shownPost = (club: Club, changed: Partial<Post> = {}): Promise<Post> =>
  makePost(club, { state: 'shown', ...changed });

/** Somebody says something to a report; by which name it is known. */
export async function commented(who: Actor, post: string, words = '下次我也来'): Promise<string> {
  const { body, refusal } = await who.call('commentPost', { post, words });
  if (refusal) throw new Error(refusal.code);
  return body.comment;
}
