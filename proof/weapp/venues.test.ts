import type { CastName } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { clockOf, DAY, dayOf, type Instant, instantOf, sayDate } from '@niangjia/shared/time';
import { venues } from '@niangjia/shared/venues/contract';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from '../../dev/client.ts';
import { becomeMember } from '../../dev/demoApplications.ts';
import type { Stack } from '../../dev/stack.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { type Arrived, standInTemplates as template } from '../../dev/wechatMessages.ts';
import { startGuarded } from '../h5/guarded.ts';
import type { Guard } from '../openApi/guard.ts';
import { allDay, allDayPolicy, soon } from '../venues/allDay.ts';
import { readBundle } from './bundle.ts';
import { type Phone, takePhone } from './driver.ts';
import { type HostServer, startHost } from './server.ts';

/** Venues in phones: the built mini-program on WeChat's engine, two members and a keeper, over the real functions. */

let stack: Stack;
let guard: Guard;
let browser: Browser;
let host: HostServer;
let wangfang: Phone;
let liuyang: Phone;
let tianyu: Phone;

const home = castVenues.xinjiekouHome;
const tomorrow = dayOf(Date.now() + DAY);
const onTomorrow = `venue=${home.id}&day=${tomorrow}`;
const [first] = home.rooms;

const line = ({ page, screen }: Phone, clock: string) =>
  screen.locator('.grid-line').filter({ has: page.getByText(clock, { exact: true }) });
/** What a court's cell says on the day that is shown; courts from 0. */
const cell = (phone: Phone, clock: string, court: number) => line(phone, clock).locator('.cell').nth(court);
/** The first court that is free then. */
const free = (phone: Phone, start: Instant) => line(phone, clockOf(start)).locator('.cell-free').first();

/** Pages of the messages that came to somebody's WeChat, first to last. */
async function remindedOf(who: CastName): Promise<string[]> {
  const answer = await fetch(`${stack.addresses.wechat}/standin/messages?openid=${openidOf(who)}`);
  return ((await answer.json()) as { messages: Arrived[] }).messages.map(({ page }) => String(page));
}
/** Waits for the stream. */
const reminded = (who: CastName, wanted: string[]) =>
  expect.poll(() => remindedOf(who), { timeout: 20_000 }).toEqual(wanted);

beforeAll(async () => {
  const bundle = await readBundle();
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  // What of the functions writes beside the stack needs its environment from the first import on.
  Object.assign(process.env, stack.environment);
  const { putVenuesPolicy } = await import('../../functions/policies.ts');
  const { putVenue } = await import('../../functions/booking/venues.ts');
  const { noShowOf } = await import('../venues/house.ts');
  const { personOf } = await import('../../functions/accounts.ts');
  // In force before anybody asks for it.
  await putVenuesPolicy(allDayPolicy);
  await putVenue(allDay);
  const { api } = stack.addresses;
  for (const who of ['wangfang', 'liuyang', 'linxiu'] as const) await becomeMember(api, who);
  await noShowOf({ id: await personOf(openidOf('wangfang')) }, home.id, first?.id ?? '');
  const linxiu = await callAs(api, 'linxiu');
  await linxiu(venues.bookSlot, {
    venue: home.id,
    room: first?.id ?? '',
    start: instantOf(tomorrow, '20:00'),
  });
  host = await startHost(bundle, stack.addresses);
  const take = (who: CastName) => takePhone(browser, host, who);
  [wangfang, liuyang, tianyu] = [await take('wangfang'), await take('liuyang'), await take('tianyu')];
});
afterAll(async () => {
  await Promise.all([browser?.close(), host?.stop(), stack?.stop()]);
});

it('a member finds a court and books it, and WeChat asks in that tap what it may tell', async () => {
  await liuyang.open('venues/day', onTomorrow);
  await cell(liuyang, '19:00', 0).getByText('空').waitFor();
  await wangfang.open('home');
  await wangfang.tap('订场馆');
  await wangfang.tap(home.name);
  await wangfang.tap(sayDate(instantOf(tomorrow, '12:00'), Date.now()));
  await wangfang.tapOn(cell(wangfang, '19:00', 0));
  await wangfang.tap('订这个时段');
  await wangfang.sees('订好了');
  expect(await wangfang.questions()).toEqual([[template.bookingSoon, template.bookingOff]]);
  await wangfang.tap('好的');
  await cell(wangfang, '19:00', 0).getByText('我的').waitFor();
  await wangfang.picture('booking-1-mine');
});

it('what is taken is answered with what is free beside it, booked with a tap', async () => {
  await wangfang.tapOn(cell(wangfang, '20:00', 0));
  await wangfang.sees('这个时段订满了');
  await wangfang.picture('booking-2-taken');
  await wangfang.tap('20:00–21:00 乒乓球 2 号台');
  await wangfang.sees('订好了');
});

