import type { Comment, Post } from '@niangjia/shared/clubs/post';
import type { Published } from '@niangjia/shared/clubs/stars';
import type { Instant } from '@niangjia/shared/time';
import { clubsAt } from '../../clubRecords.ts';
import { tell } from '../../inbox.ts';
import { recordDecision } from '../../records.ts';
import type { Item } from '../../table.ts';
import { getPost, postIn } from '../posts.ts';
import { commentIn, nameOf } from './comments.ts';
import { likedIn } from './likes.ts';
import { publishedIn } from './publishedStars.ts';
import { recount } from './recount.ts';

/** What the stream makes of changes to the wall: counts, what writers and leaders are told, and the records of decisions. */

const orgOf = ({ org: { id, path, name } }: Pick<Post, 'org'>) => ({ id, path, name });

/** Records that a report was shown or hidden. */
async function recordShown({ id, club, title, org, decided }: Post): Promise<void> {
  if (!decided) return;
  const { by, role, authority, at, from, to } = decided;
  await recordDecision({
    ...{ kind: 'post', person: id, thing: `${club.name} ${title}`, org: orgOf({ org }) },
    ...{ by, role, authority, at, from, to },
  });
}

/** Tells a comment's writer what became of it, and records that. */
async function tellDecided(comment: Omit<Comment, 'words'>, now: Instant): Promise<void> {
  const { post: id, person, org, decided, state } = comment;
  // One that waits again, or is gone, brings up its old decision.
  if (!decided || state !== decided.to) return;
  const { by, role, authority, at, from, to } = decided;
  const post = await getPost(id);
  const about = nameOf(comment);
  const club = post && { club: post.club.id, activity: id, name: post.title };
  await tell(person, { kind: to === 'shown' ? 'commentShown' : 'commentHidden', at, about, club }, now);
  await recordDecision({
    ...{ kind: 'comment', person, about, thing: post?.title, org: orgOf({ org }) },
    ...{ by, role, authority, at, from, to },
  });
}

/** Tells the leaders of stars, and records the publication. */
async function tellStars({ quarter, org, at, by, authority, stars }: Published, now: Instant): Promise<void> {
  await recordDecision({
    ...{ kind: 'stars', person: org.id, about: quarter, thing: quarter, org, by, role: 'clubReviewer' },
    ...{ authority, at, from: 'none', to: 'published' },
  });
  for (const { id, name, leader } of await clubsAt(stars.map(({ club }) => club)))
    await tell(leader, { kind: 'clubStar', at, about: id, club: { club: id, name, quarter } }, now);
}

/** One changed item; told twice or late it comes out the same. */
export async function projectWall(item: Item, now: Instant): Promise<void> {
  const liked = likedIn(item);
  if (liked) await recount(liked);
  const comment = commentIn(item);
  if (comment) {
    await recount(comment.post);
    await tellDecided(comment, now);
  }
  const post = postIn(item);
  if (post) await recordShown(post);
  const published = publishedIn(item);
  if (published) await tellStars(published, now);
}
