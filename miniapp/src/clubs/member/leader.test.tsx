import { castVenues } from '@niangjia/shared/castVenues';
import { jpegSpecimen } from '@niangjia/shared/photos/specimens';
import { DAY, HOUR, instantOf, MINUTE } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { tick } from '../../../../functions/clubs/tick.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { clubWithPoints, gradedActivity, makeActivity, makeClub } from '../../../../proof/clubs/world.ts';
import { cardOf, castMember, member } from '../../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../../proof/world.ts';
import { fireEvent, openApp, screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';
import { hand, network } from '../../../test/taro.ts';

/** What a club's leader does: an activity from its declaration to its points, and points that become money. */

const home = castVenues.xinjiekouHome;
const noon = instantOf('2026-11-25', '12:00'); // a Wednesday
let week = 0;
let leader: Actor;

beforeAll(async () => {
  await seed();
  leader = await castMember('liuyu');
});
beforeEach(() => {
  vi.setSystemTime(noon + 7 * week++ * DAY);
  hand.place = undefined;
});
afterAll(() => {
  vi.useRealTimers();
});

const day = (from: number) => new Date(Date.now() + from * DAY + 8 * HOUR).toISOString().slice(0, 10);
const off = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';

/** A photo that is sent for a report, as a phone sends it. */
async function addPhoto(activity: string): Promise<void> {
  const announced = { activity, type: 'image/jpeg', bytes: jpegSpecimen.length };
  const { upload, url } = (await leader.call('openReportPhotoUpload', announced)).body;
  await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: Uint8Array.from(jpegSpecimen),
  });
  await leader.call('addReportPhoto', { activity, upload, words: '' });
}

test('an activity is declared with a room of a house, and says before what it would bring', async () => {
  const club = await makeClub(leader);
  takePhone('liuyu', `/clubs/member/club?club=${club.id}`);
  await tap('申报活动');
  await tap('交给工会审核');
  await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(2));
  await type('叫什么', '秋日共读');
  await tap('跨企业', 'radio');
  await see('两家以上单位的会员一起参加。');
  await type('预计多少人来', '4');
  await see('不到 5 人不评级，没有积分');
  await type('预计多少人来', '30');
  await see('来 30 人、跨企业，评 B 级，得 60 分');
  await tap('工会的场馆', 'radio');
  await type('哪一天', day(2));
  await tap(/^哪个场馆/);
  await tap(home.name, 'radio');
  await tap('会议室', 'radio');
  await tap('14:00–15:00', 'checkbox');
  await tap('15:00–16:00', 'checkbox');
  // Somebody else is quicker.
  const other = await member(700);
  const room = home.rooms.find(({ name }) => name === '会议室')?.id ?? '';
  await other.call('bookSlot', { venue: home.id, room, start: instantOf(day(2), '15:00') });
  await tap('交给工会审核');
  await see(/刚刚被订走了/);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: '15:00–16:00' })).toBeNull());
  await tap('13:00–14:00', 'checkbox');
  await tap('14:00–15:00', 'checkbox');
  network.mishaps = ['lostReply'];
  await tap('交给工会审核');
  await tap('再试一次');
  await see('工会通过了会告诉您，大家就能报名。');
  await see(`${home.name} 会议室`);
  const { activities } = (await leader.call('listActivities', { club: club.id })).body;
  expect(activities).toMatchObject([
    {
      title: '秋日共读',
      status: 'declared',
      start: instantOf(day(2), '13:00'),
      end: instantOf(day(2), '15:00'),
    },
  ]);
  // What was handed in is no draft any more.
  openApp('liuyu', `/clubs/member/declare?club=${club.id}`);
  expect(((await screen.findByLabelText('叫什么')) as HTMLInputElement).value).toBe('');
});

test('from the code on the screen to the report, and what the count says', async () => {
  const club = await makeClub(leader);
  const start = Date.now() + 10 * MINUTE;
  const { id } = await makeActivity(club, {
    ...{ status: 'approved', start, end: start + HOUR },
    ...{ latitude: undefined, longitude: undefined },
  });
  takePhone('liuyu', `/clubs/member/activity?activity=${id}`);
  await tap('打开签到码');
  await see('打开以后不能再取消这次活动。');
  await tap('用我的位置，打开签到码');
  await see(/^没有取到位置/);
  await tap('不用位置，直接打开');
  await see('0 人签到了');
  await waitFor(() => expect(localStorage.getItem('shownCode')).toBeTruthy());
  const code = localStorage.getItem('shownCode') ?? '';
  const guest = await member(701);
  expect((await guest.call('checkInToActivity', { code })).body.title).toBe('读书分享会');
  await tap('我也签到');
  await see('✓ 您签到了');

  vi.setSystemTime(start + 2 * HOUR);
  openApp('liuyu', `/clubs/member/activity?activity=${id}`);
  await tap('写总结');
  await see('请写几句，至少 5 个字');
  await type('写几句', '来了两位，读完了第一章');
  await see('请至少放一张现场的照片');
  expect(off('交总结')).toBe(true);
  await addPhoto(id);
  openApp('liuyu', `/clubs/member/report?activity=${id}`);
  // The words are still there.
  expect(((await screen.findByLabelText('写几句')) as HTMLTextAreaElement).value).toBe(
    '来了两位，读完了第一章',
  );
  await tap('交总结');
  await waitFor(async () => {
    expect((await leader.call('getActivity', { activity: id })).body.activity.status).toBe('reported');
  });

  vi.setSystemTime(instantOf(day(1), '09:00'));
  await tick(Date.now());
  await guest.call('sayPresence', { activity: id, was: true });
  vi.setSystemTime(Date.now() + DAY + 2 * MINUTE);
  await tick(Date.now());
  openApp('liuyu', `/clubs/member/activity?activity=${id}`);
  await see('1 人算数');
  await see('签到 2 人');
  await see('来了两位，读完了第一章');
});

