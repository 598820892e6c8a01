import { type CastName, cast, madeIdNumber } from '@niangjia/shared/cast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beyondEs2015 } from '../../dev/es2015.ts';
import type { Stack } from '../../dev/stack.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { type Arrived, standInTemplates } from '../../dev/wechatMessages.ts';
import { broken } from '../bench/figure.ts';
import { packages } from '../bench/sizes.ts';
import { startGuarded } from '../h5/guarded.ts';
import type { Guard } from '../openApi/guard.ts';
import { type Bundle, readBundle } from './bundle.ts';
import { type Phone, takePhone } from './driver.ts';
import { pageFigures } from './figures.ts';
import type { PageCount } from './host/counts.ts';
import { type HostServer, startHost } from './server.ts';
import { agree, fillIn, sceneOf, tour } from './tour.ts';

/** The whole join in two phones at once: the built mini-program on WeChat's engine, over the real functions. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
let bundle: Bundle;
let host: HostServer;
let limin: Phone;
let scene: string;
const counts: PageCount[] = [];

beforeAll(async () => {
  bundle = await readBundle();
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'session' }));
  host = await startHost(bundle, stack.addresses);
});
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop(), stack?.stop()]);
});

const inQueue = (name: string) =>
  limin.screen
    .locator('.queue-table .table-row')
    .filter({ hasText: name })
    .filter({ hasNot: limin.page.locator('.badge') });

/** Puts a phone away; nothing may have gone wrong in it. */
async function putAway(phone: Phone): Promise<void> {
  expect(phone.errors).toEqual([]);
  counts.push(...(await phone.counts()));
  await phone.close();
}

/** Pages of the messages that came to somebody's WeChat, first to last. */
async function remindedOf(who: CastName): Promise<string[]> {
  const answer = await fetch(`${stack.addresses.wechat}/standin/messages?openid=${openidOf(who)}`);
  return ((await answer.json()) as { messages: Arrived[] }).messages.map(({ page }) => String(page));
}
/** Waits for the stream, then for anything that must not come after it. */
async function reminders(who: CastName, wanted: string[]): Promise<void> {
  await expect.poll(() => remindedOf(who), { timeout: 15_000 }).toEqual(wanted);
}

/** How many messages somebody has not seen, by the tab of the inbox: to open it would be to see them. */
async function unseenBy(phone: Phone): Promise<string | null> {
  await phone.open('home');
  const unseen = phone.screen.locator('.tab-unread');
  await unseen.waitFor({ timeout: 3_000 }).catch(() => {});
  return (await unseen.count()) > 0 ? unseen.textContent() : null;
}

it('is readable for old phones', () => {
  expect(beyondEs2015(bundle.directory)).toEqual([]);
});

it('every page opens for whom it is for', async () => {
  counts.push(...(await tour(browser, host, bundle, stack.session ?? '')));
});

it('the reviewer opens a session and saves its poster', async () => {
  limin = await takePhone(browser, host, 'limin');
  await limin.open('home');
  await limin.tap('沟通会');
  await limin.tap('开一场沟通会');
  await limin.type('地点', '新街口快递分拣中心');
  await limin.picture('limin-1-open-session');
  await limin.tap(/开好了/);
  await limin.sees('微信扫一扫，几分钟入会');
  // Refused, it is kept by hand; asked for again, it is asked again, and once agreed to never more.
  await limin.tap('保存到相册');
  await limin.sees('用到您的信息，先问一声');
  await limin.tap('看完整的隐私保护指引');
  expect(await limin.page.evaluate(() => window.driven.hand.contracts)).toBe(1);
  await limin.tap('不同意');
  await limin.sees('没有保存成功，请点“看大图”，长按图片保存。');
  await limin.tap('保存到相册');
  await limin.tap('同意');
  await limin.sees('已保存到相册');
  await limin.tap('保存到相册');
  await limin.sees('已保存到相册');
  await limin.screen.locator('.privacy').waitFor({ state: 'detached' });
  await limin.picture('limin-2-poster');
  const { code = '' } = await limin.query();
  expect(code).toHaveLength(22);
  scene = sceneOf(code);
});

