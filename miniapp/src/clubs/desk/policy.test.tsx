import { instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { seed } from '../../../../functions/seed.ts';
import { following } from '../../../../proof/changes.ts';
import { gradedActivity, makeClub } from '../../../../proof/clubs/world.ts';
import { member } from '../../../../proof/venues/house.ts';
import { screen, see, takePhone, tap, type } from '../../../test/phone.tsx';

const settled = following();
const now = instantOf('2026-11-25', '12:00'); // a Wednesday

beforeAll(async () => {
  vi.setSystemTime(now);
  await seed();
  const club = await makeClub(await member(950));
  // The preview counts whole months.
  await gradedActivity(club, 100, { start: instantOf('2026-10-18', '14:00') });
  await settled();
});
beforeEach(() => {
  vi.setSystemTime(now);
});
afterAll(() => {
  vi.useRealTimers();
});

const cellOf = (name: string) => screen.findByRole('button', { name }, { timeout: 5000 });

test('the rules of points are read by all who work with clubs', async () => {
  takePhone('fangling', '/clubs/desk/policy');
  await see('现在用的：第 1 版');
  await see('全市的规则由市总工会定，这里可以看。');
  await see('按性质和算数的人数评级，不到 5 人不评级。');
  await see('¥20,000');
  expect(screen.queryByRole('button', { name: '起草下一版' })).toBeNull();
});

test('the city drafts the next version: the table, points and numbers, what it would have cost, and from when', async () => {
  takePhone('zhenghua', '/clubs/desk/policy');
  await tap('起草下一版');
  await see('还没有改动');
  await tap('区级，100 人起 A+ 级');
  await tap('B 级', 'radio');
  await cellOf('区级，100 人起 B 级');
  await type('第 2 档从几人起', '5');
  await see('后一档的人数要比前一档多');
  await type('第 2 档从几人起', '12');
  await cellOf('社内，12–29 人 D 级');
  await type('一百分兑多少钱', '1500');
  await see('原来 ¥2,000');
  await type('在多短的时间里算挤着签到', '15');
  await see('原来 10 秒');
  await tap('按这一版，过去一年会花多少');
  await see('比实际少 ¥2,000');
  await type('一百分兑多少钱', '1800');
  await see('改过了，请再算一次。');
  await tap('定下来');
  await see('明天 周四 00:00 起：第 2 版');
  await see('¥2,000 → ¥1,800');
  await see('C、B、A、A、A+ → C、B、A、A、B');
  await see('5、10、30、60、100 → 5、12、30、60、100');
  await see('10 秒 → 15 秒');
});

test('what was changed is read in the records by its name', async () => {
  await settled();
  takePhone('sunjing', '/joining/audit/decisions?outcome=policy.drafted');
  await see(/评级表，区级：C,B,A,A,A\+ → C,B,A,A,B/);
  await see(/一百分兑多少钱：¥2,000 → ¥1,800/);
});
