import { orgs, workers } from '@niangjia/shared/cast';
import { MINUTE } from '@niangjia/shared/time';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../dev/stack.ts';
import type { Guard } from '../openApi/guard.ts';
import { startGuarded } from './guarded.ts';
import { button, openWindow, sees } from './window.ts';

/** Somebody without a phone joins, has a card on paper, gets a phone, loses it, gets another: in real windows. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let limin: Window;
let cardNumber: string;
/** The WeChat account of her first phone, and of the one she buys later. */
const [HERS, LATER] = ['songguilan', 'zhaomin'] as const;
const { name } = workers.songguilan;
const husband = workers.heping;

const open = (who: Parameters<typeof openWindow>[3], size: 'phone' | 'desk') =>
  openWindow(browser, stack.addresses.h5, stack.addresses.api, who, size);
const chip = (window: Window, text: string) =>
  window.page.getByRole('radio', { name: text }).filter({ visible: true }).first();

/** Looks somebody up on a page that is opened anew. */
async function finds(window: Window, purpose: string, number = cardNumber): Promise<void> {
  await window.go('/joining/help/findMember');
  await window.page.reload();
  await chip(window, purpose).click();
  await window.page.getByLabel('身份证号或会员卡号').fill(number);
  await button(window, '查找').click();
}

/** The worker, at what the staff handed over: reads, pledges, agrees and fills in; stops before sending it. */
async function fillsIn(window: Window, who: { name: string; idNumber: string }, pictures: string) {
  await window.picture(`${pictures}-1-hand-over`);
  await button(window, '我是本人，开始').click();
  await sees(window, '请您本人看，本人来点');
  await window.picture(`${pictures}-2-consent`);
  for (const tick of await window.page.getByRole('checkbox').all()) await tick.click();
  await button(window, '同意，去填写').click();
  await window.page.getByLabel('姓名', { exact: true }).fill(who.name);
  await window.page.getByLabel('身份证号', { exact: true }).fill(who.idNumber);
  await chip(window, '家政服务员').click();
  await window.page.getByLabel('平台或公司', { exact: true }).fill('新街口家政');
}

/** The reviewer, back at it: opens who was helped, compares the document, and approves. */
async function approves(window: Window, masked: string, pictures: string) {
  await window.page.getByRole('button', { name: `${masked} 打开` }).click();
  await sees(window, '您帮着填的');
  await window.picture(`${pictures}-6-case`);
  await chip(window, '当面核对了证件').click();
  await button(window, '已核对证件，通过').click();
  await sees(window, /已通过，会员卡号/);
  await window.picture(`${pictures}-7-approved`);
}

/** The code that a phone shows, to be typed at the desk. */
async function codeOn(phone: Window): Promise<string> {
  const typed = phone.page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).filter({ visible: true });
  return (await typed.textContent()) ?? '';
}

/** The desk types a code in for who was found, the document seen. */
async function types(window: Window, code: string): Promise<void> {
  await window.page.getByLabel('绑定码', { exact: true }).fill(code);
  await window.page.getByRole('checkbox', { name: '证件已核对，是他本人' }).click();
}

/** A phone that shows its code is bound at the desk, and becomes the card by itself. */
async function bind(phone: Window): Promise<void> {
  const code = await codeOn(phone);
  await finds(limin, '绑定手机');
  await types(limin, code);
  await limin.picture('bind-desk');
  await button(limin, '绑定这部手机').click();
  await sees(limin, /绑好了/);
  await limin.picture('bind-done');
  await sees(phone, '我的会员卡');
  await sees(phone, name);
}

