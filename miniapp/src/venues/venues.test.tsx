import { castVenues } from '@niangjia/shared/castVenues';
import { HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seed } from '../../../functions/seed.ts';
import { main as consume } from '../../../functions/stream.ts';
import { tick } from '../../../functions/venues/tick.ts';
import { changes } from '../../../proof/changes.ts';
import { castMember, groupOf, member } from '../../../proof/venues/house.ts';
import type { Actor } from '../../../proof/world.ts';
import { fireEvent, openApp, screen, see, takePhone, tap, waitFor } from '../../test/phone.tsx';
import { hand, network } from '../../test/taro.ts';

const home = castVenues.xinjiekouHome;
const noon = instantOf('2026-11-25', '12:00'); // a Wednesday
let day = 0;
let people = 500;

beforeAll(async () => {
  await seed();
});
beforeEach(() => {
  // Each test has a week of its own, so that nobody's limits reach into the next.
  vi.setSystemTime(noon + 7 * day++ * 24 * HOUR);
});
afterAll(() => {
  vi.useRealTimers();
});

const today = () => new Date(Date.now() + 8 * HOUR).toISOString().slice(0, 10);
const at = (clock: string) => instantOf(today(), clock);
const room = (name: string) => home.rooms.find((one) => one.name === name)?.id ?? '';
const slot = (name: string, clock: string) => ({ venue: home.id, room: room(name), start: at(clock) });
const somebody = () => member(people++);
const asked = () => network.calls.map(({ method, path }) => `${method} ${path.split('/')[1]}`);

const page = `/venues/day?venue=${home.id}`;
const cell = (name: string, clock: string, says: string) =>
  new RegExp(`^${name} ${clock}–\\d\\d:\\d\\d ${says}$`);

async function booked(who: Actor, name: string, clock: string): Promise<string> {
  const { body, refusal } = await who.call('bookSlot', slot(name, clock));
  expect(refusal).toBeUndefined();
  return body.id;
}

describe('the venues near by', () => {
  const names = () =>
    screen.getAllByRole('button', { name: /之家|文化宫/ }).map((row) => row.getAttribute('aria-label'));

  test('are by address until the phone says where it is, then by distance', async () => {
    await castMember('wangfang');
    hand.place = undefined;
    takePhone('wangfang', '/venues/list');
    await see('附近的场馆');
    await see('中关村骑手之家');
    expect(names()).toEqual(['中关村骑手之家', '西城区工人文化宫', '新街口职工之家']);
    await tap('按远近排');
    await see('没有取到位置，先按地区排着');
    hand.place = { latitude: 39.94, longitude: 116.364 };
    await tap('按远近排');
    await see(/^最近 \d+ 米$/);
    expect(names()).toEqual(['新街口职工之家', '西城区工人文化宫', '中关村骑手之家']);
    // Where it is has left the phone nowhere.
    expect(asked()).toEqual(['POST logins', 'GET venues']);
  });

  test('can be chosen by what they have, and by what is free this evening', async () => {
    takePhone('wangfang', '/venues/list');
    await tap('练习室', 'radio');
    await waitFor(() => expect(names()).toEqual(['西城区工人文化宫']));
    await tap('今晚有空', 'checkbox');
    await see('6 个时段有空');
    await see('最早 17:00 琴房 1');
    await tap('西城区工人文化宫');
    await see('西城区德胜门内大街 12 号');
    expect(screen.getByRole('radio', { name: '练习室' }).getAttribute('aria-checked')).toBe('true');
  });

  test('say when nothing is left this evening', async () => {
    vi.setSystemTime(at('22:30'));
    takePhone('wangfang', '/venues/list');
    await tap('今晚有空', 'checkbox');
    await see('看过的 3 处，今晚都没有空位了');
    await tap('看全部场馆');
    await waitFor(() => expect(names()).toHaveLength(3));
  });
});

