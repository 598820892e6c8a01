import { counted } from '@niangjia/shared/clubs/post';
import { Refusal } from '@niangjia/shared/refusal';
import { changePost, getPost } from '../posts.ts';
import { countShown } from './comments.ts';
import { countLikes } from './likes.ts';

/** Likes and comments, counted onto their post. */

const TRIES = 4;

/**
 * Counts once. It is counted after the post was read, and written only over what was read: whoever changes it in
 * between has counted later, so the last one written is never the older count.
 */
export async function countOnto(id: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const seen = await getPost(id);
    if (!seen) return;
    const [likes, comments] = await Promise.all([countLikes(id), countShown(id)]);
    let overtaken = false;
    await changePost(seen, (post) => {
      overtaken = post.version !== seen.version;
      return overtaken ? post : counted(post, { likes, comments });
    });
    if (!overtaken) return;
  }
  // The stream tells of it again.
  throw new Refusal('BUSY');
}

const counting = new Map<string, Promise<void>>();
const waiting = new Map<string, Promise<void>>();

function begin(id: string): Promise<void> {
  waiting.delete(id);
  const mine = countOnto(id).finally(() => counting.delete(id));
  counting.set(id, mine);
  return mine;
}

/** Counts what has changed by now. The stream brings many likes at once: who comes while it is counted shares the next count. */
export function recount(id: string): Promise<void> {
  const shared = waiting.get(id);
  if (shared) return shared;
  const running = counting.get(id);
  if (!running) return begin(id);
  const next = running.catch(() => undefined).then(() => begin(id));
  waiting.set(id, next);
  return next;
}
