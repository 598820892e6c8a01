import { castVenues } from '@niangjia/shared/castVenues';
import { instantOf, MINUTE } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seed } from '../../../../../functions/seed.ts';
import { tick } from '../../../../../functions/venues/tick.ts';
import { following } from '../../../../../proof/changes.ts';
import { member } from '../../../../../proof/venues/house.ts';
import { staffActor } from '../../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../../test/phone.tsx';

const settled = following();
const home = castVenues.xinjiekouHome;
const [table] = home.rooms;
if (!table) throw new Error('no room');
const today = '2026-11-25'; // a Wednesday
const tomorrow = '2026-11-26';
const at = (clock: string, day = tomorrow) => instantOf(day, clock);
const page = (name: string, query: Record<string, string> = {}) =>
  `/venues/keeper/setUp/${name}?${new URLSearchParams({ venue: home.id, ...query })}`;

beforeAll(async () => {
  vi.setSystemTime(at('12:00', today));
  await seed();
});
beforeEach(() => {
  vi.setSystemTime(at('12:00', today));
});
afterAll(() => {
  vi.useRealTimers();
});

describe('a house', () => {
  test('is shown with all that is set up of it, and its facts are changed', async () => {
    takePhone('tianyu', page('house'));
    await see('西城区新街口北大街 3 号二层');
    await see('周一至周日');
    await tap('改基本资料');
    await type('电话', '010-66000088');
    await tap('保存');
    await see('010-66000088');
  });

  test('is opened by its keeper: facts, hours, a room', async () => {
    takePhone('tianyu', '/venues/keeper/setUp/facts');
    await see('这个场馆叫什么，在哪里');
    await tap('建好，去定开放时间');
    await screen.findAllByText('太短了，请写完整一些');
    await type('名称', '护国寺职工驿站');
    await type('地址', '西城区护国寺街 9 号');
    await type('电话', '010-66000009');
    await type('纬度', '39.935');
    await type('经度', '116.372');
    await tap('建好，去定开放时间');
    await see('哪天几点开门');
    await tap('周一 加一段');
    await tap('周一这样，每天都这样');
    await tap('看看影响谁');
    await see('不影响任何人');
    await tap('保存');
    await see('护国寺职工驿站');
    await see('09:00–21:00');
    await tap('加一间房');
    await type('名称', '阅览角');
    await tap('阅览', 'radio');
    await tap('保存');
    await screen.findByRole('button', { name: '阅览角' });
  });

  test('is no business of a reviewer', async () => {
    takePhone('limin', page('house'));
    await see('还没有开过沟通会');
  });
});

describe('shorter hours', () => {
  test('say whom they touch, and from when they touch nobody', async () => {
    const who = await member(860);
    await who.call('bookSlot', { venue: home.id, room: table.id, start: at('20:00') });
    takePhone('tianyu', page('hours'));
    await see('哪天几点开门');
    await tap(/^周四 去掉/);
    await see('请先看看影响谁');
    await tap('看看影响谁');
    await see('1 个预订会取消');
    await tap(/^改成 .*起，谁也不影响$/);
    await tap('看看影响谁');
    await see('不影响任何人');
    await tap('保存');
    await see('11月27日 周五 起');
    vi.setSystemTime(Date.now() + 2 * MINUTE);
    await tick(Date.now());
    await settled();
    expect((await who.call('listBookings', {})).body.bookings).toHaveLength(1);
  });
});

describe('a door', () => {
  test('has a sheet to print, and a new code after which the old one is none', async () => {
    const who = await member(861);
    const { body } = await who.call('bookSlot', { venue: home.id, room: table.id, start: at('10:00') });
    takePhone('tianyu', page('door', { room: table.id }));
    await see('到了，扫码签到');
    await see(table.name);
    await tap('换一个新码');
    await tap('确定换');
    await see('换好了，请打印新的贴上');
    vi.setSystemTime(at('10:00') + MINUTE);
    const old = await who.call('checkIn', { id: body.id, door: table.door });
    expect(old.refusal?.code).toBe('OTHER_DOOR');
  });
});

test('a colleague who was quicker is told of, and what they changed is shown', async () => {
  takePhone('tianyu', page('facts'));
  await see('这个场馆叫什么，在哪里');
  const colleague = await staffActor('zhenghua');
  const { body: seen } = await colleague.call('getSetUp', { venue: home.id });
  const facts = { ...seen.facts, phone: '010-66000077' };
  await colleague.call('changeVenue', {
    ...{ venue: home.id, version: seen.version },
    change: { kind: 'facts', facts },
  });
  await type('电话', '010-66000066');
  await tap('保存');
  await see('同事刚改过，请先看一眼最新的，再改。');
  await tap('看最新的');
  await waitFor(() => expect(screen.getByDisplayValue('010-66000077')).toBeDefined());
});

describe('the rules of booking', () => {
  test('are read by keepers, and made by the city', async () => {
    takePhone('tianyu', '/venues/keeper/setUp/policy');
    await see('现在用的：第 1 版');
    await see('全市的规则由市总工会定，这里可以看。');
    takePhone('zhenghua', '/venues/keeper/setUp/policy');
    await tap('起草下一版');
    await see('还没有改动');
    await type('最晚提前多久取消', '60');
    await see('现在 30 分钟');
    await type('至少能留多久才留', '45');
    await see('位置留的时间短于“至少能留多久才留”，排队的人就轮不到，请改一个。');
    await type('至少能留多久才留', '5');
    await tap('定下来');
    await see(/^明天 .* 00:00 起：第 2 版$/);
    await see('30 分钟 → 60 分钟');
    await tap('起草下一版');
    await see(/^原定 明天 .* 00:00 起的那一版还没开始，由这一版代替。$/);
    await type('最晚提前多久取消', '45');
    await tap('定下来');
    await see(/^明天 .* 00:00 起：第 3 版$/);
    await see('30 分钟 → 45 分钟');
    expect(screen.queryByText(/第 2 版/)).toBeNull();
  });
});
