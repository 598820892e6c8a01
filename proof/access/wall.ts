import { orgs } from '@niangjia/shared/cast';
import { newId } from '../../functions/secrets.ts';
import { putItem } from '../../functions/table.ts';
import { commented, makePost, shownPost } from '../clubs/posts.ts';
import { makeClub } from '../clubs/world.ts';
import { member } from '../venues/house.ts';
import type { Subject } from './subject.ts';

/** Valid requests about the wall and the stars. */
export async function wallSubjects() {
  const [leader, writer, reader] = [await member(31), await member(32), await member(33)];
  const club = await makeClub(leader);
  const { id: post } = await shownPost(club);
  const { id: waiting } = await makePost(club);
  const [comment, other] = [await commented(writer, post), await commented(writer, post)];
  const org = orgs.xinjiekouJoint.id;
  // Stars are a city's alone; this one stands where the callers' roles are.
  const city = { ...orgs.xinjiekouJoint, id: newId(), kind: 'city' };
  await putItem({ pk: `ORG#${city.id}`, sk: 'ORG', ...city });
  const forMembers = { id: reader.id, strangers: 'CLUB_MEMBERS_ONLY' } as const;
  return {
    listPosts: [{ input: {} }],
    getPost: [{ input: { post } }],
    likePost: [{ input: { post, liked: true }, owner: forMembers }],
    commentPost: [{ input: { post, words: '下次我也来' }, owner: forMembers }],
    withdrawComment: [{ input: { post, comment }, owner: { id: writer.id, strangers: 'NOT_FOUND' } }],
    reportComment: [{ input: { post, comment: other }, owner: forMembers }],
    listKeptPosts: [{ input: { org } }],
    showPost: [{ input: { post: waiting, shown: true } }],
    listKeptComments: [{ input: { org } }],
    decideComment: [{ input: { post, comment: other, shown: true } }],
    getStars: [{ input: { quarter: '2026-Q3' } }],
    publishStars: [{ input: { quarter: '2026-Q3', org: city.id } }],
  } satisfies Record<string, readonly Subject[]>;
}
