import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { DAY, instantOf, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey, tokenOf as signIn } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { commented, shownPost } from '../../../proof/clubs/posts.ts';
import { makeClub } from '../../../proof/clubs/world.ts';
import { meeting } from '../../../proof/layers/meeting.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { castMember, member } from '../../../proof/venues/house.ts';
import { type Actor, applied, approval, openedSession, staffActor, worker } from '../../../proof/world.ts';
import { destroyDataKey } from '../../dataKeys.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { appoint } from '../../staff.ts';
import { transact } from '../../table.ts';

/** What people say to a report. */

const follow = following();
const org = orgs.xinjiekou.id;
const noon = instantOf('2026-11-25', '12:00');
let reviewer: Actor;
let leader: Actor;
let writer: Actor;
let reader: Actor;
let club: Club;
let post: string;
let people = 500;

beforeAll(async () => {
  vi.setSystemTime(noon);
  await seed();
  reviewer = await staffActor('fangling');
  leader = await member(1);
  reader = await member(2);
  const code = await openedSession(await staffActor('limin'));
  const joined = await worker(7);
  await (await staffActor('limin')).call('decideApplication', {
    id: await applied(code, joined),
    ...approval,
  });
  writer = joined;
});
beforeEach(async () => {
  vi.setSystemTime(noon);
  club = await makeClub(leader);
  post = (await shownPost(club)).id;
});
afterEach(() => {
  vi.useRealTimers();
});

const seen = async (who: Actor) => (await who.call('getPost', { post })).body.comments;
/** All that wait for the reviewer of this post, over the pages of the street's. */
async function kept() {
  const found = [];
  let cursor: string | undefined;
  do {
    const { body } = await reviewer.call('listKeptComments', { org, cursor });
    found.push(...body.comments.filter((one) => one.post === post));
    cursor = body.cursor;
  } while (cursor);
  return found;
}
const decide = (comment: string, shown: boolean, who = reviewer) =>
  who.call('decideComment', { post, comment, shown });
const counted = async () => (await reader.call('getPost', { post })).body.post.comments;
const messages = async (who: Actor) =>
  (await who.call('listMessages', {})).body.messages
    .filter(({ club: of }) => of?.activity === post)
    .map(({ title }) => title);

describe('a comment', () => {
  it('is seen by its writer alone until a reviewer shows it, and then by all, under a masked name', async () => {
    const comment = await commented(writer, post, '下次我也来');
    expect(await seen(writer)).toMatchObject([
      { id: comment, words: '下次我也来', mine: true, waiting: true },
    ]);
    expect(await seen(reader)).toEqual([]);
    expect(await kept()).toMatchObject([
      { id: comment, title: '秋日共读', words: '下次我也来', name: '王**', reports: 0 },
    ]);
    expect((await decide(comment, true)).body).toEqual({ shown: true });
    expect(await seen(reader)).toMatchObject([{ name: '王**', mine: false, waiting: false }]);
    expect(await kept()).toEqual([]);
    await follow();
    expect(await counted()).toBe(1);
    expect(await messages(writer)).toEqual(['您的留言大家看得到了']);
  });

  it('that is hidden is seen by nobody, counts no more, and its writer is told', async () => {
    const comment = await commented(writer, post);
    await decide(comment, true);
    await follow();
    vi.setSystemTime(noon + MINUTE);
    await decide(comment, false);
    await follow();
    expect([await seen(writer), await seen(reader), await counted()]).toEqual([[], [], 0]);
    expect((await messages(writer))[0]).toBe('您的留言没有放出来');
    const records = (await decisionsAbout(writer.id)).filter(({ about }) => about === comment);
    expect(records.map(({ from, to, by }) => [from, to, by])).toEqual([
      ['shown', 'hidden', reviewer.id],
      ['waiting', 'shown', reviewer.id],
    ]);
  });

  it('sent again is the same one, also the next morning and when the report is hidden since', async () => {
    vi.setSystemTime(instantOf('2026-11-25', '23:59'));
    const key = newKey();
    const say = () => writer.call('commentPost', { post, words: '读到半夜' }, { key });
    const first = await say();
    vi.setSystemTime(instantOf('2026-11-26', '09:00'));
    await reviewer.call('showPost', { post, shown: false });
    expect((await say()).body).toEqual(first.body);
    await reviewer.call('showPost', { post, shown: true });
    expect(await seen(writer)).toHaveLength(1);
    const other = await writer.call('commentPost', { post, words: '别的话' }, { key });
    expect(other.refusal?.code).toBe('KEY_REUSED');
  });

  it('is for members, of what is shown', async () => {
    const stranger = await worker(902);
    const refused = await stranger.call('commentPost', { post, words: '你好' });
    expect(refused.refusal?.code).toBe('CLUB_MEMBERS_ONLY');
    await reviewer.call('showPost', { post, shown: false });
    expect((await writer.call('commentPost', { post, words: '你好' })).refusal?.code).toBe('NOT_FOUND');
  });

  it('has twenty a day, and twenty more the next', async () => {
    const who = await member(people++);
    for (let i = 0; i < 20; i++) await commented(who, post, `第 ${i} 条`);
    const more = await who.call('commentPost', { post, words: '再来一条' });
    expect(more.refusal?.code).toBe('COMMENTS_TOO_MANY');
    vi.setSystemTime(noon + DAY);
    await commented(who, post, '新的一天');
  });

  it('of twenty-two at once, of which some are sent twice, twenty are written, each once', async () => {
    const who = await member(people++);
    const keys = Array.from({ length: 22 }, newKey);
    const answers = await Promise.all([...keys, ...keys.slice(0, 5)].map((key) => commentOnce(who, key)));
    const codes = new Set(answers.flatMap(({ refusal }) => refusal?.code ?? []));
    expect([...codes]).toEqual(['COMMENTS_TOO_MANY']);
    expect(await written(who)).toBe(20);
  });

  it('negative control: without the condition on the count of the day, more are written', async () => {
    const who = await member(people++);
    const keys = Array.from({ length: 22 }, newKey);
    const together = () => Promise.all(keys.map((key) => commentOnce(who, key)));
    await sabotaged('conditions', () => meeting(keys.length, together));
    expect(await written(who)).toBeGreaterThan(20);
  });

  it('is refused where WeChat finds it risky, of who was there within two hours', async () => {
    const who = await castMember('liuyu');
    await signIn('liuyu');
    const risky = await who.call('commentPost', { post, words: '加群赌博' });
    expect(risky.refusal?.code).toBe('TEXT_RISKY');
    expect(await seen(who)).toEqual([]);
    await commented(who, post, '加群读书');
  });
});