test('points become money: what is possible, the tap, and what the statement says', async () => {
  const club = await clubWithPoints(leader, 340);
  takePhone('liuyu', `/clubs/member/statement?club=${club.id}`);
  await see('340');
  await see('¥20,000');
  expect(await screen.findAllByText('120 人 · 区级 → A+ 级')).toHaveLength(4);
  fireEvent.click(screen.getAllByRole('button', { name: '读书分享会' })[0] as HTMLElement);
  await see('A+ 级（分级办法第 1 版）');
  await tap('好的');
  await tap('兑换补助');
  expect(screen.getAllByRole('radio').map((one) => one.textContent)).toEqual([
    '100 分 ¥2,000',
    '200 分 ¥4,000',
    '300 分 ¥6,000',
  ]);
  await tap('300 分 ¥6,000', 'radio');
  await see('兑完还剩 40 分，今年还可兑 ¥14,000');
  // On another phone of theirs some were asked for since.
  await leader.call('redeemPoints', { club: club.id, points: 100 });
  await tap('兑换 ¥6,000');
  await see('现在的积分不够兑这么多，请看一下还能兑多少。');
  await tap('看最新的');
  await see('240');
  await tap('兑换补助');
  network.mishaps = ['lostReply'];
  await tap('兑换 ¥2,000');
  await see('网络没有连上，您填的内容都还在，请再试一次。');
  await tap('兑换 ¥2,000');
  await see('✓ ¥2,000 提交了');
  await tap('好的');
  await see('140');
  await see('已兑 ¥4,000');
  expect(await screen.findAllByText('待街道审核')).toHaveLength(2);
});

test('where nothing can be redeemed the button says why', async () => {
  const club = await clubWithPoints(leader, 60);
  takePhone('liuyu', `/clubs/member/statement?club=${club.id}`);
  await see('满 100 分就能兑，还差 40 分');
  expect(off('兑换补助')).toBe(true);
  for (let i = 0; i < 11; i++) await gradedActivity(club);
  expect((await leader.call('redeemPoints', { club: club.id, points: 1000 })).status).toBe(200);
  openApp('liuyu', `/clubs/member/statement?club=${club.id}`);
  await see('今年能兑的额度不够了，剩下的明年再兑，积分都还在。');
  const closed = await makeClub(leader, { name: '停办社', state: 'closed' });
  await gradedActivity(closed);
  openApp('liuyu', `/clubs/member/statement?club=${closed.id}`);
  await see('这个社团还没有通过工会审核，或已经停办，暂时不能办这件事。');
  expect(off('兑换补助')).toBe(true);
  // Everybody may read it, and redeems nothing.
  await castMember('wangfang');
  openApp('wangfang', `/clubs/member/statement?club=${club.id}`);
  await see('兑换补助 ¥20,000');
  await see('待街道审核');
  expect(screen.queryByRole('button', { name: '兑换补助' })).toBeNull();
});

test('a club is handed over by the card of who follows, and taken', async () => {
  const club = await makeClub(leader, { name: '晨跑团' });
  const next = await castMember('linxiu');
  const number = await cardOf(next);
  takePhone('liuyu', `/clubs/member/members?club=${club.id}`);
  await see('还没有别的成员，先请大家加入社团。');
  await next.call('joinClub', { club: club.id });
  openApp('liuyu', `/clubs/member/members?club=${club.id}`);
  await tap('换人来带这个社团');
  await type('或者输入会员卡号', number);
  await tap('查');
  await see(/^✓ 已经请了/);
  await consume({ Records: await changes() });
  openApp('linxiu', '/clubs/member/mine');
  await tap('请您来带“晨跑团”');
  await tap('我来带');
  await screen.findByRole('button', { name: '申报活动' });
  expect((await next.call('getClub', { club: club.id })).body.leads).toBe(true);
});

test('what was refused is mended with the words of the union before one', async () => {
  // Somebody who leads no other: three are the most.
  const asking = await castMember('zhaomin');
  const club = await makeClub(asking, { name: '读书', state: 'applied' });
  const reviewer = await staffActor('fangling');
  await reviewer.call('decideClub', { club: club.id, approved: false, words: '请写清楚多久活动一次' });
  takePhone('zhaomin', `/clubs/member/club?club=${club.id}`);
  await see('请写清楚多久活动一次');
  await tap('改好再交');
  await type('做什么，谁可以来', '每周三晚上一起读书');
  await tap('交给工会审核');
  await waitFor(async () =>
    expect((await asking.call('getClub', { club: club.id })).body.club.state).toBe('applied'),
  );
});
