import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { DAY, HOUR, instantOf, SECOND } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../../../functions/secrets.ts';
import { seed } from '../../../../functions/seed.ts';
import { following } from '../../../../proof/changes.ts';
import { makePost } from '../../../../proof/clubs/posts.ts';
import { gradedActivity, makeActivity, makeClub, reportedActivity } from '../../../../proof/clubs/world.ts';
import { cardOf, member } from '../../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';

const settled = following();
const now = instantOf('2026-11-25', '12:00'); // a Wednesday
let leader: Actor;
let club: Club;
const statement = async (of: Club = club) => (await leader.call('getStatement', { club: of.id })).body;

beforeAll(async () => {
  vi.setSystemTime(now);
  await seed();
  leader = await member(901);
  club = await makeClub(leader);
});
beforeEach(() => {
  vi.setSystemTime(now);
});
afterAll(() => {
  vi.useRealTimers();
});

const open = (who: 'fangling' | 'guohao' | 'sunjing', activity: string) =>
  takePhone(who, `/clubs/desk/activity?activity=${activity}`);

describe('an activity that was declared', () => {
  test('is found in the list with what it is, and agreed to', async () => {
    const { id } = await makeActivity(club, { title: '秋日共读会' });
    takePhone('fangling', '/clubs/desk/activities');
    await see(/等审核 \d+/);
    await see(/等评级 \d+/);
    await tap('秋日共读会 打开');
    await see('读《平凡的世界》。');
    await tap('同意这个活动');
    await see('✓ 同意了，已经告诉负责人');
    expect((await leader.call('getActivity', { activity: id })).body.activity.status).toBe('approved');
  });

  test('is sent back with words, and not without', async () => {
    const { id } = await makeActivity(club, { title: '地点不清的活动' });
    open('fangling', id);
    await tap('退回，请负责人改');
    await see('请先填写');
    await type('为什么退回，要改什么', '请');
    await tap('退回');
    await see('太短了，请写完整一些');
    await type('为什么退回，要改什么', '请写明在哪一层');
    await tap('退回');
    await see('✓ 退回了，已经告诉负责人');
    const { activity, said } = (await leader.call('getActivity', { activity: id })).body;
    expect([activity.status, said?.words]).toEqual(['returned', '请写明在哪一层']);
  });

  test('of a club that the reviewer leads is greyed, with the reason', async () => {
    const own = await makeClub({ id: (await staffActor('fangling')).id }, { name: '同事社' });
    const { id } = await makeActivity(own, { title: '自己的活动' });
    open('fangling', id);
    await see('自己带的社团、自己参加的活动，不能自己定，请同事处理。');
    expect(screen.queryByRole('button', { name: '退回，请负责人改' })).toBeNull();
  });
});

/** Thirty people, of whom nine came within eight seconds, two were far, and one says they were not there. */
const oddActivity = (title: string, start = now - 3 * DAY) =>
  reportedActivity(club, {
    people: 30,
    attendee: (one, i) => ({
      ...one,
      ...(i < 9 ? { cameAt: start + i * SECOND } : {}),
      ...(i === 20 || i === 21 ? { where: 'far' as const, metres: i === 20 ? 1_240 : 350 } : {}),
      ...(i === 25 ? { answer: { was: false, at: start + DAY } } : {}),
    }),
    changed: { title, start },
  });

