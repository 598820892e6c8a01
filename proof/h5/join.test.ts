import { readFileSync } from 'node:fs';
import { cast } from '@niangjia/shared/cast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../dev/stack.ts';
import type { Guard } from '../openApi/guard.ts';
import { startGuarded } from './guarded.ts';
import { openWindow, sees } from './window.ts';

/** The whole join in real windows: the built H5 app over the functions under serverless-offline. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let limin: Window;
let scene: string;

const open = (who: keyof typeof cast, size: 'phone' | 'desk') =>
  openWindow(browser, stack.addresses.h5, stack.addresses.api, who, size);
const button = (window: Window, name: string | RegExp) => window.page.getByRole('button', { name }).last();

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
});
afterAll(async () => {
  await Promise.all([browser?.close(), stack?.stop()]);
});

/** Reads the texts, agrees to each, and fills the form in; stops before sending it. */
async function fillIn(worker: Window, who: keyof typeof cast, idNumber: string = cast[who].idNumber) {
  const { page } = worker;
  await page.getByRole('checkbox').first().waitFor();
  for (const tick of await page.getByRole('checkbox').all()) await worker.tap(tick);
  await worker.picture(`${who}-2-consent`);
  await worker.tap(button(worker, '同意，去填写'));
  await worker.type('姓名', cast[who].name);
  await worker.type('身份证号', idNumber);
  await worker.type('手机号', cast[who].phone);
  await worker.type('平台或公司', '顺达快递');
  await worker.picture(`${who}-3-form`);
}

it('a session is opened at the desk, and its poster printed', async () => {
  limin = await open('limin', 'desk');
  await limin.go('/joining/desk/openSession');
  await limin.page.getByLabel('地点', { exact: true }).fill('新街口快递分拣中心');
  await limin.page.getByText('快递员', { exact: true }).click();
  await limin.picture('limin-1-open-session');
  await button(limin, /开好了/).click();
  await sees(limin, '微信扫一扫，几分钟入会');
  await limin.page.getByRole('img').first().waitFor();
  await limin.picture('limin-2-poster');
  const code = /code=([\w-]{22})/.exec(limin.page.url())?.[1] ?? '';
  expect(code).toHaveLength(22);
  scene = encodeURIComponent(`s=${code}`);
});

it('a worker goes from the poster to the card, within the effort allowed', async () => {
  const worker = await open('wangfang', 'phone');
  await worker.go(`/joining/session?scene=${scene}`);
  await sees(worker, '现场加入工会');
  await worker.picture('wangfang-1-session');
  await worker.tap(button(worker, '开始入会'));
  await fillIn(worker, 'wangfang');
  await worker.tap(button(worker, '提交申请'));
  await sees(worker, '工会正在审核');
  await worker.picture('wangfang-4-waiting');
  const { taps, fields, calls } = worker.effort;
  const untilSubmitted = calls.slice(0, calls.indexOf('POST /applications') + 1);
  console.log(JSON.stringify({ taps, fields, calls: untilSubmitted }));
  expect(taps).toBeLessThanOrEqual(12);
  expect(fields).toBeLessThanOrEqual(8);
  expect(untilSubmitted.length).toBeLessThanOrEqual(4);

  await limin.go('/joining/desk/queue');
  await sees(limin, '王*');
  await limin.picture('limin-3-queue');
  await limin.page
    .getByRole('button', { name: /已核对证件，通过/ })
    .first()
    .click();
  // Nothing is tapped on the worker's screen: it becomes the card by itself, within the poll's rhythm.
  await worker.page.getByText('我的会员卡').filter({ visible: true }).first().waitFor({ timeout: 3_000 });
  await sees(worker, /1101 02 0000\d\d/);
  await sees(worker, /秒后自动更新/);
  await worker.picture('wangfang-5-card');
  // There is no WeChat on the web, which staff see; the inbox has the message as soon as the stream has told it.
  await sees(limin, '收不到微信提醒');
  const inbox = async () => {
    await worker.go('/home');
    await worker.go('/messages/inbox');
    await worker.page.locator('.title, .empty').filter({ visible: true }).first().waitFor();
    return worker.page.getByText('入会申请通过了').isVisible();
  };
  await expect.poll(inbox, { timeout: 15_000 }).toBe(true);
  await worker.picture('wangfang-6-inbox');
  expect(worker.errors).toEqual([]);
  await worker.close();
});