it('a worker goes from the code to the card, within the effort allowed', async () => {
  const worker = await takePhone(browser, host, 'wangfang');
  await worker.open('joining/session', scene);
  await worker.sees('现场加入工会');
  await worker.picture('wangfang-1-session');
  await agree(worker);
  await worker.type('姓名', cast.wangfang.name);
  await worker.type('身份证号', cast.wangfang.idNumber);
  await worker.tap('用微信手机号');
  await worker.sees('不同意也没关系，手机号可以自己填。');
  await worker.picture('wangfang-3-privacy');
  await worker.tap('同意');
  await worker.sees('已选微信绑定的手机号');
  await worker.type('平台或公司', '顺达快递');
  await worker.picture('wangfang-3-form');
  await worker.tap('提交申请');
  await worker.sees('工会正在审核');
  // WeChat's question opened in the tap that submitted, and for the decision alone.
  expect(await worker.questions()).toEqual([[standInTemplates.decision]]);
  await worker.picture('wangfang-4-waiting');
  const { taps, fields, calls } = worker.effort;
  const untilSubmitted = calls.slice(0, calls.indexOf('POST /applications') + 1);
  expect(taps).toBeLessThanOrEqual(12);
  expect(fields).toBeLessThanOrEqual(8);
  expect(untilSubmitted.length).toBeLessThanOrEqual(4);

  await limin.open('home');
  await limin.tap('审核申请');
  await limin.tapOn(inQueue('王*').getByText('王*'));
  await limin.picture('limin-3-queue');
  await limin.tapOn(inQueue('王*').getByText('已核对证件，通过'));
  // Nothing is tapped on the worker's screen: it becomes the card by itself.
  await worker.reaches('我的会员卡');
  await worker.sees(/1101 02 0000\d\d/);
  await worker.sees(/秒后自动更新/);
  await worker.picture('wangfang-5-card');
  // What the way needs came while the poster's page was read: no tap waited for it.
  expect(await worker.packages()).toEqual([{ root: 'joining/member', waitedFor: false }]);
  await reminders('wangfang', ['joining/member/card']);
  await worker.open('home');
  await worker.screen.locator('.tab-unread').getByText('1').waitFor();
  await worker.picture('wangfang-5-home');
  await worker.tap('消息');
  await worker.reaches('消息');
  await worker.sees('未读');
  await worker.picture('wangfang-5-inbox');
  await worker.tap('入会申请通过了');
  await worker.reaches('我的会员卡');
  await worker.tap('返回首页');
  await worker.reaches('娘家');
  await worker.screen.locator('.tab-unread').waitFor({ state: 'detached' });
  await putAway(worker);
});

it('the member asks for the bank card, the clerk issues it, and the board has both clocks', async () => {
  const worker = await takePhone(browser, host, 'wangfang');
  await worker.open('joining/member/card');
  await worker.tap('申请办卡');
  await worker.tap('提交办卡');
  await worker.sees('同意后才能办卡');
  await worker.tapOn(worker.screen.locator('.tick'));
  await worker.picture('wangfang-6-bank-consent');
  await worker.tap('提交办卡');
  await worker.sees('现场柜员正在办理');

  const clerk = await takePhone(browser, host, 'qianli');
  await clerk.open('home');
  await clerk.tap('办银行互助卡');
  await clerk.sees('1 位在等办卡');
  await clerk.type('卡号末四位', '123');
  await clerk.tap('已办好');
  await clerk.sees('请填卡号最后四位数字');
  await clerk.type('卡号末四位', '4');
  await clerk.picture('qianli-1-bank-queue');
  await clerk.tap('已办好');
  await clerk.sees('尾号 1234');
  await clerk.sees('没有人在等办卡');
  await putAway(clerk);

  // Nothing is tapped on the member's screen.
  await worker.sees('已办好，尾号 1234');
  await worker.sees(/从扫描到银行卡用了/);
  expect(await worker.questions()).toEqual([[standInTemplates.bankCard]]);
  await reminders('wangfang', ['joining/member/card', 'joining/member/card']);
  await worker.screen.getByText('已办好，尾号 1234').scrollIntoViewIfNeeded();
  await worker.picture('wangfang-7-bank-issued');
  await putAway(worker);

  await limin.open('joining/desk/board', scene.replace('scene=s%3D', 'code='));
  for (const clock of ['从扫描到拿到电子会员卡，要多久？', '从扫描到拿到银行卡，要多久？'])
    await limin.screen
      .locator('.card')
      .filter({ hasText: clock })
      .getByText(/1 位的用时/)
      .waitFor();
  await limin.picture('limin-4-board');
  await limin.open('home');
  await limin.tap('审核申请');
});

