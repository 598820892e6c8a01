import * as v from 'valibot';
import { text } from '../bounds.ts';
import { OrgRef } from '../joining/session.ts';
import { KeptPhoto } from '../photos/album.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { type Accepted, type RequestMark, remember } from '../retry.ts';
import { Bytes } from '../sealed.ts';
import type { Instant } from '../time.ts';
import { Ruled } from './activity.ts';
import type { Decided } from './club.ts';

/**
 * What is shown of an activity on the wall (交流展示): the leader's report with its photos, likes and comments.
 * Nothing is shown before a person of the union has looked at it. Source: the rules of clubs.
 */

/** What a leader says of how it was. */
export const ReportWords = v.pipe(text(500), v.trim(), v.minLength(5, 'TOO_SHORT'));

/** A report, from its first photo on; `draft` until it is handed in, `waiting` until staff have looked at it. */
export const Post = v.object({
  /** The activity's. */
  id: v.string(),
  version: v.number(),
  club: v.object({ id: v.string(), name: v.string() }),
  org: OrgRef,
  leader: v.string(),
  title: v.string(),
  start: v.number(),
  place: v.string(),
  words: v.string(),
  photos: v.array(KeptPhoto),
  state: v.picklist(['draft', 'waiting', 'shown', 'hidden']),
  reportedAt: v.optional(v.number()),
  decided: v.optional(Ruled),
  /** Counted by the stream from the likes and the comments that are shown. */
  likes: v.number(),
  comments: v.number(),
});
export type Post = v.InferOutput<typeof Post>;

const changed = (post: Post, what: Partial<Post>): Post => ({ ...post, ...what, version: post.version + 1 });

/** Why its photos can't be changed: only while it is not handed in. */
export const whyNotEdit = ({ state }: Pick<Post, 'state'>): RefusalCode | undefined =>
  state === 'draft' ? undefined : 'REPORTED_ALREADY';

/** The report is handed in. Twice is once. */
export const handIn = (post: Post, words: string, now: Instant): Post =>
  post.state === 'draft' ? changed(post, { words, state: 'waiting', reportedAt: now }) : post;

/** Staff show it, or hide it. The same again changes nothing. */
export function show(post: Post, shown: boolean, decided: Decided): Post {
  const state = shown ? 'shown' : 'hidden';
  if (post.state === state) return post;
  if (post.state === 'draft') throw new Refusal('NOT_FOUND');
  if (post.leader === decided.by) throw new Refusal('OWN_CLUB');
  return changed(post, { state, decided: { ...decided, from: post.state, to: state } });
}

/** What was counted of it; where it was the same before, the very same post. */
export const counted = (post: Post, { likes, comments }: Pick<Post, 'likes' | 'comments'>): Post =>
  post.likes === likes && post.comments === comments ? post : changed(post, { likes, comments });

/** What somebody says to a post: words under their own data key, so that they go when their person is forgotten. */
export const Comment = v.object({
  id: v.string(),
  post: v.string(),
  version: v.number(),
  person: v.string(),
  /** Of the post: whose staff look at it. */
  org: OrgRef,
  at: v.number(),
  words: Bytes,
  /** `waiting` until staff have looked; hidden again where somebody reports it, until they have looked once more. */
  state: v.picklist(['waiting', 'shown', 'hidden', 'withdrawn']),
  /** Who reported it; each counts once. */
  reporters: v.array(v.string()),
  decided: v.optional(Ruled),
  /** How many had reported it when staff last looked. */
  looked: v.optional(v.number()),
});
export type Comment = v.InferOutput<typeof Comment>;

export const CommentWords = v.pipe(text(200), v.trim(), v.minLength(1, 'REQUIRED'));

/** How many comments somebody writes in a day, those counted that they took away again. */
export const COMMENTS_A_DAY = 20;

/** What somebody wrote on a day, with one more. Throws COMMENTS_TOO_MANY. */
export function countComment(written: readonly Accepted[], request: RequestMark, now: Instant): Accepted[] {
  if (written.length >= COMMENTS_A_DAY) throw new Refusal('COMMENTS_TOO_MANY');
  return remember(written, request, now, COMMENTS_A_DAY);
}

const next = (comment: Comment, what: Partial<Comment>): Comment => ({
  ...comment,
  ...what,
  version: comment.version + 1,
});

/** So many who report count; more say nothing new. */
const REPORTERS = 20;
/** What staff showed although it was reported is out of sight again once so many more report it: one alone can't. */
const LOOK_AGAIN = 3;

/** Somebody reports a comment: it is out of sight until staff have looked at it (again). Twice is once. */
export function reportComment(comment: Comment, by: string): Comment {
  const { person, state, reporters, looked = 0 } = comment;
  if (person === by) throw new Refusal('OWN_COMMENT');
  if (reporters.includes(by) || reporters.length >= REPORTERS) return comment;
  const since = reporters.length + 1 - looked;
  const again = state === 'shown' && since >= (looked > 0 ? LOOK_AGAIN : 1);
  return next(comment, {
    reporters: [...reporters, by],
    ...(again ? { state: 'waiting' as const } : {}),
  });
}

/** Staff show a comment or hide it; nobody decides on their own. */
export function decideComment(comment: Comment, shown: boolean, decided: Decided): Comment {
  if (comment.person === decided.by) throw new Refusal('OWN_COMMENT');
  if (comment.state === 'withdrawn') throw new Refusal('COMMENT_GONE');
  const state = shown ? 'shown' : 'hidden';
  if (comment.state === state) return comment;
  const looked = comment.reporters.length;
  return next(comment, { state, decided: { ...decided, from: comment.state, to: state }, looked });
}

/** Somebody takes their own comment away; it is gone for everybody, staff too, and its words with it. */
export const withdrawComment = (comment: Comment): Comment =>
  comment.state === 'withdrawn' ? comment : next(comment, { state: 'withdrawn', words: new Uint8Array() });

/** Whether somebody sees a comment: what waits is seen by its writer alone. */
export const isSeen = ({ state, person }: Pick<Comment, 'state' | 'person'>, by: string): boolean =>
  state === 'shown' || (state === 'waiting' && person === by);