it('the bank card is asked for on the card, issued by the clerk, and shows by itself', async () => {
  const worker = await open('wangfang', 'phone');
  await worker.go('/joining/member/card');
  await worker.tap(button(worker, '申请办卡'));
  await worker.tap(worker.page.getByRole('checkbox', { name: /交给办卡银行/ }));
  await button(worker, '先不办').scrollIntoViewIfNeeded();
  await worker.picture('wangfang-6-bank-consent');
  await worker.tap(button(worker, '提交办卡'));
  await sees(worker, '现场柜员正在办理');
  await worker.picture('wangfang-7-bank-requested');

  const clerk = await open('qianli', 'phone');
  await clerk.go('/joining/desk/queue');
  await sees(clerk, '1 位在等办卡');
  await clerk.picture('qianli-1-bank-queue');
  const desk = await open('qianli', 'desk');
  await desk.go('/joining/desk/bankCards');
  await sees(desk, '1 位在等办卡');
  await desk.picture('qianli-1-bank-queue-desk');
  await limin.go(`/joining/desk/board?code=${decodeURIComponent(scene).slice(2)}`);
  await sees(limin, '等办卡');
  await limin.picture('limin-3-board-bank-waiting');

  await clerk.type('卡号末四位', '1234');
  await clerk.tap(clerk.page.getByRole('button', { name: '王* 已办好' }));
  await sees(clerk, '尾号 1234');
  await sees(clerk, '没有人在等办卡');
  await clerk.picture('qianli-2-issued');
  // Nothing is tapped on the worker's screen.
  await worker.page.getByText('已办好，尾号 1234').filter({ visible: true }).waitFor({ timeout: 8_000 });
  await sees(worker, /从扫描到银行卡用了/);
  await worker.page.getByText('已办好，尾号 1234').scrollIntoViewIfNeeded();
  await worker.picture('wangfang-8-bank-issued');
  for (const window of [worker, clerk, desk]) {
    expect(window.errors).toEqual([]);
    await window.close();
  }
});

it('typing errors are caught as they happen, and a draft survives', async () => {
  const worker = await open('liuyang', 'phone');
  await worker.go(`/joining/session?scene=${scene}`);
  await worker.tap(button(worker, '开始入会'));
  await fillIn(worker, 'liuyang', '130681199508173310');
  await sees(worker, '最后一位对不上，请再核对一遍');
  await worker.picture('liuyang-3-typing-error');
  await worker.page.reload();
  await worker.page.getByLabel('姓名', { exact: true }).waitFor();
  expect(await worker.page.getByLabel('姓名', { exact: true }).inputValue()).toBe('刘洋');
  expect(await worker.page.getByLabel('平台或公司', { exact: true }).inputValue()).toBe('顺达快递');
  await worker.close();
});

it('rejected, mended in one tap, and approved', async () => {
  const worker = await open('liuyang', 'phone');
  await worker.go(`/joining/session?scene=${scene}`);
  await worker.tap(button(worker, /入会|申请/));
  await fillIn(worker, 'liuyang');
  await worker.tap(button(worker, '提交申请'));
  await sees(worker, '工会正在审核');

  await limin.go('/joining/desk/queue');
  await sees(limin, '刘*');
  await limin.page.getByRole('button', { name: /退回/ }).first().click();
  await limin.page.getByText('证件号和证件不一致', { exact: true }).click();
  await limin.picture('limin-4-reject');
  await button(limin, /^退回/).click();
  await sees(worker, '有一处要改一下');
  await worker.picture('liuyang-5-rejected');
  await worker.tap(button(worker, '去修改'));
  await worker.page.getByLabel('身份证号', { exact: true }).fill(cast.liuyang.idNumber);
  await worker.picture('liuyang-6-mending');
  await worker.tap(button(worker, '改好了，重新提交'));
  await sees(worker, '工会正在审核');
  await sees(limin, '刘*');
  await limin.page
    .getByRole('button', { name: /已核对证件，通过/ })
    .first()
    .click();
  await sees(worker, '我的会员卡');
  expect(worker.errors).toEqual([]);
  await worker.close();
});

