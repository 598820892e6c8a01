import { DAY, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { tick } from '../../../functions/clubs/tick.ts';
import { seed } from '../../../functions/seed.ts';
import { makeActivity, makeClub } from '../../../proof/clubs/world.ts';
import { castMember } from '../../../proof/venues/house.ts';
import type { Actor } from '../../../proof/world.ts';
import { openApp, screen, see, takePhone, tap, type, waitFor } from '../../test/phone.tsx';
import { hand, network } from '../../test/taro.ts';
import { onTheMap } from '../gcj02.ts';

/** Clubs in a member's hand: found, joined, taken part in, and asked about. */

const noon = instantOf('2026-11-25', '12:00'); // a Wednesday
let week = 0;
let leader: Actor;
let wangfang: Actor;

beforeAll(async () => {
  await seed();
  [leader, wangfang] = [await castMember('liuyu'), await castMember('wangfang')];
});
beforeEach(() => {
  // Each test has a week of its own, so that what somebody has in one is in nobody's way in the next.
  vi.setSystemTime(noon + 7 * week++ * DAY);
});
afterAll(() => {
  vi.useRealTimers();
});

/** Two in the afternoon of the day after the test's noon. */
const tomorrow = () => Date.now() + DAY + 2 * HOUR;
/** What another window shows is before this phone's camera. */
const holdBefore = (code: string) => localStorage.setItem('shownCode', code);

test('a club is found and joined, its activity signed up for, checked in to, and asked about the day after', async () => {
  const club = await makeClub(leader, { name: '喜阅社' });
  const start = tomorrow();
  // As a browser has it; the map has its own coordinates.
  hand.place = { latitude: 39.94, longitude: 116.364 };
  const { id: activity } = await makeActivity(club, { status: 'approved', start, ...onTheMap(hand.place) });
  takePhone('wangfang', '/clubs/list');
  await see('我们工会的社团');
  await tap('喜阅社');
  await tap('加入社团');
  await waitFor(() => expect(screen.queryByRole('button', { name: '加入社团' })).toBeNull());
  await tap('读书分享会');
  await see('明天 周四 14:00–16:00');
  await see('新街口职工之家');
  await tap('报名');
  await see('✓ 您报名了');
  await see('当天 13:30–16:00 到现场扫码签到');
  expect(screen.queryByRole('button', { name: '报名' })).toBeNull();

  // Half an hour before it begins its leader shows the code.
  vi.setSystemTime(start - 10 * MINUTE);
  const { body } = await leader.call('showCode', { activity });
  openApp('wangfang', '/clubs/mine');
  await see('可以签到');
  holdBefore(body.code);
  await tap('拍签到码签到');
  await see('✓ 签到了：读书分享会 13:50');
  await see('已签到');

  vi.setSystemTime(instantOf('2026-11-27', '09:00'));
  await tick(Date.now());
  openApp('wangfang', '/clubs/mine');
  await see('昨天 周四 14:00 的活动，您去了吗');
  await tap('读书分享会 没去');
  await see('✓ 记下了：您没去');
  await tap('改成“去了”');
  await see('✓ 记下了：您去了');
  const { mine } = (await wangfang.call('getActivity', { activity })).body;
  expect(mine).toMatchObject({ near: true, was: true });
  // What was answered is asked no more.
  openApp('wangfang', '/clubs/mine');
  await see('还没有报名的活动');
});

describe('what cannot be done is said before the tap', () => {
  test('to who has something else at that time', async () => {
    const club = await makeClub(leader);
    const one = await makeActivity(club, { status: 'approved', start: tomorrow() });
    const other = await makeActivity(club, { status: 'approved', start: tomorrow() + HOUR });
    await wangfang.call('signUp', { activity: one.id });
    takePhone('wangfang', `/clubs/activity?activity=${other.id}`);
    await see('您在这个时间已经有别的活动或预订，一个人只能在一处。');
    expect(screen.getByRole('button', { name: '报名' }).getAttribute('aria-disabled')).toBe('true');
  });

  test('to who is no member', async () => {
    const club = await makeClub(leader);
    takePhone('heping', `/clubs/club?club=${club.id}`);
    await see('社团只对会员开放。');
    expect(screen.getByRole('button', { name: '加入社团' }).getAttribute('aria-disabled')).toBe('true');
  });
});

test('a place is given up with a second tap', async () => {
  const club = await makeClub(leader);
  const { id } = await makeActivity(club, { status: 'approved', start: tomorrow() });
  await wangfang.call('signUp', { activity: id });
  takePhone('wangfang', `/clubs/activity?activity=${id}`);
  await tap('取消报名');
  await tap('确定取消');
  await screen.findByRole('button', { name: '报名' });
  expect((await wangfang.call('getActivity', { activity: id })).body.mine.signedUp).toBe(false);
});

test('a code that is over, or none, is said in place; far away is told with what helps', async () => {
  const club = await makeClub(leader);
  const start = tomorrow();
  const { id } = await makeActivity(club, { status: 'approved', start });
  vi.setSystemTime(start);
  const { code } = (await leader.call('showCode', { activity: id })).body;
  takePhone('wangfang', `/clubs/activity?activity=${id}`);
  holdBefore('VgFomaDz1vPPYB7KgVQNGg');
  await tap('拍签到码签到');
  await see('签到码已经换了新的，请对着现场的屏幕再扫一次。');
  hand.place = { latitude: 39.99, longitude: 116.37 };
  holdBefore(code);
  await tap('再扫一次');
  await see('✓ 签到了：读书分享会 14:00');
  await see(/没有确认到您在现场附近/);
});

test('who has no club is offered to ask for one, once', async () => {
  await castMember('hanlei');
  takePhone('hanlei', '/clubs/register');
  await tap('交给工会审核');
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(1));
  await type('名称', '晨跑团');
  await tap('运动', 'radio');
  await type('做什么，谁可以来', '每周六早上一起跑步');
  network.mishaps = ['lostReply'];
  await tap('交给工会审核');
  await tap('再试一次');
  await see('等工会审核');
  openApp('hanlei', '/clubs/mine');
  expect(await screen.findAllByRole('button', { name: '晨跑团' })).toHaveLength(1);
});
