import { readFileSync } from 'node:fs';
import type { CastName } from '@niangjia/shared/cast';
import type { Activity } from '@niangjia/shared/clubs/activity';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { askAt } from '@niangjia/shared/clubs/holding';
import { firstClubsPolicy as policy } from '@niangjia/shared/clubs/policy';
import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { DAY, HOUR, MINUTE } from '@niangjia/shared/time';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from '../../dev/client.ts';
import { becomeMember } from '../../dev/demoApplications.ts';
import type { Stack } from '../../dev/stack.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { type Arrived, standInTemplates as template } from '../../dev/wechatMessages.ts';
import { startGuarded } from '../h5/guarded.ts';
import type { Guard } from '../openApi/guard.ts';
import { readBundle } from './bundle.ts';
import { type Phone, takePhone } from './driver.ts';
import { type HostServer, startHost } from './server.ts';

/** Clubs in phones: the built mini-program on WeChat's engine, a leader and a member, over the real functions. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
let host: HostServer;
let liuyu: Phone;
let linxiu: Phone;
/** A club of the leader's that can redeem a hundred, and what it does today. */
let club: string;
let shared: string;

const park = [39.9421, 116.3699] as const;

/** Pages of the messages that came to somebody's WeChat, first to last. */
async function remindedOf(who: CastName): Promise<string[]> {
  const answer = await fetch(`${stack.addresses.wechat}/standin/messages?openid=${openidOf(who)}`);
  return ((await answer.json()) as { messages: Arrived[] }).messages.map(
    ({ template_id, page, data }) => `${template_id} ${page} ${data.phrase2?.value}`,
  );
}
/** Waits for the stream. */
const reminded = (who: CastName, wanted: string[]) =>
  expect.poll(() => remindedOf(who), { timeout: 20_000 }).toEqual(wanted);

/** An activity of the club that its union has agreed to: of an hour, so many minutes from now, on no map. */
async function ahead(title: string, minutes: number): Promise<string> {
  const { makeActivity } = await import('../clubs/world.ts');
  const { getClub } = await import('../../functions/clubRecords.ts');
  const known = await getClub(club);
  if (!known) throw new Error('no club');
  const start = Date.now() + minutes * MINUTE;
  const nowhere = { latitude: undefined, longitude: undefined, place: '人定湖公园东门' };
  return (await makeActivity(known, { title, status: 'approved', start, end: start + HOUR, ...nowhere })).id;
}

/** Lets it be earlier, so that nobody waits: what it is to who signed up stays. */
async function earlier(id: string, by: number): Promise<Activity> {
  const { changeActivity, getActivity } = await import('../../functions/clubs/activities.ts');
  const seen = await getActivity(id);
  if (!seen) throw new Error('no activity');
  return changeActivity(seen, policy, (one) => ({
    ...{ ...one, version: one.version + 1 },
    ...{ start: one.start - by, end: one.end - by },
  }));
}

beforeAll(async () => {
  const bundle = await readBundle();
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  // What of the functions writes beside the stack needs its environment from the first import on.
  Object.assign(process.env, stack.environment);
  const { clubWithPoints } = await import('../clubs/world.ts');
  const { personOf } = await import('../../functions/accounts.ts');
  for (const who of ['liuyu', 'linxiu'] as const) await becomeMember(stack.addresses.api, who);
  ({ id: club } = await clubWithPoints({ id: await personOf(openidOf('liuyu')) }, 180));
  shared = await ahead('冬日共读', 120);
  host = await startHost(bundle, stack.addresses);
  [liuyu, linxiu] = [await takePhone(browser, host, 'liuyu'), await takePhone(browser, host, 'linxiu')];
});
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop(), stack?.stop()]);
});

it('a member asks for a club of their own, and is told in WeChat when the union agrees', async () => {
  await liuyu.open('home');
  await liuyu.tap('社团');
  await liuyu.tap('办一个社团');
  await liuyu.type('名称', '光影社');
  await liuyu.tap('摄影');
  await liuyu.type('做什么，谁可以来', '用手机拍身边的劳动者，谁都可以来');
  await liuyu.picture('club-1-register');
  await liuyu.tap('交给工会审核');
  await liuyu.sees('等工会审核');
  expect(await liuyu.questions()).toEqual([[template.decision]]);
  const { club: asked = '' } = await liuyu.query();
  await (await callAs(stack.addresses.api, 'fangling'))(clubDesk.decideClub, { club: asked, approved: true });
  await reminded('liuyu', [`${template.decision} clubs/member/mine 已通过`]);
  await liuyu.open('clubs/member/mine');
  await liuyu.tap('光影社');
  await liuyu.sees('申报活动');
});

it('the leader declares an activity, sees what it would bring, and is told when it is agreed to', async () => {
  await liuyu.tap('申报活动');
  await liuyu.type('叫什么', '拍一拍上夜班的人');
  await liuyu.tap('社内');
  await liuyu.tap('别处');
  await liuyu.type('地点', '新街口邮局门口');
  await liuyu.type('预计多少人来', '12');
  await liuyu.type('怎么安排，要带什么', '带手机就行');
  await liuyu.sees(/评 D 级，得 20 分/);
  await liuyu.picture('club-2-declare');
  await liuyu.tap('交给工会审核');
  await liuyu.sees('工会通过了会告诉您，大家就能报名。');
  expect(await liuyu.questions()).toEqual([[template.decision]]);
  const { activity = '' } = await liuyu.query();
  const fangling = await callAs(stack.addresses.api, 'fangling');
  await fangling(clubDesk.decideActivity, { activity, approved: true });
  await reminded('liuyu', [
    `${template.decision} clubs/member/mine 已通过`,
    `${template.decision} clubs/member/mine 已通过`,
  ]);
});