it('two with one number are told the same, and settled side by side at the desk', async () => {
  const people = ['zhangwei', 'zhaomin'] as const;
  const windows = await Promise.all(people.map((who) => open(who, 'phone')));
  for (const [i, worker] of windows.entries()) {
    await worker.go(`/joining/session?scene=${scene}`);
    await worker.tap(button(worker, '开始入会'));
    await fillIn(worker, people[i] ?? 'zhangwei', cast.zhangwei.idNumber);
    await worker.tap(button(worker, '提交申请'));
    await sees(worker, '工会正在审核');
  }
  await limin.go('/joining/desk/queue');
  await sees(limin, '证件号有冲突');
  await limin.picture('limin-5-contested');
  await limin.page
    .getByRole('button', { name: /当面对照/ })
    .first()
    .click();
  await sees(limin, '同一个证件号，只能有一位');
  await limin.picture('limin-6-side-by-side');
  await limin.page
    .getByRole('radio', { name: /这份是本人的/ })
    .or(limin.page.getByRole('button', { name: /这份是本人的/ }))
    .first()
    .click();
  await limin.page.getByRole('button', { name: /通过这份，作废/ }).click();
  await sees(limin, '处理结果');
  await limin.picture('limin-7-settled');
  const [zhangwei, zhaomin] = windows;
  if (!zhangwei || !zhaomin) throw new Error('two windows');
  const card = (window: Window) => window.page.getByText('我的会员卡').filter({ visible: true }).first();
  const voided = (window: Window) => window.page.getByText('这次没有通过').filter({ visible: true }).first();
  await Promise.all(windows.map((window) => card(window).or(voided(window)).first().waitFor()));
  const members = await Promise.all(windows.map((window) => card(window).isVisible()));
  expect(members.filter(Boolean)).toHaveLength(1);
  await Promise.all(windows.map((window) => window.close()));
});

it('the board shows how it went, on a projector and on a phone', async () => {
  await limin.go('/joining/desk/sessions');
  await sees(limin, '新街口快递分拣中心');
  await limin.picture('limin-8-sessions');
  const code = decodeURIComponent(scene).slice(2);
  await limin.go(`/joining/desk/board?code=${code}`);
  await sees(limin, '最慢');
  await limin.picture('limin-9-board');
  const phone = await open('zhaoqiang', 'phone');
  await phone.go(`/joining/desk/board?code=${code}`);
  await sees(phone, '最慢');
  await phone.picture('zhaoqiang-board');
  await phone.close();
  expect(limin.errors).toEqual([]);
});

it('a colleague scans the card: valid, the masked name and the union', async () => {
  const member = await open('wangfang', 'phone');
  const token = member.page.waitForResponse((response) => response.url().endsWith('/card/tokens'));
  await member.go('/joining/member/card');
  const { token: text } = (await (await token).json()) as { token: string };
  const phone = await open('zhaoqiang', 'phone');
  await phone.go('/joining/member/verify');
  await phone.page.getByRole('textbox').first().fill(text);
  await phone.page
    .getByRole('button', { name: /核验|查看|验/ })
    .last()
    .click();
  await sees(phone, '王*');
  await phone.picture('zhaoqiang-verify');
  await Promise.all([member.close(), phone.close()]);
});

it('in the demo, one window signs another in by scanning its code, as a phone would', async () => {
  const phone = await open('zhaoqiang', 'phone');
  const page = await phone.page.context().newPage();
  await page.goto(`${stack.addresses.h5}/#/joining/desk/sessions`);
  await page.getByRole('button', { name: '用手机扫码登录' }).click();
  await page.getByAltText('登录用的二维码').waitFor();
  await phone.go('/home');
  await phone.page.getByText('扫码登录电脑').click();
  await phone.tap(button(phone, '扫一扫'));
  await sees(phone, '新街口街道新就业形态联合工会 · 审核');
  await phone.tap(button(phone, '是我，确认登录'));
  await sees(phone, '电脑上可以用了');
  await page.getByText('新街口快递分拣中心').filter({ visible: true }).first().waitFor();
  expect(phone.errors).toEqual([]);
  await phone.close();
});

