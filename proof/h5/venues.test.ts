import { castVenues } from '@niangjia/shared/castVenues';
import { DAY, dayOf, instantOf, sayDate } from '@niangjia/shared/time';
import { venues } from '@niangjia/shared/venues/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from '../../dev/client.ts';
import { becomeMember } from '../../dev/demoApplications.ts';
import type { Stack } from '../../dev/stack.ts';
import { qrPicture } from '../../miniapp/src/ui/qrPicture.ts';
import type { Guard } from '../openApi/guard.ts';
import { allDay, allDayPolicy, here, soon } from '../venues/allDay.ts';
import { startGuarded } from './guarded.ts';
import { button, openWindow, sees } from './window.ts';

/** Venues in real windows: two members want one court, and one of them comes. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let wangfang: Window;
let liuyang: Window;

const home = castVenues.xinjiekouHome;
const tomorrow = dayOf(Date.now() + DAY);
const evening = instantOf(tomorrow, '19:00');
const page = `/venues/day?venue=${home.id}&day=${tomorrow}`;
const cell = (window: Window, room: string, clock: string, says: string) =>
  window.page.getByRole('button', { name: new RegExp(`^${room} ${clock}–\\d\\d:\\d\\d ${says}$`) });

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  // What of the functions writes beside the stack needs its environment from the first import on.
  Object.assign(process.env, stack.environment);
  const { putVenuesPolicy } = await import('../../functions/policies.ts');
  const { putVenue } = await import('../../functions/booking/venues.ts');
  // In force before anybody asks for it.
  await putVenuesPolicy(allDayPolicy);
  await putVenue(allDay);
  await becomeMember(stack.addresses.api, 'wangfang');
  await becomeMember(stack.addresses.api, 'liuyang');
  const open = (who: 'wangfang' | 'liuyang') =>
    openWindow(browser, stack.addresses.h5, stack.addresses.api, who, 'phone');
  [wangfang, liuyang] = [await open('wangfang'), await open('liuyang')];
});
afterAll(async () => {
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('a member finds a court and books it in two calls', async () => {
  await wangfang.go('/home');
  await wangfang.tap(button(wangfang, '订场馆'));
  await sees(wangfang, home.address);
  await wangfang.picture('venues-1-list');
  const before = wangfang.effort.calls.length;
  await wangfang.tap(button(wangfang, home.name));
  await wangfang.tap(wangfang.page.getByRole('radio', { name: sayDate(evening, Date.now()) }));
  await liuyang.go(page);
  await cell(liuyang, '乒乓球 1 号台', '19:00', '空').waitFor();
  await wangfang.tap(cell(wangfang, '乒乓球 1 号台', '19:00', '空'));
  await sees(wangfang, /18:30 前可以取消$/);
  await wangfang.picture('venues-2-sheet');
  await wangfang.tap(button(wangfang, '订这个时段'));
  await sees(wangfang, '订好了');
  await wangfang.picture('venues-3-booked');
  expect(wangfang.effort.calls.slice(before)).toEqual([
    expect.stringMatching(`^GET /venues/${home.id}/days/`),
    `GET /venues/${home.id}/days/${tomorrow}`,
    'POST /bookings',
  ]);
  await wangfang.tap(button(wangfang, '好的'));
  await cell(wangfang, '乒乓球 1 号台', '19:00', '我的').waitFor();
  await wangfang.picture('venues-4-day');
});

it('whoever was slower is offered what is near, and waits', async () => {
  await liuyang.tap(cell(liuyang, '乒乓球 1 号台', '19:00', '空'));
  await liuyang.tap(button(liuyang, '订这个时段'));
  await sees(liuyang, '刚刚被订走了');
  await button(liuyang, '19:00–20:00 乒乓球 2 号台').waitFor();
  await liuyang.picture('venues-5-lost');
  await liuyang.tap(button(liuyang, '排队等，您是第一位'));
  await sees(liuyang, '您排第 1 位');
  await liuyang.tap(button(liuyang, '看我的预订'));
  await sees(liuyang, '排第 1 位');
  await liuyang.picture('venues-6-waiting');
});

it('a place that is given up is held for who waits, and taken', async () => {
  await wangfang.go('/venues/bookings');
  await wangfang.tap(button(wangfang, '取消预订'));
  await wangfang.tap(button(wangfang, '确定取消'));
  await sees(wangfang, '还没有预订');
  await wangfang.picture('venues-7-none');
  await liuyang.page.reload();
  await sees(liuyang, /^给您留着，还剩 (30:00|29:\d\d)$/);
  await liuyang.picture('venues-8-offered');
  await liuyang.tap(button(liuyang, '我要这个位置'));
  await sees(liuyang, '已订好');
  await liuyang.picture('venues-9-bookings');
  const [download] = await Promise.all([
    liuyang.page.waitForEvent('download'),
    liuyang.tap(button(liuyang, '加到日历')),
  ]);
  expect(download.suggestedFilename()).toBe('乒乓球 1 号台.ics');
});

/** A photo of a code, for whoever is asked for one next. */
async function photographed(code: string): Promise<Buffer> {
  const drawer = await browser.newPage({ viewport: { width: 360, height: 360 } });
  await drawer.setContent(`<img width="320" src="${qrPicture(code)}">`);
  const photo = await drawer.screenshot();
  await drawer.close();
  return photo;
}