it('who was slower waits, and is asked for what was not asked before', async () => {
  await liuyang.tapOn(cell(liuyang, '19:00', 0));
  await liuyang.tap('订这个时段');
  await liuyang.sees('刚刚被订走了');
  await liuyang.picture('booking-3-lost');
  await liuyang.tap('排队等，您是第一位');
  await liuyang.sees('您排第 1 位');
  expect(await liuyang.questions()).toEqual([
    [template.bookingSoon, template.bookingOff],
    [template.placeHeld],
  ]);
});

it('a place that is given up is held for who waits, told in WeChat, and taken', async () => {
  await wangfang.open('venues/bookings');
  await wangfang.tapOn(wangfang.screen.getByText('取消预订', { exact: true }).first());
  await wangfang.tap('确定取消');
  await reminded('liuyang', ['venues/bookings']);
  await liuyang.open('venues/bookings');
  await liuyang.sees(/还剩/);
  await liuyang.picture('booking-4-offered');
  await liuyang.tap('我要这个位置');
  await liuyang.sees('已订好');
});

it('who comes finds the check-in from the first page in a tap, and checks in by the code on the door', async () => {
  const start = soon();
  await liuyang.open('venues/day', `venue=${allDay.id}&day=${dayOf(start)}`);
  await liuyang.tapOn(free(liuyang, start));
  await liuyang.tap('订这个时段');
  await liuyang.sees('订好了');
  await liuyang.open('home');
  await liuyang.tap('我的预订');
  await liuyang.sees(/现在可以签到/);
  await liuyang.willScan(allDay.rooms[1]?.door ?? '');
  await liuyang.tap('扫门口的码签到');
  await liuyang.sees(/算离场馆多远|签到/);
  await liuyang.tap('同意');
  await liuyang.sees('这不是您订的那个房间的码，请看一下门牌。');
  await liuyang.isAt(allDay.latitude, allDay.longitude);
  await liuyang.willScan(allDay.rooms[0]?.door ?? '');
  await liuyang.tap('扫门口的码签到');
  await liuyang.sees('已签到');
  await liuyang.picture('booking-5-came');
});

it('a keeper checks somebody in by their card', async () => {
  const start = soon();
  await wangfang.open('venues/day', `venue=${allDay.id}&day=${dayOf(start)}`);
  await wangfang.tapOn(free(wangfang, start));
  await wangfang.tap('订这个时段');
  await wangfang.sees('订好了');
  await wangfang.open('joining/member/card');
  await wangfang.sees(/秒后自动更新/);
  const card = await wangfang.code(wangfang.screen.locator('.qr'));
  await tianyu.open('home');
  await tianyu.tap('看订场、签到、确认');
  await tianyu.tap(allDay.name);
  await tianyu.willScan(card);
  await tianyu.tap('扫会员码签到');
  await tianyu.sees(/签到了/);
  await tianyu.picture('keeping-1-seen');
});

it('a member appeals against a no-show, and the keeper takes it back', async () => {
  await wangfang.open('venues/noShows');
  await wangfang.tap('申诉');
  await wangfang.type('当时是怎么回事', '我到了，门口的码坏了');
  await wangfang.tap('交给场馆');
  await wangfang.sees('场馆看过会处理，急的话可以打电话。');
  await tianyu.open('home');
  await tianyu.tap('没来的申诉');
  await tianyu.tap(home.name);
  await tianyu.sees(/门口的码坏了/);
  await tianyu.picture('keeping-2-appeal');
  await tianyu.tap('撤销这一次');
  await tianyu.sees('这里没有申诉在等');
  const lifted = async () => {
    await wangfang.open('venues/noShows');
    await wangfang.sees(/记着一次|已撤销/);
    return wangfang.screen.getByText('申诉后已撤销').count();
  };
  await expect.poll(lifted, { timeout: 20_000 }).toBe(1);
});

it('a keeper closes a room for a day, and who had booked is told which, and led to what else is free', async () => {
  await tianyu.open('home');
  await tianyu.tap('关闭时段');
  await tianyu.tap(home.name);
  // The other house has no third table: these are the rooms of the one that was chosen.
  await tianyu.sees('乒乓球 3 号台');
  await tianyu.tap('看看影响谁');
  await tianyu.sees('2 个预订会取消');
  await tianyu.tap('场馆有活动要用');
  await tianyu.picture('keeping-3-closing');
  await tianyu.tap('关闭，并告诉他们');
  await tianyu.sees(/^关好了/);
  await reminded('liuyang', ['venues/bookings', `venues/day?${onTomorrow}`]);
  await liuyang.open('messages/inbox');
  await liuyang.sees(`乒乓球 1 号台 · ${home.name}`);
  await liuyang.picture('booking-6-inbox');
  await liuyang.tap('您的预订或排队被取消了');
  await liuyang.reaches('订场馆');
  expect(await liuyang.query()).toEqual({ venue: home.id, day: tomorrow });
  await cell(liuyang, '19:00', 0).getByText('不开放').waitFor();
});

it('nothing went wrong in the phones, and all was as the API describes itself', async () => {
  expect([wangfang, liuyang, tianyu].flatMap(({ errors }) => errors)).toEqual([]);
  expect(guard.judged).toBeGreaterThan(40);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