describe('an activity that was counted', () => {
  test('says what is odd, is settled in words, and graded by the table; its points are in the ledger', async () => {
    const start = instantOf('2026-11-22', '14:00');
    const { id } = await oddActivity('人多的读书会', start);
    await makePost(club, { id, title: '人多的读书会', words: '大家读得很认真。' });
    takePhone('fangling', '/clubs/desk/activities?waiting=counted');
    await see('3 处要核实');
    await tap('人多的读书会 打开');
    await see('· 8 秒内 9 人签到');
    await see('· 2 人签到时离活动地点很远，最近的也有 350 米');
    await see('· 1 人第二天说没去');
    await see('大家读得很认真。');
    await see('签到里有几处要先核实，请看过以后写明情况，再评级。');
    await type('您核实到了什么', '打电话问了五位，都在现场');
    await tap('核实过了');
    await see('“打电话问了五位，都在现场”');
    const before = (await statement()).balance;
    await tap('按表评 C 级，记 40 分');
    await see('✓ 评了 C 级，记了 40 分');
    expect((await statement()).balance - before).toBe(40);
    await see('已评 C 级，记 40 分');
  });

  test('is counted again where somebody is struck out, and put back', async () => {
    const { id } = await reportedActivity(club, { people: 10, changed: { title: '十个人' } });
    open('guohao', id);
    await see('10 人');
    const [first] = await screen.findAllByRole('button', { name: '资料已删除 划去' }, { timeout: 5000 });
    first?.click();
    await see('✓ 重新数过：9 人');
    await screen.findByRole('button', { name: '按表评 D 级，记 20 分' });
    await tap('资料已删除 恢复');
    await see('✓ 重新数过：10 人');
    await screen.findByRole('button', { name: '按表评 C 级，记 40 分' });
  });

  test('is given another grade by two reviewers: one proposes, the second sees why and confirms', async () => {
    const other = await makeClub(leader, { name: '合唱社' });
    const { id } = await reportedActivity(other, { people: 30, changed: { title: '合唱比赛' } });
    open('fangling', id);
    await tap('高一级，评 A 级');
    await type('为什么和评级表不一样', '全区的分会场');
    await tap('提请评 A 级');
    await see('✓ 提好了，等另一位同事确认');
    await see('“全区的分会场”');
    expect(screen.queryByRole('button', { name: '不同意调整' })).toBeNull();
    takePhone('guohao', '/clubs/desk/activities?waiting=counted');
    await see('等第二位确认');
    await tap('合唱比赛 打开');
    await see('有人提请评 A 级');
    await see('“全区的分会场”');
    await see(/^方玲 .*提的$/);
    await tap('确认评 A 级');
    await see('✓ 评了 A 级，记了 80 分');
    expect((await statement(other)).balance).toBe(80);
  });

  test('gets the table’s grade where the second reviewer declines', async () => {
    const other = await makeClub(leader, { name: '桌游社' });
    const { id } = await reportedActivity(other, { people: 30, changed: { title: '桌游下午' } });
    const { refusal } = await (await staffActor('fangling')).call('proposeGrade', {
      ...{ activity: id, grade: 'A', words: '影响大' },
    });
    expect(refusal).toBeUndefined();
    open('guohao', id);
    await tap('不同意调整');
    await see('✓ 没有同意调整，可以按表评级');
    await tap('按表评 B 级，记 60 分');
    await see('✓ 评了 B 级，记了 60 分');
  });

  test('comes to nothing when a reviewer voids it, with words', async () => {
    const { id } = await reportedActivity(club, { people: 12, changed: { title: '没有办的活动' } });
    open('fangling', id);
    await tap('作废');
    await type('为什么不算一次活动', '核实下来没有办');
    await tap('作废这个活动');
    await see('✓ 作废了，已经告诉负责人');
    await see('已作废');
    expect((await leader.call('getActivity', { activity: id })).body.activity.status).toBe('voided');
  });

  test('waits until everybody was asked, and says until when', async () => {
    const start = now - DAY;
    const { id } = await reportedActivity(club, {
      people: 12,
      changed: { title: '昨天的活动', start, askedAt: now - 3 * HOUR, counted: undefined },
    });
    open('fangling', id);
    await see('参加的人还在确认，明天 周四 09:00 以后可以评级。');
  });

  test('is read by an auditor, who finds no buttons', async () => {
    const { id } = await reportedActivity(club, { people: 12, changed: { title: '审计看的活动' } });
    open('sunjing', id);
    await see('审计看的活动');
    await see('12 人');
    expect(screen.queryByRole('button', { name: /按表评|划去|作废/ })).toBeNull();
  });
});