/** Says it until it is not busy. */
async function commentOnce(who: Actor, key: string) {
  for (;;) {
    const answer = await who.call('commentPost', { post, words: '抢着说' }, { key });
    if (answer.refusal?.code !== 'BUSY') return answer;
  }
}
const written = async (who: Actor) => {
  const first = await who.call('getPost', { post });
  return first.body.comments.filter(({ mine }) => mine).length;
};

describe('its writer', () => {
  it('takes it away for good; nobody else can', async () => {
    const comment = await commented(writer, post);
    await decide(comment, true);
    const end = (who: Actor) => who.call('withdrawComment', { post, comment });
    expect((await end(reader)).refusal?.code).toBe('NOT_FOUND');
    for (const _ of [1, 2]) expect((await end(writer)).body).toEqual({ comment });
    expect([await seen(writer), await seen(reader)]).toEqual([[], []]);
    expect((await decide(comment, true)).refusal?.code).toBe('COMMENT_GONE');
    await follow();
    expect(await counted()).toBe(0);
  });

  it('decides nothing about it, nor does who leads the club', async () => {
    const own = await castMember('liuyang');
    for (const who of [own, leader])
      await appoint(who.id, '某某', orgs.xinjiekou, ['clubReviewer'], '工发〔2026〕3号');
    const comment = await commented(own, post);
    expect((await decide(comment, true, own)).refusal?.code).toBe('OWN_COMMENT');
    expect((await decide(comment, true, leader)).refusal?.code).toBe('OWN_CLUB');
  });

  it('who is forgotten has said nothing', async () => {
    const who = await member(people++);
    const comment = await commented(who, post, '忘了我吧');
    await commented(writer, post, '我还在');
    await decide(comment, true);
    expect((await seen(reader)).map(({ words }) => words)).toEqual(['忘了我吧']);
    await transact([destroyDataKey(who.id)]);
    expect(await seen(reader)).toEqual([]);
    expect((await kept()).map(({ words }) => words)).toEqual(['我还在']);
  });
});

describe('a report of a comment', () => {
  const report = (comment: string, who: Actor) => who.call('reportComment', { post, comment });

  it('puts it out of sight until staff have looked at it again', async () => {
    const comment = await commented(writer, post);
    await decide(comment, true);
    for (const _ of [1, 2]) expect((await report(comment, reader)).body).toEqual({ comment });
    expect(await seen(leader)).toEqual([]);
    expect(await kept()).toMatchObject([{ id: comment, reports: 1 }]);
    await follow();
    expect(await counted()).toBe(0);
    vi.setSystemTime(noon + MINUTE);
    await decide(comment, true);
    expect(await seen(leader)).toHaveLength(1);
    await report(comment, await member(people++));
    expect(await seen(leader)).toHaveLength(1);
    for (const _ of [1, 2]) await report(comment, await member(people++));
    expect(await seen(leader)).toEqual([]);
    expect(await kept()).toMatchObject([{ reports: 4 }]);
  });

  it('is not for its writer, nor for who is no member; one there is not is none', async () => {
    const comment = await commented(writer, post);
    expect((await report(comment, writer)).refusal?.code).toBe('OWN_COMMENT');
    expect((await report(comment, await worker(903))).refusal?.code).toBe('CLUB_MEMBERS_ONLY');
    for (const none of ['x', `1.${'x'.repeat(22)}`, `${'9'.repeat(40)}.a`])
      expect((await report(none, reader)).refusal?.code).toBe('NOT_FOUND');
  });
});

it('are read thirty at a time, the latest first, past those that nobody sees', async () => {
  const { id } = await shownPost(club);
  const writers = await Promise.all([0, 1].map(() => member(people++)));
  const names: string[] = [];
  for (let i = 0; i < 36; i++) {
    vi.setSystemTime(noon + i * MINUTE);
    const who = writers[i % 2];
    if (!who) continue;
    const comment = await commented(who, id, `第 ${i} 条`);
    if (i % 6 === 5) continue;
    names.unshift(comment);
    await reviewer.call('decideComment', { post: id, comment, shown: true });
  }
  expect(names).toHaveLength(30);
  const { body } = await reader.call('getPost', { post: id });
  expect(body.comments.map(({ id: name }) => name)).toEqual(names);
  const last = await commented(writer, id, '最后一条');
  await reviewer.call('decideComment', { post: id, comment: last, shown: true });
  const first = await reader.call('getPost', { post: id });
  expect(first.body.comments.map(({ id: name }) => name)).toEqual([last, ...names.slice(0, 29)]);
  const next = await reader.call('getPost', { post: id, cursor: first.body.cursor });
  expect(next.body.comments.map(({ id: name }) => name)).toEqual(names.slice(29));
});