it('every other screen opens on a phone and at a desk without an error', async () => {
  const waiting = await open('chenjing', 'phone');
  await waiting.go(`/joining/session?scene=${scene}`);
  await waiting.tap(button(waiting, '开始入会'));
  await fillIn(waiting, 'chenjing');
  await waiting.tap(button(waiting, '提交申请'));
  await sees(waiting, '工会正在审核');
  await waiting.close();

  for (const size of ['phone', 'desk'] as const) {
    const worker = await open('wangfang', size);
    await worker.go('/home');
    await sees(worker, '我的会员卡');
    await worker.picture(`home-worker-${size}`);
    await worker.page.getByRole('switch', { name: '关怀模式' }).click();
    await sees(worker, '已开启');
    await worker.picture(`home-care-${size}`);
    await worker.go('/joining/member/card');
    await sees(worker, /秒后自动更新/);
    await worker.picture(`card-care-${size}`);
    await worker.page.getByText('银行互助卡', { exact: true }).scrollIntoViewIfNeeded();
    await worker.picture(`card-care-bank-${size}`);

    const clerk = await open('qianli', size);
    await clerk.go('/home');
    await sees(clerk, '办银行互助卡');
    await clerk.picture(`home-clerk-${size}`);
    await clerk.go('/joining/desk/bankCards');
    await sees(clerk, '没有人在等办卡');
    await clerk.picture(`bank-queue-empty-${size}`);

    const reviewer = await open('zhaoqiang', size);
    await reviewer.go('/home');
    await sees(reviewer, '工会工作台');
    await reviewer.picture(`home-staff-${size}`);
    await reviewer.go('/joining/member/verify');
    await sees(reviewer, '核验');
    await reviewer.picture(`verify-${size}`);
    await reviewer.go('/joining/desk/queue?list=today');
    await sees(reviewer, '王*');
    await reviewer.picture(`queue-today-${size}`);
    await reviewer.go('/joining/desk/queue');
    await sees(reviewer, '陈*');
    await reviewer.page.getByRole('button', { name: '陈* 打开看全部' }).click();
    await sees(reviewer, /打开已记录/);
    await reviewer.picture(`case-${size}`);

    for (const window of [worker, clerk, reviewer]) {
      expect(window.errors).toEqual([]);
      await window.close();
    }
  }
});

it('a member sees and corrects what is kept, takes a copy, leaves, and asks to be forgotten', async () => {
  const member = await open('liuyang', 'phone');
  await member.go('/joining/mine/myData');
  await member.tap(button(member, '显示完整内容'));
  await sees(member, cast.liuyang.idNumber);
  await member.go('/joining/mine/identity');
  await member.type('姓名', '刘洋洋');
  await member.type('为什么要改', '登记时漏了一个字');
  await member.tap(button(member, '提交更正'));
  await sees(member, '等工会核对');
  await limin.go('/joining/desk/corrections');
  await sees(limin, '1 位在等核对');
  await button(limin, /打开核对/).click();
  await sees(limin, '登记时漏了一个字');
  await limin.picture('limin-correction');
  await button(limin, '已核对证件，同意更正').click();
  await sees(limin, '已更正');

  await member.go('/joining/mine/readings');
  await sees(member, /核对更正|更正/);
  await member.picture('liuyang-readings');
  await member.go('/joining/mine/copy');
  const file = member.page.waitForEvent('download');
  await member.tap(button(member, '存成文件'));
  const copy = JSON.parse(readFileSync(await (await file).path(), 'utf8'));
  expect(copy.application).toMatchObject({ name: '刘洋洋', idNumber: cast.liuyang.idNumber });
  expect(JSON.stringify(copy)).not.toContain(cast.wangfang.name);

  await member.go('/joining/mine/leave');
  await member.tap(button(member, '知道了，继续'));
  await member.tap(member.page.getByRole('checkbox').filter({ visible: true }).last());
  await member.tap(button(member, '确定退会'));
  await sees(member, '您已经退会');
  await member.go('/joining/mine/forget');
  await member.tap(button(member, '知道了，继续'));
  await member.tap(member.page.getByRole('checkbox').filter({ visible: true }).last());
  await member.tap(button(member, '忘记我'));
  await sees(member, /起，我们不再认得您/);
  await member.picture('liuyang-forgotten');
  await member.go('/messages/inbox');
  await sees(member, '还没有消息');
  expect([...member.errors, ...limin.errors]).toEqual([]);
  await member.close();
});

it('the app asked and the API answered as the API describes itself, and in no other way', () => {
  expect(guard.judged).toBeGreaterThan(100);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