it('rejected, mended and approved, with the phone in a pocket meanwhile', async () => {
  const worker = await takePhone(browser, host, 'liuyang');
  await worker.open('joining/session', scene);
  await agree(worker);
  await worker.tap('用微信手机号');
  await worker.tap('不同意');
  await fillIn(worker, '130681199508173310');
  await worker.sees('最后一位对不上，请再核对一遍');
  await worker.picture('liuyang-3-typing-error');
  await worker.willAnswer('reject');
  await worker.retype('身份证号', madeIdNumber('130681', '19950817', 335));
  await worker.tap('提交申请');
  await worker.sees('工会正在审核');
  await worker.toBackground();

  await limin.tapOn(inQueue('刘*').getByText('刘*'));
  await inQueue('刘*').getByText('收不到微信提醒').waitFor();
  await limin.tapOn(inQueue('刘*').getByText('退回'));
  await limin.tap('证件号和证件不一致');
  await limin.picture('limin-5-reject');
  await limin.tap('退回');
  await limin.sees('已退回');
  await worker.toForeground();
  await worker.sees('有一处要改一下');
  await worker.picture('liuyang-5-rejected');
  await worker.tap('去修改');
  await worker.retype('身份证号', cast.liuyang.idNumber);
  await worker.picture('liuyang-6-mending');
  // As when the tap is long over: the question does not open, and what was tapped goes on.
  await worker.willAnswer('late');
  await worker.tap('改好了，重新提交');
  await worker.sees('工会正在审核');
  await limin.tapOn(inQueue('刘*').getByText('刘*'));
  await limin.tapOn(inQueue('刘*').getByText('已核对证件，通过'));
  await worker.reaches('我的会员卡');
  expect(await worker.questions()).toHaveLength(2);
  // The inbox has it all; WeChat has nothing.
  await expect.poll(() => unseenBy(worker), { timeout: 30_000 }).toBe('2');
  await worker.open('messages/inbox');
  await worker.sees('2 条没看过');
  await worker.sees('入会申请要改一下');
  await worker.picture('liuyang-7-inbox');
  expect(await remindedOf('liuyang')).toEqual([]);
  await putAway(worker);
});

it('without a network nothing is lost, and it goes on when there is one', async () => {
  const worker = await takePhone(browser, host, 'qianli');
  await worker.open('joining/session', scene);
  await agree(worker);
  await fillIn(worker);
  await worker.willAnswer('off');
  await worker.offline(true);
  await worker.tap('提交申请');
  await worker.sees(/网络没有连上/);
  await worker.picture('qianli-offline');
  await worker.offline(false);
  await worker.tap('再试一次');
  await worker.sees('工会正在审核');
  // Who has been asked is not asked again because the network was away.
  expect(await worker.questions()).toHaveLength(1);
  // What the reviewer sees comes back by itself too.
  await limin.offline(true);
  await limin.sees(/网络没有连上/);
  await limin.offline(false);
  await inQueue('钱*').waitFor();
  await putAway(worker);
});

