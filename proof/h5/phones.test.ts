import { orgs, workers } from '@niangjia/shared/cast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePorts } from '../../dev/ports.ts';
import { type Stack, startStack } from '../../dev/stack.ts';
import { type Guard, startGuard } from '../openApi/guard.ts';
import { openWindow, startBrowser } from './window.ts';

/** Somebody without a phone joins, has a card on paper, gets a phone, loses it, gets another: in real windows. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let limin: Window;
let cardNumber: string;
/** Her own WeChat account, and that of the phone she buys later. */
const [HERS, LATER] = ['songguilan', 'heping'] as const;
const { name, idNumber } = workers.songguilan;

const open = (who: Parameters<typeof openWindow>[3], size: 'phone' | 'desk') =>
  openWindow(browser, stack.addresses.h5, stack.addresses.api, who, size);
const button = (window: Window, text: string | RegExp) =>
  window.page.getByRole('button', { name: text }).filter({ visible: true }).last();
const chip = (window: Window, text: string) =>
  window.page.getByRole('radio', { name: text }).filter({ visible: true }).first();
const sees = (window: Window, text: string | RegExp) =>
  window.page.getByText(text).filter({ visible: true }).first().waitFor();

/** The page for finding a member, as it is opened anew. */
async function finds(window: Window, purpose: string): Promise<void> {
  await window.go('/joining/help/findMember');
  await window.page.reload();
  await chip(window, purpose).click();
  await window.page.getByLabel('身份证号或会员卡号').fill(cardNumber);
}

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStack({
      ports: await freePorts(),
      h5: 'built',
      demo: 'people',
      inFront: async (api) => {
        guard = await startGuard(api);
        return guard;
      },
    }),
    startBrowser(),
  ]);
  limin = await open('limin', 'desk');
});
afterAll(async () => {
  expect(limin.errors).toEqual([]);
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('a worker without a phone joins on that of the staff, and takes the card along on paper', async () => {
  const phone = await open('limin', 'phone');
  await phone.go('/joining/desk/queue');
  await sees(phone, '没有人在等');
  await button(phone, '帮人入会').click();
  await sees(phone, '请把手机交给本人');
  await phone.picture('help-1-hand-over');
  await button(phone, '我是本人，开始').click();
  await sees(phone, '请您本人看，本人来点');
  await phone.picture('help-2-consent');
  for (const tick of await phone.page.getByRole('checkbox').all()) await tick.click();
  await button(phone, '同意，去填写').click();
  await phone.type('姓名', name);
  await phone.type('身份证号', idNumber);
  await chip(phone, '没有电话').click();
  await chip(phone, '家政服务员').click();
  await phone.type('平台或公司', '新街口家政');
  await phone.page.getByLabel('姓名', { exact: true }).scrollIntoViewIfNeeded();
  await phone.picture('help-3-form');
  await button(phone, '提交申请').click();
  await sees(phone, '请把手机还给工作人员');
  await phone.picture('help-4-give-back');
  await button(phone, '工作人员来审核').click();
  await sees(phone, '宋**');
  await phone.picture('help-5-queue');
  await phone.page.getByRole('button', { name: /宋\*\* 打开/ }).click();
  await sees(phone, '您帮着填的');
  await phone.picture('help-6-case');
  await chip(phone, '当面核对了证件').click();
  await button(phone, '已核对证件，通过').click();
  await sees(phone, /已通过，会员卡号/);
  await phone.picture('help-7-approved');
  expect(phone.errors).toEqual([]);
  await phone.close();
});

it('the card is printed at the desk, found by her ID number', async () => {
  await limin.go('/joining/help/findMember');
  await limin.picture('help-8-find');
  await limin.page.getByLabel('身份证号或会员卡号').fill(idNumber);
  await button(limin, '查找').click();
  await sees(limin, '还没有绑定');
  await limin.picture('help-9-found');
  await button(limin, '打印这张卡').click();
  const number = limin.page
    .getByText(/^1101 02 \d{6}$/)
    .filter({ visible: true })
    .first();
  cardNumber = (await number.textContent()) ?? '';
  await limin.picture('help-10-print');
  await limin.page.emulateMedia({ media: 'print' });
  const paper = await limin.page.pdf({ preferCSSPageSize: true, path: 'proof/results/screens/card.pdf' });
  expect((paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBe(1);
  await limin.page.setViewportSize({ width: 794, height: 1123 });
  await limin.picture('help-11-paper');
  await limin.page.emulateMedia({ media: null });
  await limin.page.setViewportSize({ width: 1280, height: 800 });
});

/** A phone shows its code, and the desk binds it; the phone becomes the card by itself. */
async function bind(phone: Window, pictures: string): Promise<void> {
  await phone.go('/joining/help/bind');
  const typed = phone.page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await typed.waitFor();
  await phone.picture(`${pictures}-code`);
  await finds(limin, '绑定手机');
  await button(limin, '查找').click();
  await limin.page.getByLabel('绑定码', { exact: true }).fill((await typed.textContent()) ?? '');
  await limin.page.getByRole('checkbox', { name: '证件已核对，是他本人' }).click();
  await limin.picture(`${pictures}-desk`);
  await button(limin, '绑定这部手机').click();
  await sees(limin, /绑好了/);
  await limin.picture(`${pictures}-done`);
  await sees(phone, '我的会员卡');
  await sees(phone, name);
  await phone.picture(`${pictures}-card`);
}

it('her phone is bound later, and becomes the card by itself', async () => {
  const phone = await open(HERS, 'phone');
  await phone.go('/home');
  await sees(phone, '已经是会员，换了手机');
  await phone.picture('phone-1-home');
  await bind(phone, 'phone-2');
  expect(phone.errors).toEqual([]);
  await phone.close();
});

it('lost, it signs in no more', async () => {
  await finds(limin, '手机丢了');
  await button(limin, '查找').click();
  await chip(limin, '电话里核对了姓名和证件号').click();
  await limin.picture('phone-3-freeze');
  await button(limin, '停用这个账号').click();
  await sees(limin, /已经停用/);
  await limin.picture('phone-4-frozen');
  const thief = await open(HERS, 'phone');
  await thief.go('/home');
  await sees(thief, /因手机丢失已停用/);
  await thief.picture('phone-5-refused');
  await thief.close();
});

it('the new phone is bound, and the old one is nobody’s', async () => {
  const phone = await open(LATER, 'phone');
  await phone.go('/home');
  await sees(phone, '您还没有加入工会');
  await bind(phone, 'phone-6');
  const old = await open(HERS, 'phone');
  await old.go('/home');
  await sees(old, '您还没有加入工会');
  await old.go('/joining/member/card');
  await sees(old, '您还没有会员卡');
  await old.picture('phone-7-old');
  await Promise.all([phone.close(), old.close()]);
});

it('every page fits a phone and a desk, in large type too', async () => {
  const phone = await open('limin', 'phone');
  await finds(phone, '绑定手机');
  await phone.picture('find-phone');
  await button(phone, '查找').click();
  await sees(phone, '绑定这位会员的手机');
  await phone.picture('bind-phone');
  await chip(phone, '打印会员卡').click();
  await button(phone, '打印这张卡').click();
  await sees(phone, /纸上没有二维码/);
  await phone.picture('print-phone');
  const desk = await open('zhaoqiang', 'desk');
  await desk.go(`/joining/help/helpJoin?org=${orgs.xinjiekouJoint.id}`);
  await sees(desk, '请本人到这台电脑前来');
  await desk.picture('help-desk');
  const old = await open('ouyang', 'phone');
  await old.go('/me');
  await old.page.getByRole('switch', { name: '关怀模式' }).click();
  await old.go('/joining/help/bind');
  await old.page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).waitFor();
  await old.picture('bind-care');
  for (const window of [phone, desk, old]) {
    expect(window.errors).toEqual([]);
    await window.close();
  }
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