async function scans(window: Window, code: string): Promise<void> {
  const buffer = await photographed(code);
  const [chooser] = await Promise.all([
    window.page.waitForEvent('filechooser'),
    window.tap(button(window, '拍门口的码签到')),
  ]);
  await chooser.setFiles({ name: 'door.png', mimeType: 'image/png', buffer });
}

it('a booking is changed for another slot', async () => {
  await liuyang.tap(button(liuyang, '改时间'));
  await sees(liuyang, /的预订换到哪里$/);
  await liuyang.picture('venues-9-change');
  await liuyang.tap(cell(liuyang, '乒乓球 2 号台', '20:00', '空'));
  await liuyang.tap(button(liuyang, '换到这个时段'));
  await sees(liuyang, '换好了，原来的已经让出');
  await liuyang.tap(button(liuyang, '看我的预订'));
  await sees(liuyang, /20:00–21:00$/);
});

it('who comes checks in with the code on the door', async () => {
  const start = soon();
  const member = await callAs(stack.addresses.api, 'wangfang');
  const [room, other] = allDay.rooms;
  await member(venues.bookSlot, { venue: allDay.id, room: room?.id ?? '', start });
  await wangfang.page.context().grantPermissions(['geolocation']);
  await wangfang.page.context().setGeolocation(here);
  await wangfang.go('/home');
  await wangfang.go('/venues/bookings');
  await sees(wangfang, /现在可以签到/);
  await wangfang.picture('venues-10-due');
  await scans(wangfang, 'https://example.com');
  await sees(wangfang, '这不是门口的签到码，请看看门牌旁边那张。');
  await scans(wangfang, other?.door ?? '');
  await sees(wangfang, '这不是您订的那个房间的码，请看一下门牌。');
  await scans(wangfang, room?.door ?? '');
  await sees(wangfang, '已签到');
  // The phone said that it stands there.
  expect(await wangfang.page.getByText(/没有确认到您/).count()).toBe(0);
  await wangfang.picture('venues-11-came');
});

