import { readFileSync } from 'node:fs';
import { castVenues } from '@niangjia/shared/castVenues';
import { joining } from '@niangjia/shared/joining/contract';
import { messages } from '@niangjia/shared/messages/contract';
import { clockOf, DAY, dayOf, MINUTE } from '@niangjia/shared/time';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from '../../dev/client.ts';
import { becomeMember } from '../../dev/demoApplications.ts';
import type { Stack } from '../../dev/stack.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { qrPicture } from '../../miniapp/src/ui/qrPicture.ts';
import type { Guard } from '../openApi/guard.ts';
import { allDay } from '../venues/allDay.ts';
import { startGuarded } from './guarded.ts';
import { button, openWindow, sees } from './window.ts';

/** A venue's keeper in real windows: at a desk with somebody on the telephone, and at a door with a phone. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let desk: Window;
let door: Window;
let wangfang: Window;

const home = castVenues.xinjiekouHome;
const tomorrow = dayOf(Date.now() + DAY);
const QUARTER = 15 * MINUTE;
const oneRoom = { ...allDay, rooms: allDay.rooms.slice(0, 1) };

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  // What of the functions writes beside the stack needs its environment from the first import on.
  Object.assign(process.env, stack.environment);
  const { putVenue } = await import('../../functions/booking/venues.ts');
  const { loadUse } = await import('../../dev/demoUse.ts');
  await putVenue(oneRoom);
  await loadUse(Date.now());
  await becomeMember(stack.addresses.api, 'wangfang');
  await becomeMember(stack.addresses.api, 'liuyang');
  const open = (who: 'tianyu' | 'wangfang', size: 'phone' | 'desk') =>
    openWindow(browser, stack.addresses.h5, stack.addresses.api, who, size);
  [desk, door, wangfang] = await Promise.all([
    open('tianyu', 'desk'),
    open('tianyu', 'phone'),
    open('wangfang', 'phone'),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('at the desk a slot is booked for a member by the number of their card; they are told', async () => {
  const member = await callAs(stack.addresses.api, 'wangfang');
  const { cardNumber } = await member(joining.getCard, {});
  await desk.go(`/venues/keeper/day?venue=${home.id}&day=${tomorrow}`);
  await desk.tap(button(desk, '乒乓球 2 号台 15:00–16:00 空'));
  await desk.picture('keeper-1-slot');
  await desk.type('或者输入会员卡号', cardNumber);
  await desk.tap(button(desk, '查'));
  await sees(desk, '王*');
  await desk.picture('keeper-2-seen');
  await desk.tap(button(desk, '帮 王* 订下'));
  await sees(desk, '✓ 帮 王* 订好了，已经告诉对方');
  await desk.picture('keeper-3-booked');
  await wangfang.go('/venues/bookings');
  await sees(wangfang, /15:00–16:00$/);
  // The stream tells it, a moment later; the page shows what there is when it is opened.
  const told = async () => (await member(messages.listMessages, {})).messages.map(({ title }) => title);
  await expect.poll(told, { timeout: 20_000 }).toContain('场馆帮您订好了');
  await wangfang.go('/messages/inbox');
  await sees(wangfang, '场馆帮您订好了');
  await wangfang.picture('keeper-4-told');
});

it('at another hour the member has, the desk is told no more than that', async () => {
  const member = await callAs(stack.addresses.api, 'wangfang');
  const { cardNumber } = await member(joining.getCard, {});
  await desk.tap(button(desk, '好的'));
  await desk.tap(button(desk, '乒乓球 3 号台 15:00–16:00 空'));
  await desk.type('或者输入会员卡号', cardNumber);
  await desk.tap(button(desk, '查'));
  await sees(desk, '这位会员这段时间另有安排。');
  await desk.picture('keeper-5-elsewhere');
});

it('at the door a member shows their card, and is let in to what is free now', async () => {
  const start = Math.floor(Date.now() / QUARTER) * QUARTER;
  await door.go(`/venues/keeper/day?venue=${oneRoom.id}&day=${dayOf(start)}`);
  await sees(door, clockOf(start));
  await door.tap(door.page.getByRole('button', { name: '空着 1 间' }).first());
  await door.tap(button(door, '乒乓球 1 号台'));
  await sees(door, '人到了，现在就用');
  await door.picture('keeper-6-door');
  const { personOf } = await import('../../functions/accounts.ts');
  const { signToken } = await import('../../functions/tokens.ts');
  const { token } = await signToken('card', await personOf(openidOf('liuyang')), Date.now());
  const drawer = await browser.newPage({ viewport: { width: 640, height: 640 } });
  await drawer.setContent(`<img width="600" src="${qrPicture(token)}">`);
  const buffer = await drawer.screenshot();
  await drawer.close();
  const [chooser] = await Promise.all([
    door.page.waitForEvent('filechooser'),
    door.tap(door.page.getByRole('button', { name: '拍会员码', exact: true })),
  ]);
  await chooser.setFiles({ name: 'card.png', mimeType: 'image/png', buffer });
  await door.tap(button(door, '让 刘* 进来，并签到'));
  await sees(door, /刘\* \d\d:\d\d 签到了，可以进去了$/);
  await door.picture('keeper-7-in');
});

it('the use of a house is a week of shares, readable as numbers', async () => {
  for (const window of [desk, door]) {
    await window.go(`/venues/keeper/use?venue=${home.id}`);
    await sees(window, /^最满：/);
    await window.tap(window.page.getByRole('button', { name: /^周三 19:00 可订 \d+，订了 [1-9]/ }));
    await sees(window, /^周三 19:00：可订 \d+，订了 \d+，来了 \d+，没来 0，空着 \d+$/);
    await window.picture(`keeper-8-use-${window === desk ? 'desk' : 'phone'}`);
  }
});

it('bookings are taken to a spreadsheet, their names masked', async () => {
  await desk.go(`/venues/keeper/use?venue=${oneRoom.id}`);
  await desk.tap(button(desk, '整理这段时间的预订'));
  await sees(desk, '整理好了，一共 1 条');
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.tap(button(desk, '存成文件')),
  ]);
  expect(download.suggestedFilename()).toMatch(/^西直门职工驿站-预订-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(lines[0]).toBe('\ufeff"日期","开始","结束","房间","会员","结果","谁订的"');
  expect(lines[1]).toMatch(
    /^"\d{4}-\d\d-\d\d","\d\d:\d\d","\d\d:\d\d","乒乓球 1 号台","刘\*","来了","场馆帮订"$/,
  );
  await sees(desk, '已存到这台设备的下载里');
  await desk.picture('keeper-9-saved');
});

it('nothing went wrong in the windows, and all was as the API describes itself', () => {
  expect([...desk.errors, ...door.errors, ...wangfang.errors]).toEqual([]);
  expect(guard.judged).toBeGreaterThan(15);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