it('a colleague scans the card: valid, the masked name and the union', async () => {
  const [member, colleague] = await Promise.all([
    takePhone(browser, host, 'wangfang'),
    takePhone(browser, host, 'zhaoqiang'),
  ]);
  await member.open('joining/member/card');
  await member.sees(/秒后自动更新/);
  await colleague.open('joining/member/verify');
  await colleague.willScan(await member.code(member.screen.locator('.qr')));
  await colleague.tap('扫会员码');
  await colleague.sees('王*');
  await colleague.sees('新街口街道新就业形态联合工会');
  await colleague.picture('zhaoqiang-verify');
  await Promise.all([putAway(member), putAway(colleague)]);
});

it('is sent on without anything of who sends it, and opens the same session', async () => {
  const [sender, workmate] = await Promise.all([
    takePhone(browser, host, 'heping'),
    takePhone(browser, host, 'chenjing'),
  ]);
  await sender.open('joining/session', scene);
  await sender.sees('现场加入工会');
  const card = await sender.share();
  expect(card).toEqual({
    title: '在新街口快递分拣中心加入工会 · 新街口街道新就业形态联合工会',
    path: `/joining/session?${scene}`,
    imageUrl: '/pictures/share.png',
  });
  await sender.tap('发给工友');
  await expect.poll(() => sender.page.evaluate(() => window.driven.hand.cards)).toEqual([card]);
  expect((await fetch(host.url + card?.imageUrl)).headers.get('content-type')).toBe('image/png');
  const [path = '', query] = card?.path.slice(1).split('?') ?? [];
  await workmate.open(path, query);
  await workmate.sees('在新街口快递分拣中心');
  await workmate.sees('开始入会');
  await sender.open('home');
  await sender.sees('您还没有加入工会');
  expect(await sender.share()).toEqual({
    title: '娘家：在手机上加入工会、出示会员卡',
    path: '/home',
    imageUrl: '/pictures/share.png',
  });
  await Promise.all([putAway(sender), putAway(workmate)]);
});

it('goes between the tabs, in large type from where it is turned on', async () => {
  const member = await takePhone(browser, host, 'wangfang');
  await member.open('home');
  await member.sees('我的会员卡');
  const tab = (text: string) => member.screen.locator('.tab').filter({ hasText: text });
  const letters = () =>
    tab('我的').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(await letters()).toBe(12);
  await member.tapOn(tab('我的'));
  await member.reaches('我的');
  await member.tap('关怀模式');
  await member.sees('已开启');
  await member.picture('wangfang-8-me-care');
  await member.tapOn(tab('首页'));
  await member.reaches('娘家');
  expect(await letters()).toBeGreaterThanOrEqual(18);
  const { height = 0 } = (await tab('首页').boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(60);
  await member.picture('wangfang-8-home-care');
  await member.tapOn(tab('消息'));
  await member.sees('互助服务卡办好了');
  await member.picture('wangfang-8-inbox-care');
  await member.tapOn(tab('首页'));
  await member.reaches('娘家');
  // From a page on top, too: the card closes, and the tab is as it was left.
  await member.tap('我的会员卡');
  await member.sees(/秒后自动更新/);
  await member.tap('返回首页');
  await member.reaches('娘家');
  await putAway(member);
});

it('every page and package keeps to its budgets', async () => {
  await putAway(limin);
  const pages = pageFigures(counts);
  // Whatever else is on the screen is somebody's own: WeChat offers to send no other page. What everybody may know of
  // a club, of what it plans and of what it did is.
  const shareable = counts.filter((count) => count.shareable).map(({ path }) => path);
  const ours = ['clubs/member/activity', 'clubs/member/club', 'clubs/member/post', 'home', 'joining/session'];
  expect([...new Set(shareable)].sort()).toEqual(ours);
  expect([...packages(), ...pages].filter((figure) => broken(figure).length > 0)).toEqual([]);
});

it('the app asked and the API answered as the API describes itself, and in no other way', () => {
  expect(guard.judged).toBeGreaterThan(100);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