test('points that were given are taken back, and it is said what follows', async () => {
  const other = await makeClub(leader, { name: '撤回社' });
  const { id } = await gradedActivity(other, 100, { title: '签到不实的活动' });
  open('fangling', id);
  await tap('撤回积分');
  await see(/^会从社团账上扣 100 分/);
  await type('为什么撤回', '核实签到不实');
  await tap('撤回');
  await see('✓ 撤回了：账上扣了 100 分，还有 0 分');
  expect(await statement(other)).toMatchObject({ balance: 0, owed: 0 });
});

describe('clubs', () => {
  test('that were asked for are agreed to or refused with words', async () => {
    await makeClub(await member(910), { name: '晨跑社', state: 'applied', since: now - DAY });
    await makeClub(await member(911), { name: '重名社', state: 'applied', since: now - DAY });
    takePhone('fangling', '/clubs/desk/clubs');
    await tap('晨跑社 同意');
    await see('✓ 晨跑社 同意了，已经告诉负责人');
    await tap('重名社 不同意');
    await type('为什么不同意，要改什么', '和读书社重了');
    await tap('不同意');
    await see('✓ 重名社 退回了，已经告诉负责人');
    await waitFor(() => expect(screen.queryByText('重名社')).toBeNull());
  });

  test('that go on get another leader by a card, read first and put there then; or are ended', async () => {
    const [one, next] = [await member(912), await member(913)];
    const { id } = await makeClub(one, { name: '换人社' });
    takePhone('fangling', '/clubs/desk/clubs?state=active');
    await tap('换人社 换负责人');
    await type('或者输入会员卡号', await cardOf(next));
    await tap('查');
    await see(/^卡号 /);
    await tap('让这位会员来带换人社');
    await see(/^✓ 换人社 由 .* 带了，已经告诉两位$/);
    await settled();
    expect((await next.call('getClub', { club: id })).body.leads).toBe(true);
    await tap('换人社 停办');
    await type('为什么停办', '一年没有活动');
    await tap('停办');
    await see('✓ 换人社 停办了，已经告诉负责人');
    await tap('停办', 'radio');
    await see('换人社');
  });
});

test('what waits to be shown is shown or hidden with one tap', async () => {
  const author = await member(920);
  const { id } = await makePost(club, { title: '等看的总结' });
  const shown = await makePost(club, { id: newId(), title: '有留言的总结', state: 'shown' });
  await author.call('commentPost', { post: shown.id, words: '下次我也来' });
  takePhone('fangling', `/clubs/desk/wall?org=${orgs.xinjiekou.id}`);
  await tap('等看的总结 放出来');
  await see('✓ 《等看的总结》放出来了，全市会员都看得到');
  await settled();
  expect((await leader.call('getPost', { post: id })).body.post.title).toBe('等看的总结');
  await tap(/^留言/, 'radio');
  await see('下次我也来');
  await tap(/ 收起$/);
  await see(/的留言收起来了$/);
  await see('没有留言在等看');
});

test('the stars of the quarter that is over are published by the city, once', async () => {
  const star = await makeClub(await member(921), { name: '晨星社' });
  vi.setSystemTime(instantOf('2026-09-20', '12:00'));
  await gradedActivity(star, 100, { title: '秋日晨跑' });
  vi.setSystemTime(now);
  await settled();
  takePhone('fangling', `/clubs/desk/wall?org=${orgs.xinjiekou.id}&list=stars`);
  await see('1 晨星社');
  await tap('公布名单，告诉这些社团');
  await screen.findByRole('alert');
  takePhone('chenlu', `/clubs/desk/wall?org=${orgs.city.id}`);
  await tap('季度之星', 'radio');
  await see('2026 年第三季度');
  await tap('公布名单，告诉这些社团');
  await see(/由 陈璐 公布，不再改$/);
  expect((await leader.call('getStars', { quarter: '2026-Q3' })).body.published?.stars).toMatchObject([
    { name: '晨星社', points: 100 },
  ]);
  expect(screen.queryByRole('button', { name: '公布名单，告诉这些社团' })).toBeNull();
});