it('a keeper sets up a house at a desk, and members see it', async () => {
  const keeper = await openWindow(browser, stack.addresses.h5, stack.addresses.api, 'tianyu', 'desk');
  await keeper.go('/venues/keeper/setUp/house');
  await sees(keeper, home.address);
  await keeper.picture('setUp-1-house');
  await keeper.tap(button(keeper, '新建场馆'));
  await keeper.type('名称', '护国寺职工驿站');
  await keeper.type('地址', '西城区护国寺街 9 号');
  await keeper.type('电话', '010-66000009');
  await keeper.type('纬度', '39.935');
  await keeper.type('经度', '116.372');
  await keeper.picture('setUp-2-facts');
  await keeper.tap(button(keeper, '建好，去定开放时间'));
  await keeper.tap(button(keeper, '周一 加一段'));
  await keeper.tap(button(keeper, '周一这样，每天都这样'));
  await keeper.tap(button(keeper, '看看影响谁'));
  await sees(keeper, '不影响任何人');
  await keeper.picture('setUp-3-hours');
  await keeper.tap(button(keeper, '保存'));
  await keeper.tap(button(keeper, '加一间房'));
  await keeper.type('名称', '阅览角');
  await keeper.tap(keeper.page.getByRole('radio', { name: '阅览' }));
  await keeper.tap(button(keeper, '保存'));
  await button(keeper, '阅览角').waitFor();
  await keeper.picture('setUp-4-opened');
  await liuyang.go('/home');
  await liuyang.go('/venues/list');
  await sees(liuyang, '护国寺职工驿站');
  await keeper.tap(button(keeper, '阅览角 门口的码'));
  await sees(keeper, '到了，扫码签到');
  await keeper.picture('setUp-5-door');
  await keeper.page.emulateMedia({ media: 'print' });
  const paper = await keeper.page.pdf({ preferCSSPageSize: true, path: 'proof/results/screens/door.pdf' });
  expect((paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length).toBe(1);
  await keeper.page.setViewportSize({ width: 794, height: 1123 });
  await keeper.picture('setUp-5-paper');
  await keeper.page.emulateMedia({ media: null });
  await keeper.page.setViewportSize({ width: 1280, height: 800 });
  await keeper.tap(button(keeper, '换一个新码'));
  await keeper.tap(button(keeper, '确定换'));
  await sees(keeper, '换好了，请打印新的贴上');
  expect(keeper.errors).toEqual([]);
  await keeper.close();
});

it('a keeper sees on a phone whom shorter hours would touch', async () => {
  const keeper = await openWindow(browser, stack.addresses.h5, stack.addresses.api, 'tianyu', 'phone');
  const evenings = `venue=${home.id}`;
  await keeper.go(`/venues/keeper/setUp/hours?${evenings}`);
  await sees(keeper, '哪天几点开门');
  for (const day of ['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
    await keeper.page.getByLabel(`${day}关门`, { exact: true }).fill('19:00');
  await keeper.tap(button(keeper, '看看影响谁'));
  await sees(keeper, /^\d 个预订会取消/);
  await keeper.picture('setUp-6-outside');
  await keeper.tap(button(keeper, /起，谁也不影响$/));
  await keeper.tap(button(keeper, '看看影响谁'));
  await sees(keeper, '不影响任何人');
  for (const [name, page] of [
    ['house', 'house'],
    ['room', `room?${evenings}&room=${home.rooms[0]?.id}`],
    ['door', `door?${evenings}&room=${home.rooms[0]?.id}`],
    ['policy', 'policy'],
  ]) {
    await keeper.go(`/venues/keeper/setUp/${page}`);
    await keeper.page.waitForTimeout(800);
    await keeper.picture(`setUp-${name}-phone`);
  }
  expect(keeper.errors).toEqual([]);
  await keeper.close();
});

it('the city makes its next rules of booking', async () => {
  const admin = await openWindow(browser, stack.addresses.h5, stack.addresses.api, 'zhenghua', 'desk');
  await admin.go('/venues/keeper/setUp/policy');
  await sees(admin, '现在用的：第 1 版');
  await admin.picture('setUp-7-policy');
  await admin.tap(button(admin, '起草下一版'));
  await admin.page.getByLabel('最晚提前多久取消', { exact: true }).fill('60');
  await sees(admin, '现在 30 分钟');
  await admin.picture('setUp-8-draft');
  await admin.tap(button(admin, '定下来'));
  await sees(admin, /^明天 .* 00:00 起：第 2 版$/);
  await admin.picture('setUp-9-coming');
  expect(admin.errors).toEqual([]);
  await admin.close();
});

it('every page opens in large type and at a desk', async () => {
  for (const size of ['phone', 'desk'] as const) {
    const window = await openWindow(browser, stack.addresses.h5, stack.addresses.api, 'liuyang', size);
    await window.go('/home');
    if (size === 'phone') await window.page.getByRole('switch', { name: '关怀模式' }).click();
    for (const [name, hash, text] of [
      ['list', '/venues/list', home.address],
      ['day', page, '怎么订'],
      ['about', `/venues/about?venue=${home.id}`, '有哪些房间'],
      ['bookings', '/venues/bookings', '已订好'],
      ['noShows', '/venues/noShows', '没有爽约记录'],
    ] as const) {
      await window.go(hash);
      await sees(window, text);
      await window.picture(`venues-${name}-${size === 'phone' ? 'care' : 'desk'}`);
    }
    expect(window.errors).toEqual([]);
    await window.close();
  }
});

it('nothing went wrong in the windows, and all was as the API describes itself', () => {
  expect([...wangfang.errors, ...liuyang.errors]).toEqual([]);
  expect(guard.judged).toBeGreaterThan(30);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