describe("a venue's own page", () => {
  test('says when it is open, what it has and what the rules are; it needs no location', async () => {
    hand.place = undefined;
    takePhone('wangfang', `/venues/about?venue=${home.id}`);
    await see('今天 09:00–21:00');
    await see('周一至周日');
    await see('每次 1 小时，一次一组人，要场馆确认');
    await see('每次 2 小时，同时 12 人');
    await see('每人最多 3 个没用的预订，每周共 6 小时');
    await see(home.words);
    expect(asked()).toEqual(['POST logins', 'GET venues']);
    hand.calls = [];
    await tap(`打电话 ${home.phone}`);
    expect(hand.calls).toEqual([home.phone]);
    await tap('阅览室');
    await screen.findByRole('button', { name: cell('阅览室', '13:00', '空 12 位') });
    await tap('介绍');
    await see('有哪些房间');
  });

  test('says whom a room is for', async () => {
    takePhone('wangfang', `/venues/about?venue=${castVenues.zhongguancunHome.id}`);
    await see('每次 30 分钟，同时 8 人，给快递员、外卖员');
  });
});

describe('booking', () => {
  test('is two calls, and the day then shows it', async () => {
    const { call } = await castMember('wangfang');
    takePhone('wangfang', page);
    await tap(cell('乒乓球 2 号台', '19:00', '空'));
    await see('今天 周三 19:00–20:00');
    await see('18:30 前可以取消');
    await see('18:45–19:15 扫门口的码签到');
    await tap('订这个时段');
    await see('订好了');
    expect(asked()).toEqual(['POST logins', 'GET venues', 'POST bookings']);
    await tap('好的');
    await screen.findByRole('button', { name: cell('乒乓球 2 号台', '19:00', '我的') });
    await screen.findByRole('button', { name: cell('乒乓球 1 号台', '19:00', '有安排') });
    expect((await call('listBookings', {})).body.bookings).toHaveLength(1);
  });

  test('a lost reply books once', async () => {
    const { call } = await castMember('wangfang');
    takePhone('wangfang', page);
    await tap(cell('乒乓球 2 号台', '19:00', '空'));
    network.mishaps = ['lostReply'];
    await tap('订这个时段');
    await see('网络没有连上，您填的内容都还在，请再试一次。');
    await tap('订这个时段');
    await see('订好了');
    expect((await call('listBookings', {})).body.bookings).toHaveLength(1);
  });

  test('of a slot that has just gone offers what is near, for one tap', async () => {
    await castMember('wangfang');
    takePhone('wangfang', page);
    await tap(cell('乒乓球 1 号台', '19:00', '空'));
    await booked(await somebody(), '乒乓球 1 号台', '19:00');
    await booked(await somebody(), '乒乓球 2 号台', '19:00');
    await tap('订这个时段');
    await see('刚刚被订走了');
    await tap('19:00–20:00 乒乓球 3 号台');
    await see('订好了');
    await tap('看我的预订');
    await see('乒乓球 3 号台 · 新街口职工之家 ›');
  });

  test('a room with a keeper waits for their word', async () => {
    await castMember('wangfang');
    takePhone('wangfang', page);
    await tap('会议', 'radio');
    await tap(cell('会议室', '15:00', '空'));
    await see('这间要场馆确认；确认前，位置给您留着');
    await tap('提交，等场馆确认');
    await see('已提交，等场馆确认');
    await tap('看我的预订');
    await see('等场馆确认');
  });
});

describe('what cannot be booked is said before the tap', () => {
  test('to who is no member', async () => {
    takePhone('heping', page);
    await see('场馆只对会员开放。');
    await tap('申请入会');
    await see('您想加入哪个工会');
  });

  test('on a day that is not open yet, with when it opens', async () => {
    await castMember('wangfang');
    vi.setSystemTime(at('07:00'));
    takePhone(
      'wangfang',
      `${page}&day=${new Date(Date.now() + 7 * 24 * HOUR + 8 * HOUR).toISOString().slice(0, 10)}`,
    );
    await see('08:00 开放预订。');
    await tap(cell('乒乓球 1 号台', '09:00', '未开放'));
    expect(await screen.findByRole('dialog')).toBeDefined();
    expect(screen.queryByRole('button', { name: '订这个时段' })).toBeNull();
  });

  test('when one has as much as one may', async () => {
    const who = await castMember('wangfang');
    for (const clock of ['15:00', '16:00', '17:00']) await booked(who, '乒乓球 1 号台', clock);
    takePhone('wangfang', page);
    await see('您还没用的预订已经到上限了，用过或取消一个再来。');
    await see('每人每周 6 小时，没用的最多 3 个，还能再订 0 个');
    await tap('看我的预订');
    await see('今天 周三 15:00–16:00');
  });

  test('and a day that is over leads to the next', async () => {
    await castMember('wangfang');
    vi.setSystemTime(at('21:30'));
    takePhone('wangfang', page);
    await see('今天的时段都过去了');
    await tap('看明天');
    await screen.findByRole('button', { name: cell('乒乓球 1 号台', '09:00', '空') });
  });
});

