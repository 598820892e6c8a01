import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Stack } from '../../dev/stack.ts';
import type { Guard } from '../openApi/guard.ts';
import { readBundle } from '../weapp/bundle.ts';
import { type Phone, takePhone } from '../weapp/driver.ts';
import { type HostServer, startHost } from '../weapp/server.ts';
import { startGuarded } from './guarded.ts';
import { openWindow } from './window.ts';

/** Signing in at a desk: the published H5 app in a browser, the built mini-program in somebody's hand. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
let host: HostServer;
let limin: Phone;
let desk: Awaited<ReturnType<typeof openWindow>>;

/** All that opens the web to whoever has it: what pages sent and were sent. */
const held = new Set<string>();
/** Every address a page ever had, and every address it asked. */
const addresses: string[] = [];

/** Notes what passes through a page, from its first moment. */
function watch(page: Page): void {
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  page.on('request', (request) => {
    addresses.push(request.url());
    const { secret, renewal } = (request.postDataJSON() ?? {}) as { secret?: string; renewal?: string };
    for (const one of [secret, renewal]) if (one) held.add(one);
  });
  page.on('response', async (response) => {
    if (!/\/(pairings|login|renewal)$/.test(new URL(response.url()).pathname)) return;
    const body = await response.json().catch(() => ({}));
    for (const one of [body.code, body.token, body.renewal]) if (one) held.add(one);
  });
}

const sees = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** The button that lets somebody of the queue in. */
const approve = () => desk.page.getByRole('button', { name: /已核对证件，通过/ }).first();

/** What the code on a page says, read from its picture. */
async function codeOn(page: Page): Promise<string> {
  const picture = page.locator('.web .qr');
  await picture.waitFor();
  const { data, width, height } = PNG.sync.read(await picture.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

/** Scans the code of a page with the phone, looks at what it is, and says yes. */
async function confirm(page: Page): Promise<void> {
  await limin.open('home');
  await limin.tap('扫码登录电脑');
  await limin.willScan(await codeOn(page));
  await limin.tap('扫一扫');
  await limin.sees('要登录这台电脑吗？');
  await limin.sees('Linux 电脑的 Chrome 浏览器');
  await limin.picture('limin-web-confirm');
  await limin.tap('是我，确认登录');
  await limin.sees('电脑上可以用了');
}

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'published', demo: 'session' }));
  host = await startHost(await readBundle(), stack.addresses);
  limin = await takePhone(browser, host, 'limin');
  desk = await openWindow(browser, stack.addresses.h5, stack.addresses.api, undefined, 'desk');
  watch(desk.page);
});
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop(), stack?.stop()]);
});

it('whoever opens the queue at a desk scans a code, and is there', async () => {
  await desk.go('/joining/desk/queue');
  await sees(desk.page, '用手机扫码登录');
  await codeOn(desk.page);
  await desk.picture('desk-web-sign-in');
  const narrow = await openWindow(browser, stack.addresses.h5, stack.addresses.api, undefined, 'phone');
  await narrow.go('/home');
  await codeOn(narrow.page);
  await narrow.picture('phone-web-sign-in');
  await narrow.close();
  await confirm(desk.page);
  await limin.picture('limin-web-done');
  await approve().waitFor();
  expect(await desk.page.getByText('用手机扫码登录').count()).toBe(0);
  await desk.picture('desk-web-queue');
});

it('is still there when the page is loaded again', async () => {
  await desk.page.reload();
  await approve().waitFor();
});

it('a copy of the tab is a page of its own, and the first one stays signed in', async () => {
  const [copy] = await Promise.all([
    desk.page.context().waitForEvent('page'),
    desk.page.evaluate(() => void window.open(window.location.href)),
  ]);
  watch(copy);
  expect(await copy.evaluate(() => sessionStorage.getItem('login'))).toContain('renewal');
  await sees(copy, '用手机扫码登录');
  expect(await copy.evaluate(() => sessionStorage.getItem('login'))).toBeNull();
  await copy.close();
  await desk.page.reload();
  await approve().waitFor();
});

it('signed out on the phone, the page says so by itself, and goes on where it was after another scan', async () => {
  await desk.page.getByRole('button', { name: /退回/ }).first().click();
  await desk.page.getByText('证件号和证件不一致', { exact: true }).click();
  await limin.open('home');
  await limin.tap('扫码登录电脑');
  await limin.tap('登录着的电脑');
  await limin.sees('在 1 处登录着');
  await limin.picture('limin-web-sign-ins');
  await limin.tap('退出');
  await limin.sees('没有在电脑上登录');
  await sees(desk.page, /登录已经结束，请重新扫码/);
  await desk.picture('desk-web-ended');
  await confirm(desk.page);
  await desk.page.getByText('用手机扫码登录').waitFor({ state: 'detached' });
  // What was begun before is done now.
  await desk.page.getByRole('button', { name: /^退回/ }).last().click();
  await sees(desk.page, /已退回/);
});

it('signs out at the desk: nothing of it stays on the page or in the list', async () => {
  await desk.page.getByRole('button', { name: '退出登录' }).click();
  await sees(desk.page, '用手机扫码登录');
  expect(await desk.page.evaluate(() => sessionStorage.getItem('login'))).toBeNull();
  expect(await desk.page.getByText('已核对证件').count()).toBe(0);
  await limin.open('accounts/signIns');
  await limin.sees('没有在电脑上登录');
});

it('a worker’s phone signs nobody in, and is told why', async () => {
  const worker = await takePhone(browser, host, 'wangfang');
  await worker.open('accounts/confirm');
  await worker.willScan(await codeOn(desk.page));
  await worker.tap('扫一扫');
  await worker.sees(/电脑网页是工会干部的工作台/);
  expect(worker.errors).toEqual([]);
  await worker.close();
});

it('no page ever had a code, a token or a secret in its address, or sent one in one', () => {
  expect(held.size).toBeGreaterThan(8);
  expect(addresses.length).toBeGreaterThan(20);
  const seen = addresses.join('\n');
  expect(seen).toContain('/joining/desk/queue');
  expect([...held].filter((one) => seen.includes(one))).toEqual([]);
});

it('nothing went wrong on the way, and all of it is as the API describes itself', () => {
  expect([desk.errors, limin.errors]).toEqual([[], []]);
  expect(guard.judged).toBeGreaterThan(20);
  expect({ asked: guard.badRequests, answered: guard.badAnswers }).toEqual({ asked: [], answered: [] });
});
