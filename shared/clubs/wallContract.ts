import * as v from 'valibot';
import { Count, list, Time, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id } from '../ids.ts';
import { Photos } from '../photos/album.ts';
import { CommentWords } from './post.ts';
import { Quarter } from './stars.ts';
import { Name } from './views.ts';

const PostRow = v.object({
  id: Id,
  club: v.object({ id: Id, name: text(20) }),
  union: text(40),
  title: text(30),
  start: Time,
  place: text(60),
  words: text(500),
  photos: Photos,
  likes: Count,
  comments: Count,
});
const CommentView = v.object({
  id: text(60),
  name: Name,
  at: Time,
  words: text(200),
  mine: v.boolean(),
  /** Only its writer sees one that waits. */
  waiting: v.boolean(),
});
const StarView = v.object({
  club: Id,
  name: text(20),
  points: Count,
  activities: Count,
  people: Count,
});
const reviewers = { staff: ['clubReviewer'] } as const;

/** The wall: what clubs did, and what others say to it; and the stars of a quarter. */
export const wall = {
  listPosts: endpoint({
    route: 'GET /posts',
    summary: 'Reports that are shown, the latest first.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ cursor: Cursor }),
    output: v.object({ posts: list(PostRow, 10), cursor: Cursor }),
    refusals: [],
  }),
  getPost: endpoint({
    route: 'GET /posts/{post}',
    summary: 'One report, whether the caller likes it, and what people say to it.',
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ post: Id, cursor: Cursor }),
    output: v.object({ post: PostRow, liked: v.boolean(), comments: list(CommentView, 30), cursor: Cursor }),
    refusals: [],
  }),
  likePost: endpoint({
    route: 'POST /posts/{post}/likes',
    summary: 'Likes a report, or does not any more; once a person.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ post: Id, liked: v.boolean() }),
    output: v.object({ liked: v.boolean() }),
    refusals: ['CLUB_MEMBERS_ONLY'],
  }),
  commentPost: endpoint({
    route: 'POST /posts/{post}/comments',
    summary: 'Says something to a report; it is shown once it was looked at.',
    who: 'signedIn',
    repeat: 'key',
    input: v.object({ post: Id, words: CommentWords }),
    output: v.object({ comment: text(60) }),
    refusals: ['CLUB_MEMBERS_ONLY', 'TEXT_RISKY', 'COMMENTS_TOO_MANY'],
  }),
  withdrawComment: endpoint({
    route: 'POST /posts/{post}/comments/{comment}/end',
    summary: "Takes the caller's own comment away.",
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ post: Id, comment: text(60) }),
    output: v.object({ comment: text(60) }),
    refusals: [],
  }),
  reportComment: endpoint({
    route: 'POST /posts/{post}/comments/{comment}/reports',
    summary: 'Reports a comment: it is out of sight until staff have looked at it.',
    who: 'signedIn',
    repeat: 'natural',
    input: v.object({ post: Id, comment: text(60) }),
    output: v.object({ comment: text(60) }),
    refusals: ['CLUB_MEMBERS_ONLY', 'OWN_COMMENT'],
  }),
  listKeptPosts: endpoint({
    route: 'GET /kept-posts',
    summary: 'Reports of an org and all below it that wait to be shown.',
    who: reviewers,
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({ posts: list(PostRow, 50), cursor: Cursor }),
    refusals: [],
  }),
  showPost: endpoint({
    route: 'POST /kept-posts/{post}/showing',
    summary: 'Shows a report on the wall, or hides it.',
    who: reviewers,
    repeat: 'natural',
    input: v.object({ post: Id, shown: v.boolean() }),
    output: v.object({ shown: v.boolean() }),
    refusals: ['OWN_CLUB'],
  }),
  listKeptComments: endpoint({
    route: 'GET /kept-comments',
    summary:
      'Comments on reports of an org and all below it that wait to be looked at, the oldest of each union first.',
    who: reviewers,
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      comments: list(
        v.object({
          post: Id,
          title: text(30),
          id: text(60),
          name: Name,
          at: Time,
          words: text(200),
          /** How many reported it. */
          reports: Count,
        }),
        50,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  decideComment: endpoint({
    route: 'POST /kept-posts/{post}/comments/{comment}/decision',
    summary: 'Shows a comment, or hides it.',
    who: reviewers,
    repeat: 'natural',
    input: v.object({ post: Id, comment: text(60), shown: v.boolean() }),
    output: v.object({ shown: v.boolean() }),
    refusals: ['OWN_COMMENT', 'OWN_CLUB', 'COMMENT_GONE'],
  }),
  getStars: endpoint({
    route: 'GET /stars/{quarter}',
    summary:
      "A quarter's ranking of the city with every entry it is worked out from, a page of them; and what was published of it.",
    who: 'signedIn',
    repeat: 'safe',
    input: v.object({ quarter: Quarter, cursor: Cursor }),
    output: v.object({
      quarter: Quarter,
      over: v.boolean(),
      stars: Count,
      ranking: list(StarView, 200),
      /** What each is worked out from. */
      entries: list(
        v.object({
          club: Id,
          seq: Count,
          at: Time,
          kind: v.picklist(['award', 'reversal']),
          activity: Id,
          title: text(30),
          headcount: v.optional(Count),
          points: Count,
        }),
        500,
      ),
      /** Where more of the entries begin. */
      cursor: Cursor,
      published: v.optional(v.object({ at: Time, by: Name, stars: list(StarView, 100) })),
    }),
    refusals: [],
  }),
  publishStars: endpoint({
    route: 'POST /stars/{quarter}/publication',
    summary: "Publishes a quarter's stars as they are worked out; once, and never changed. Only at the city.",
    who: reviewers,
    repeat: 'natural',
    input: v.object({ quarter: Quarter, org: Id }),
    output: v.object({ stars: list(StarView, 100) }),
    refusals: ['QUARTER_GOES_ON', 'STARS_PUBLISHED'],
  }),
};