/** Puts windows away; nothing may have gone wrong in them. */
async function close(...windows: Window[]): Promise<void> {
  for (const { errors } of windows) expect(errors).toEqual([]);
  await Promise.all(windows.map((window) => window.close()));
}

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  limin = await open('limin', 'desk');
});
afterAll(async () => {
  expect(limin.errors).toEqual([]);
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('a worker without a phone joins on that of the staff', async () => {
  const phone = await open('limin', 'phone');
  await phone.go('/joining/desk/queue');
  await sees(phone, '没有人在等');
  await button(phone, '帮人入会').click();
  await sees(phone, '请把手机交给本人');
  await fillsIn(phone, workers.songguilan, 'help');
  await chip(phone, '没有电话').click();
  await phone.page.getByLabel('姓名', { exact: true }).scrollIntoViewIfNeeded();
  await phone.picture('help-3-form');
  await button(phone, '提交申请').click();
  await sees(phone, '请把手机还给工作人员');
  await phone.picture('help-4-give-back');
  await button(phone, '工作人员来审核').click();
  await sees(phone, '宋**');
  await phone.picture('help-5-queue');
  await approves(phone, '宋**', 'help');
  await close(phone);
});

it('the card is printed at the desk, found by her ID number', async () => {
  await limin.go('/joining/help/findMember');
  await limin.picture('help-8-find');
  await finds(limin, '打印会员卡', workers.songguilan.idNumber);
  await sees(limin, '还没有绑定');
  await limin.picture('help-9-found');
  await button(limin, '打印这张卡').click();
  const card = limin.page.locator('.paper-card').filter({ visible: true });
  await card.getByText(name).waitFor();
  cardNumber = (await card.locator('.paper-number').textContent()) ?? '';
  expect(cardNumber).toMatch(/^1101 02 \d{6}$/);
  await limin.picture('help-10-print');
  await limin.page.emulateMedia({ media: 'print' });
  const paper = await limin.page.pdf({ preferCSSPageSize: true, path: 'proof/results/screens/card.pdf' });
  expect((paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBe(1);
  await limin.page.setViewportSize({ width: 794, height: 1123 });
  await limin.picture('help-11-paper');
  await limin.page.emulateMedia({ media: null });
  await limin.page.setViewportSize({ width: 1280, height: 800 });
});

it('her phone is bound later, and becomes the card by itself', async () => {
  const phone = await open(HERS, 'phone');
  await phone.go('/home');
  await phone.page.getByText('已经是会员，换了手机').click();
  await bind(phone);
  await close(phone);
});

it('of a couple with one phone, he joins at the desk and keeps the paper: the phone stays hers', async () => {
  const desk = await open('limin', 'desk');
  await desk.go(`/joining/help/helpJoin?org=${orgs.xinjiekouJoint.id}`);
  await sees(desk, '请本人到这台电脑前来');
  await fillsIn(desk, husband, 'couple');
  await chip(desk, '家人同事的').click();
  await desk.page.getByLabel('家人或同事的手机号', { exact: true }).fill(workers.songguilan.phone);
  await desk.picture('couple-3-form');
  await button(desk, '提交申请').click();
  await sees(desk, '请工作人员回来');
  await desk.picture('couple-4-give-back');
  await button(desk, '工作人员来审核').click();
  await approves(desk, '何*', 'couple');
  const hers = await open(HERS, 'phone');
  await hers.go('/joining/help/bind');
  await finds(desk, '绑定手机', husband.idNumber);
  await types(desk, await codeOn(hers));
  await button(desk, '绑定这部手机').click();
  await sees(desk, /请用本人的微信来绑/);
  await desk.picture('couple-8-not-hers');
  await close(desk, hers);
});

it('a new phone is bound: the old one shows nothing of hers from then on, and is told', async () => {
  const [old, phone] = await Promise.all([open(HERS, 'phone'), open(LATER, 'phone')]);
  await old.go('/joining/member/card');
  await sees(old, name);
  await phone.go('/joining/help/bind');
  await bind(phone);
  // Its token ends by itself; whoever signs in there from then on is somebody else.
  await old.page.clock.setFixedTime(Date.now() + 15 * MINUTE);
  await old.go('/joining/mine/myData');
  await sees(old, '我们没有您的申请资料');
  await old.picture('phone-3-old');
  await old.go('/messages/inbox');
  await sees(old, '账号换到了另一个微信');
  await old.picture('phone-4-told');
  await close(old, phone);
});

it('lost, it signs in no more; found again, it is bound at the desk', async () => {
  await finds(limin, '手机丢了');
  await chip(limin, '电话里核对了姓名和证件号').click();
  await limin.picture('phone-5-freeze');
  await button(limin, '停用这个账号').click();
  await sees(limin, /✓ 已经停用/);
  await limin.picture('phone-6-frozen');
  const phone = await open(LATER, 'phone');
  await phone.go('/home');
  await sees(phone, /因手机丢失已停用/);
  await phone.picture('phone-7-refused');
  await button(phone, '我在窗口，要恢复').click();
  await bind(phone);
  await close(phone);
});

it('every page fits a phone, in large type too', async () => {
  const [phone, old] = await Promise.all([open('limin', 'phone'), open('ouyang', 'phone')]);
  await finds(phone, '绑定手机');
  await sees(phone, '绑定这位会员的手机');
  await phone.picture('bind-phone');
  await chip(phone, '手机丢了').click();
  await sees(phone, '停用丢失的手机');
  await phone.picture('freeze-phone');
  await chip(phone, '打印会员卡').click();
  await button(phone, '打印这张卡').click();
  await sees(phone, /纸上没有二维码/);
  await phone.picture('print-phone');
  await old.go('/me');
  await old.page.getByRole('switch', { name: '关怀模式' }).click();
  await old.go('/joining/help/bind');
  await codeOn(old);
  await old.picture('bind-care');
  await close(phone, old);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
