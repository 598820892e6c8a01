import { wall } from '@niangjia/shared/clubs/wallContract';
import { http } from '../../http.ts';
import { commentPost } from './commentPost.ts';
import { decideComment } from './decideComment.ts';
import { getPost } from './getPost.ts';
import { getStars } from './getStars.ts';
import { likePost } from './likePost.ts';
import { listKeptComments } from './listKeptComments.ts';
import { listKeptPosts } from './listKeptPosts.ts';
import { listPosts } from './listPosts.ts';
import { publishStars } from './publishStars.ts';
import { reportComment } from './reportComment.ts';
import { showPost } from './showPost.ts';
import { withdrawComment } from './withdrawComment.ts';

export const main = http(wall, {
  listPosts,
  getPost,
  likePost,
  commentPost,
  withdrawComment,
  reportComment,
  listKeptPosts,
  showPost,
  listKeptComments,
  decideComment,
  getStars,
  publishStars,
});
