import { castVenues } from '@niangjia/shared/castVenues';
import { HOUR, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { putVenue } from '../../../../functions/booking/venues.ts';
import { newId } from '../../../../functions/secrets.ts';
import { seed } from '../../../../functions/seed.ts';
import { tick } from '../../../../functions/venues/tick.ts';
import { following } from '../../../../proof/changes.ts';
import { cardOf, member, noShowOf } from '../../../../proof/venues/house.ts';
import type { Actor } from '../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';
import { bookingsFile } from './bookingsFile.ts';

const settled = following();
const home = castVenues.xinjiekouHome;
const today = '2026-11-25'; // a Wednesday
const at = (clock: string) => instantOf(today, clock);
const room = (name: string) => home.rooms.find((one) => one.name === name)?.id ?? '';
const slot = (name: string, clock: string) => ({ venue: home.id, room: room(name), start: at(clock) });
let one: Actor;
let other: Actor;

beforeAll(async () => {
  vi.setSystemTime(at('12:00'));
  await seed();
  [one, other] = [await member(801), await member(802)];
  await one.call('bookSlot', slot('乒乓球 1 号台', '14:00'));
  await other.call('waitForSlot', slot('乒乓球 1 号台', '14:00'));
  await other.call('bookSlot', slot('会议室', '15:00'));
});
beforeEach(() => {
  vi.setSystemTime(at('12:00'));
});
afterAll(() => {
  vi.useRealTimers();
});

const open = async () => {
  takePhone('tianyu', `/venues/keeper/day?venue=${home.id}&day=${today}`);
  await see(/今天.*\d 个预订|11月25日.*\d 个预订/);
};

describe('a keeper’s day', () => {
  test('is a grid of who is where, with lines and requests; a request is settled in it', async () => {
    await open();
    await screen.findByRole('button', { name: '乒乓球 1 号台 14:00–15:00 会员 已订，排队 1' });
    await see('1 个等您确认');
    await tap('会议室 15:00–16:00 会员 等确认');
    await tap('会员 同意');
    await waitFor(() => expect(screen.queryByText('1 个等您确认')).toBeNull());
    expect((await other.call('listBookings', {})).body.bookings.map(({ state }) => state)).toContain(
      'confirmed',
    );
  });

  test('checks somebody in with a tap when it is time', async () => {
    vi.setSystemTime(at('14:00') + HOUR / 12);
    await open();
    await tap(/^乒乓球 1 号台 14:00–15:00 会员 已订/);
    await tap('会员 签到');
    await screen.findByRole('button', { name: /^乒乓球 1 号台 14:00–15:00 会员 已到/ });
  });

  test('cancels with a reason', async () => {
    await open();
    await tap(/^会议室 15:00–16:00 会员 已订/);
    await tap('会员 取消这个预订');
    await see('请先选一个原因');
    await tap('场馆有活动要用', 'radio');
    await tap('确定取消');
    await screen.findByRole('button', { name: '会议室 15:00–16:00 空' });
  });

  test('is no business of a reviewer', async () => {
    takePhone('limin', '/venues/keeper/day');
    await see('还没有开过沟通会');
    expect(screen.queryByText('1 个等您确认')).toBeNull();
  });
});

describe('a free slot', () => {
  test('is booked for a member by the number of their card, once it is asked whether it can be', async () => {
    const who = await member(806);
    const number = await cardOf(who);
    await who.call('bookSlot', slot('乒乓球 2 号台', '13:00'));
    await open();
    await tap('乒乓球 3 号台 13:00–14:00 空');
    await type('或者输入会员卡号', '110102');
    await tap('查');
    await see('会员卡号是 12 位数字，请数一数');
    await type('或者输入会员卡号', number);
    await tap('查');
    await see('这位会员这段时间另有安排。');
    await tap('好的');
    await tap('乒乓球 3 号台 16:00–17:00 空');
    await type('或者输入会员卡号', number);
    await tap('查');
    await tap('帮 这位会员 订下');
    await see('✓ 帮 这位会员 订好了，已经告诉对方');
    await screen.findByRole('button', { name: '乒乓球 3 号台 16:00–17:00 会员 已订' });
    const { bookings } = (await who.call('listBookings', {})).body;
    expect(bookings.map(({ start }) => start)).toContain(at('16:00'));
  });

  test('that has begun is for who is at the door, who is then there', async () => {
    const number = await cardOf(await member(807));
    vi.setSystemTime(at('17:20'));
    takePhone('tianyu', `/venues/keeper/day?venue=${home.id}&day=${today}`);
    await tap('乒乓球 3 号台 17:00–18:00 空');
    await see('人到了，现在就用');
    await type('或者输入会员卡号', number);
    await tap('查');
    await tap('让 这位会员 进来，并签到');
    await see('✓ 这位会员 17:20 签到了，可以进去了');
    await screen.findByRole('button', { name: /^乒乓球 3 号台 17:00–18:00 会员 已到/ });
  });
});

describe('use', () => {
  test('is a week of shares, each with its numbers, and bookings for a spreadsheet', async () => {
    vi.setSystemTime(at('12:00') + 7 * 24 * HOUR);
    takePhone('tianyu', `/venues/keeper/use?venue=${home.id}`);
    await see('什么时候满，什么时候空');
    await see(/^最满：周三/);
    await tap(/^周三 17:00 可订 \d+，订了 1，来了 1，没来 0/);
    await see(/^周三 17:00：可订 \d+，订了 1，来了 1，没来 0，空着 \d+$/);
    await tap('空着', 'radio');
    await see('每格是空着的占多少');
    await tap('乒乓球 3 号台', 'radio');
    await screen.findByRole('button', { name: /^周三 17:00 可订 4，订了 1，来了 1/ });
    await tap('整理这段时间的预订');
    await see(/^整理好了，一共 \d+ 条$/);
    await screen.findByRole('button', { name: '存成文件' });
  });

  test('a spreadsheet has a line for each booking, and no formula in it', () => {
    const [start, end] = [at('14:00'), at('15:00')];
    const file = bookingsFile([{ room: '=1+1', start, end, name: '王*', outcome: 'missed' }]);
    expect(file.split('\r\n')).toEqual([
      '\ufeff"日期","开始","结束","房间","会员","结果","谁订的"',
      `"2026-11-25","14:00","15:00","'=1+1","王*","没来",""`,
      '',
    ]);
  });
});

describe('groups', () => {
  test('are registered with a leader by card, who is then changed', async () => {
    const [one, two] = [await member(820), await member(821)];
    const numbers = [await cardOf(one), await cardOf(two)];
    takePhone('tianyu', '/venues/keeper/groups');
    await tap('登记一个小组');
    await type('小组的名字', '老街合唱小组');
    await type('或者输入会员卡号', numbers[0] ?? '');
    await tap('查');
    await tap('让 会员 来带');
    await see('✓ 登记好了：老街合唱小组，会员 带，已经告诉对方');
    expect((await one.call('listGroups', {})).body.groups).toMatchObject([{ name: '老街合唱小组' }]);
    await tap('老街合唱小组 换人带');
    await type('或者输入会员卡号', numbers[1] ?? '');
    await tap('查');
    await tap('让 会员 来带');
    await see('✓ 老街合唱小组 换成 会员 带了，已经告诉两位');
    expect((await two.call('listGroups', {})).body.groups).toMatchObject([{ name: '老街合唱小组' }]);
  });
});

describe('appeals', () => {
  test('are read and settled; the member sees it', async () => {
    const who = await member(803);
    await who.call('bookSlot', slot('乒乓球 3 号台', '13:00'));
    vi.setSystemTime(at('13:20'));
    await tick(Date.now());
    await settled();
    const [missed] = (await who.call('listNoShows', {})).body.noShows;
    await who.call('appealNoShow', { id: missed?.id ?? '', words: '我到了，码扫不出来' });
    takePhone('tianyu', `/venues/keeper/appeals?venue=${home.id}`);
    await see('1 个申诉等您处理');
    await see('“我到了，码扫不出来”');
    await tap('会员 撤销这一次');
    await see('这里没有申诉在等');
    await settled();
    expect((await who.call('listNoShows', {})).body.noShows[0]?.lifted).toBe('appeal');
  });

  test('are read on past the first page', async () => {
    const other = { ...home, id: newId(), name: '别处职工之家' };
    await putVenue(other);
    const who = await member(808);
    for (let i = 0; i < 27; i++) {
      const id = await noShowOf(who, other.id, room('乒乓球 1 号台'));
      await who.call('appealNoShow', { id, words: `第 ${i} 次` });
    }
    takePhone('tianyu', `/venues/keeper/appeals?venue=${other.id}`);
    await see('不止 25 个申诉等您处理');
    await tap('再看后面的');
    await see('27 个申诉等您处理');
    expect(screen.queryByRole('button', { name: '再看后面的' })).toBeNull();
  });

  test('are not needed where the code was torn off: all of a slot are taken back at once', async () => {
    const who = await member(804);
    await who.call('bookSlot', slot('乒乓球 2 号台', '16:00'));
    vi.setSystemTime(at('16:20'));
    await tick(Date.now());
    takePhone('tianyu', `/venues/keeper/day?venue=${home.id}&day=${today}`);
    await tap('乒乓球 2 号台 16:00–17:00 没来 1');
    await tap('门口的码坏了，全部撤销');
    await see('已撤销');
    await settled();
    expect((await who.call('listNoShows', {})).body.noShows[0]?.lifted).toBe('slotVoided');
  });
});

describe('closing a room', () => {
  test('says whom it touches, closes, and opens again', async () => {
    const who = await member(805);
    const tomorrow = { ...slot('乒乓球 2 号台', '10:00'), start: at('10:00') + 24 * HOUR };
    await who.call('bookSlot', tomorrow);
    takePhone('tianyu', `/venues/keeper/closing?venue=${home.id}`);
    await tap('乒乓球 2 号台', 'radio');
    await see('请先看看影响谁');
    await tap('看看影响谁');
    await see('1 个预订会取消');
    await tap('设施要维修', 'radio');
    await tap('关闭，并告诉他们');
    await see('关好了，12 个时段都不能再订');
    expect((await who.call('listBookings', {})).body.bookings).toEqual([]);
    await tap('看看影响谁');
    await tap('重新开放这段时间');
    await see(/12 个时段又可以订了/);
  });
});
