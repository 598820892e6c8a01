import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { following } from '../../../proof/changes.ts';
import { makePost, shownPost } from '../../../proof/clubs/posts.ts';
import { handOver, makeClub } from '../../../proof/clubs/world.ts';
import { type SeenCall, underFaults } from '../../../proof/layers/faults.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor, worker } from '../../../proof/world.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { appoint } from '../../staff.ts';
import { countLikes } from './likes.ts';
import { countOnto } from './recount.ts';

/** Reports on the wall, and who likes them. */

const follow = following();
const org = orgs.xinjiekou.id;
let leader: Actor;
let reader: Actor;
let reviewer: Actor;
let club: Club;

beforeAll(async () => {
  await seed();
  [leader, reader] = [await member(1), await member(2)];
  reviewer = await staffActor('fangling');
});
beforeEach(async () => {
  club = await makeClub(leader);
});

const onWall = async () => (await reader.call('listPosts', {})).body.posts.map(({ id }) => id);
const waiting = async () => (await reviewer.call('listKeptPosts', { org })).body.posts.map(({ id }) => id);
const show = (post: string, shown = true, who = reviewer) => who.call('showPost', { post, shown });

describe('a report', () => {
  it('is nowhere but with its reviewers until one of them shows it, and gone again when one hides it', async () => {
    const { id: post } = await makePost(club);
    expect(await onWall()).not.toContain(post);
    expect((await reader.call('getPost', { post })).refusal?.code).toBe('NOT_FOUND');
    expect(await waiting()).toContain(post);
    expect((await show(post)).body).toEqual({ shown: true });
    expect(await waiting()).not.toContain(post);
    expect(await onWall()).toContain(post);
    const { body } = await reader.call('getPost', { post });
    expect(body).toMatchObject({ post: { club: { name: '喜阅社' }, likes: 0, comments: 0 }, liked: false });
    await show(post, false);
    expect(await onWall()).not.toContain(post);
    expect((await reader.call('getPost', { post })).refusal?.code).toBe('NOT_FOUND');
  });

  it('is shown by whoever covers its union, never by who led the club then or leads it now', async () => {
    const led = await makeClub(reviewer);
    const { id: then } = await makePost(led);
    expect((await show(then)).refusal?.code).toBe('OWN_CLUB');
    await handOver(led, reader);
    expect((await show(then)).refusal?.code).toBe('OWN_CLUB');
    const { id: now } = await makePost(club);
    await handOver(club, reviewer);
    expect((await show(now)).refusal?.code).toBe('OWN_CLUB');
    expect((await show(now, true, await staffActor('guohao'))).status).toBe(200);
    const elsewhere = await worker(900);
    await appoint(elsewhere.id, '某某', orgs.zhongguancun, ['clubReviewer'], '工发〔2026〕3号');
    expect((await show(now, false, elsewhere)).refusal?.code).toBe('NOT_YOURS');
  });

  it('that was never handed in is none, also for reviewers', async () => {
    const { id: post } = await makePost(club, { state: 'draft' });
    expect((await show(post)).refusal?.code).toBe('NOT_FOUND');
    expect(await waiting()).not.toContain(post);
  });

  it('leaves a record of each decision, and says the same twice without another', async () => {
    const { id: post } = await makePost(club);
    for (const shown of [true, true, false]) await show(post, shown);
    await follow();
    const records = await decisionsAbout(post);
    expect(records.map(({ from, to, by, thing }) => [from, to, by, thing])).toEqual([
      ['shown', 'hidden', reviewer.id, '喜阅社 秋日共读'],
      ['waiting', 'shown', reviewer.id, '喜阅社 秋日共读'],
    ]);
  });
});

it('the wall is read ten at a time, the latest first', async () => {
  const now = Date.now() + HOUR;
  const ids: string[] = [];
  for (let i = 0; i < 12; i++) ids.unshift((await shownPost(club, { reportedAt: now + i * MINUTE })).id);
  const { body } = await reader.call('listPosts', {});
  expect(body.posts.map(({ id }) => id)).toEqual(ids.slice(0, 10));
  const next = await reader.call('listPosts', { cursor: body.cursor });
  expect(next.body.posts.slice(0, 2).map(({ id }) => id)).toEqual(ids.slice(10));
});

describe('a like', () => {
  const like = (who: Actor, post: string, liked = true) => who.call('likePost', { post, liked });
  const likesOf = async (post: string) => (await reader.call('getPost', { post })).body.post.likes;

  it('is one a person, and can be taken back', async () => {
    const { id: post } = await shownPost(club);
    for (const liked of [true, true]) expect((await like(reader, post, liked)).body).toEqual({ liked });
    await follow();
    expect((await reader.call('getPost', { post })).body).toMatchObject({ liked: true, post: { likes: 1 } });
    for (const liked of [false, false]) await like(reader, post, liked);
    await follow();
    expect((await reader.call('getPost', { post })).body).toMatchObject({
      liked: false,
      post: { likes: 0 },
    });
  });

  it('that was never given can be taken back, and nothing is kept', async () => {
    const { id: post } = await shownPost(club);
    expect((await like(reader, post, false)).cost.writes).toBe(1);
    expect(await countLikes(post)).toBe(0);
    expect((await like(reader, post, false)).body).toEqual({ liked: false });
  });

  it('is for members, of what is shown', async () => {
    const { id: post } = await shownPost(club);
    expect((await like(await worker(901), post)).refusal?.code).toBe('CLUB_MEMBERS_ONLY');
    expect((await like(reader, (await makePost(club)).id)).refusal?.code).toBe('NOT_FOUND');
  });

  it('is counted of each of fifty at once, and of one who taps ten times at once a single time', async () => {
    const { id: post } = await shownPost(club);
    const people = await Promise.all(Array.from({ length: 50 }, (_, i) => member(100 + i)));
    const answers = await Promise.all(people.map((who) => like(who, post)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await Promise.all(Array.from({ length: 10 }, () => like(reader, post)));
    await follow();
    expect(await likesOf(post)).toBe(51);
  });

  /** Counts one like; before that is written, a second one comes and is counted elsewhere. */
  async function countedBetween(post: string): Promise<number> {
    await like(reader, post);
    let met = false;
    const meet = async ({ command }: SeenCall) => {
      if (command !== 'PutItemCommand' || met) return undefined;
      met = true;
      await like(await member(3), post);
      await countOnto(post);
      return undefined;
    };
    await underFaults(meet, () => countOnto(post));
    expect(met).toBe(true);
    return likesOf(post);
  }

  it('that comes while another is counted is counted', async () => {
    expect(await countedBetween((await shownPost(club)).id)).toBe(2);
  });

  it('negative control: without the condition on what was read, it is lost', async () => {
    const { id: post } = await shownPost(club);
    expect(await sabotaged('conditions', () => countedBetween(post))).toBe(1);
  });
});