it('a member finds the activity and signs up; WeChat asks in that tap what it may tell', async () => {
  await linxiu.open('home');
  await linxiu.tap('社团');
  await linxiu.tap('喜阅社');
  await linxiu.tap('加入社团');
  await linxiu.sees('退出社团');
  await linxiu.picture('club-3-joined');
  await linxiu.tap('冬日共读');
  await linxiu.tap('报名');
  await linxiu.sees('您报名了');
  expect(await linxiu.questions()).toEqual([[template.activity]]);
  await linxiu.picture('club-4-signed-up');
});

it('the leader shows the code where they are, and who scans it there was seen near', async () => {
  await earlier(shared, 105 * MINUTE);
  await liuyu.open('clubs/member/activity', `activity=${shared}`);
  await liuyu.tap('打开签到码');
  // Refused once, the place can still be told.
  await liuyu.isAt(...park);
  await liuyu.tap('用我的位置，打开签到码');
  await liuyu.tap('不同意');
  await liuyu.sees(/没有取到位置/);
  await liuyu.tap('用我的位置，打开签到码');
  await liuyu.tap('同意');
  await liuyu.sees(/秒后自动换新码/);
  await liuyu.picture('club-5-code');
  await linxiu.open('clubs/member/mine');
  await linxiu.isAt(...park);
  await linxiu.willScan(await liuyu.code(liuyu.screen.locator('.qr')));
  await linxiu.tap('扫码签到');
  await linxiu.tap('同意');
  await linxiu.sees(/签到了：冬日共读/);
  expect(await linxiu.screen.getByText(/没有确认到您在现场附近/).count()).toBe(0);
  await linxiu.picture('club-6-near');
  await liuyu.tap('我也签到');
  await liuyu.sees('您签到了');
});

it('a code that is shown without a place is good too, and says what becomes of who is not seen near', async () => {
  const walk = await ahead('胡同散步', 10);
  await liuyu.open('clubs/member/code', `activity=${walk}`);
  await liuyu.tap('不用位置，直接打开');
  await liuyu.sees(/秒后自动换新码/);
  await linxiu.open('clubs/member/activity', `activity=${walk}`);
  await linxiu.willScan('https://example.com/');
  await linxiu.tap('扫码签到');
  await linxiu.tap('不同意');
  await linxiu.sees(/签到码/);
  await linxiu.willScan(await liuyu.code(liuyu.screen.locator('.qr')));
  await linxiu.tap('扫码签到');
  await linxiu.tap('不同意');
  await linxiu.sees(/没有确认到您在现场附近/);
  await linxiu.picture('club-7-not-near');
});

it('the day after, WeChat asks who came, and one tap answers', async () => {
  const { tick } = await import('../../functions/clubs/tick.ts');
  const yesterdays = await earlier(shared, DAY);
  await tick(Math.max(askAt(yesterdays, policy), Date.now()));
  await reminded('linxiu', [`${template.activity} clubs/member/mine 请您确认`]);
  await linxiu.open('messages/inbox');
  await linxiu.tap('昨天的活动，您去了吗');
  await linxiu.reaches('活动');
  await linxiu.picture('club-8-asked');
  await linxiu.tap('去了');
  await linxiu.sees('✓ 记下了：您去了');
});

it('the leader writes the report, with a photo from the album', async () => {
  const file = readFileSync(new URL('../../dev/pictures/reading.jpg', import.meta.url));
  const taken = tellingJpeg('N39.9421', 1, file);
  await liuyu.open('clubs/member/activity', `activity=${shared}`);
  await liuyu.tap('写总结');
  await liuyu.type('写几句', '来了十几位，读了三章');
  await liuyu.sees('请至少放一张现场的照片');
  await liuyu.willChoose(`data:image/jpeg;base64,${Buffer.from(taken).toString('base64')}`);
  await liuyu.tap('添加照片');
  await liuyu.sees(/照片里的位置会先去掉/);
  await liuyu.tap('同意');
  await liuyu.sees('现场照片 1/6');
  await liuyu.picture('club-9-report');
  await liuyu.tap('交总结');
  await liuyu.reaches('活动');
  await liuyu.sees('总结交了');
  await liuyu.picture('club-10-reported');
});

it('the leader sees where each point comes from, and redeems a hundred', async () => {
  await liuyu.open('clubs/member/statement', `club=${club}`);
  await liuyu.sees('每一分从哪里来');
  await liuyu.picture('club-11-statement');
  await liuyu.tap('兑换补助');
  await liuyu.sees(/兑完还剩 80 分/);
  await liuyu.picture('club-12-redeem');
  await liuyu.tap(/^兑换 ¥2,000$/);
  await liuyu.sees(/提交了/);
  await liuyu.tap('好的');
  await liuyu.sees(/待街道审核/);
  await liuyu.picture('club-13-redeemed');
});

it('nothing went wrong in the phones, and all was as the API describes itself', async () => {
  expect([liuyu, linxiu].flatMap(({ errors }) => errors)).toEqual([]);
  expect(guard.judged).toBeGreaterThan(40);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