describe('the line', () => {
  test('from waiting to a held place, taken in time', async () => {
    const first = await somebody();
    const id = await booked(first, '乒乓球 1 号台', '19:00');
    await castMember('wangfang');
    takePhone('wangfang', page);
    await tap(cell('乒乓球 1 号台', '19:00', '已订'));
    await see('这个时段订满了');
    await see('附近还有空位，点一下就订好');
    await tap('排队等，您是第一位');
    await see('您排第 1 位');
    await tap('看我的预订');
    await see('排第 1 位');
    await first.call('cancelBooking', { id });
    openApp('wangfang', '/venues/bookings');
    await see(/^给您留着，还剩 (30:00|29:\d\d)$/);
    await tap('我要这个位置');
    await see('已订好');
  });

  test('a held place passed on goes to the next; a wait can be given up', async () => {
    const [first, third] = [await somebody(), await somebody()];
    const id = await booked(first, '乒乓球 1 号台', '19:00');
    await (await castMember('wangfang')).call('waitForSlot', slot('乒乓球 1 号台', '19:00'));
    await third.call('waitForSlot', slot('乒乓球 1 号台', '19:00'));
    await first.call('cancelBooking', { id });
    takePhone('wangfang', '/venues/bookings');
    await tap('让给下一位');
    await see('还没有预订');
    expect((await third.call('listBookings', {})).body.bookings[0]?.state).toBe('offered');

    await booked(first, '乒乓球 2 号台', '19:00');
    await (await castMember('wangfang')).call('waitForSlot', slot('乒乓球 2 号台', '19:00'));
    openApp('wangfang', '/venues/bookings');
    await tap('不排了');
    await see('还没有预订');
    await tap('去订一个');
    await see('附近的场馆');
  });
});

describe('what one has booked', () => {
  test('is cancelled with a second tap, while the rule allows', async () => {
    await booked(await castMember('wangfang'), '乒乓球 1 号台', '19:00');
    takePhone('wangfang', '/venues/bookings');
    await see('18:30 前可以取消');
    await see('18:45–19:15 到门口扫码签到');
    await tap('取消预订');
    await tap('不取消');
    await tap('取消预订');
    await tap('确定取消');
    await see('还没有预订');
  });

  test('is changed for another slot in one act', async () => {
    const who = await castMember('wangfang');
    await booked(who, '乒乓球 1 号台', '19:00');
    takePhone('wangfang', '/venues/bookings');
    await tap('改时间');
    await see('把 今天 周三 19:00 的预订换到哪里');
    await booked(await somebody(), '乒乓球 2 号台', '19:00');
    await tap(cell('乒乓球 2 号台', '19:00', '空'));
    await tap('换到这个时段');
    await see('刚刚被订走了');
    await see('原来的预订还在，没有动。');
    await tap('19:00–20:00 乒乓球 3 号台');
    await see('换好了，原来的已经让出');
    await tap('好的');
    await screen.findByRole('button', { name: cell('乒乓球 3 号台', '19:00', '我的') });
    expect((await who.call('listBookings', {})).body.bookings).toMatchObject([
      { room: { name: '乒乓球 3 号台' } },
    ]);
    expect(screen.queryByText('把 今天 周三 19:00 的预订换到哪里')).toBeNull();
  });

  test('near its time cannot be cancelled, and can be checked in', async () => {
    await booked(await castMember('wangfang'), '乒乓球 1 号台', '19:00');
    vi.setSystemTime(at('18:50'));
    takePhone('wangfang', '/venues/bookings');
    await see('已经不能取消；来不了请打电话告诉场馆');
    await see('现在可以签到，还有 25 分钟');
    await screen.findByRole('button', { name: '拍门口的码签到' });
    expect(screen.queryByRole('button', { name: '取消预订' })).toBeNull();
  });

  test('once checked in, says whether that was seen', async () => {
    const who = await castMember('wangfang');
    const id = await booked(who, '乒乓球 1 号台', '19:00');
    vi.setSystemTime(at('19:00') - 5 * MINUTE);
    await who.call('checkIn', { id, door: home.rooms[0]?.door ?? '' });
    takePhone('wangfang', '/venues/bookings');
    await see('已签到');
    await see(/没有确认到您在场馆附近/);
  });
});

describe('a group', () => {
  test('books its place every week, and one that is taken elsewhere', async () => {
    const leader = await castMember('hanlei');
    await groupOf(leader);
    const tomorrow = { ...slot('乒乓球 1 号台', '19:00'), start: at('19:00') + 24 * HOUR };
    expect((await (await somebody()).call('bookSlot', tomorrow)).status).toBe(200);
    takePhone('hanlei', page);
    await tap('小组每周订');
    await tap('19:00', 'radio');
    await tap('每周都订');
    await see('4 次里订上了 3 次');
    await tap('19:00–20:00 乒乓球 2 号台');
    await see('4 次里订上了 4 次');
    await tap('看我的预订');
    await see('明天 周四 19:00–20:00');
    expect((await leader.call('listBookings', {})).body.bookings).toHaveLength(4);
  });

  test('is booked for by who leads it', async () => {
    takePhone('wangfang', `/venues/weekly?venue=${home.id}`);
    await see('您现在没有负责的小组');
  });
});

// Last, since nobody of the tests before came either.
test('who did not come twice is told until when they cannot book', async () => {
  const who = await castMember('liuyang');
  for (const clock of ['13:00', '14:00']) await booked(who, '乒乓球 1 号台', clock);
  vi.setSystemTime(at('14:16'));
  await tick(Date.now());
  // The stream writes it into the ledger.
  await consume({ Records: await changes() });
  takePhone('liuyang', page);
  await tap(/^因为订了没来，.* 以后才能再订$/);
  await see(/^30 天里有 2 次订了没来/);
  expect(screen.getAllByText('开始 15 分钟还没签到，系统记的')).toHaveLength(2);
  expect(screen.getAllByText('乒乓球 1 号台 · 新街口职工之家')).toHaveLength(2);
  fireEvent.click(screen.getAllByRole('button', { name: '申诉' })[0] as HTMLElement);
  await tap('交给场馆');
  await see('这一项还没有填');
  fireEvent.input(screen.getByLabelText('当时是怎么回事'), { target: { value: '门口的码坏了' } });
  network.mishaps = ['lostReply'];
  await tap('交给场馆');
  await tap('再试一次');
  await see('门口的码坏了');
  await see('场馆看过会处理，急的话可以打电话。');
  expect(screen.getAllByRole('button', { name: '申诉' })).toHaveLength(1);
  // What is taken is no place to wait for either, and that is said before the tap.
  await booked(await somebody(), '乒乓球 2 号台', '19:00');
  openApp('liuyang', page);
  await tap(cell('乒乓球 2 号台', '19:00', '已订'));
  await see('这个时段订满了');
  await see('因为订了没来，暂时不能预订；有特殊情况可以申诉。');
  expect(screen.queryByRole('button', { name: /^排队等/ })).toBeNull();
  openApp('liuyang', '/venues/bookings');
  await tap(/^因为订了没来，.* 以后才能再订$/);
  await see('门口的码坏了');
});

test('who always came has no record', async () => {
  takePhone('heping', '/venues/bookings');
  await tap('爽约记录');
  await see('没有爽约记录');
});
