import { orgs } from '@niangjia/shared/cast';
import { DAY, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { seed } from '../../../functions/seed.ts';
import { main as consume } from '../../../functions/stream.ts';
import { changes } from '../../../proof/changes.ts';
import { commented, makePost, shownPost } from '../../../proof/clubs/posts.ts';
import { gradedActivity, makeClub } from '../../../proof/clubs/world.ts';
import { castMember, member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { openApp, screen, see, takePhone, tap, type, waitFor } from '../../test/phone.tsx';

/** The wall as people read it: what clubs did, what others say to it; and the stars of a quarter. */

let leader: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await seed();
  [leader, reviewer] = [await castMember('liuyu'), await staffActor('fangling')];
  await castMember('wangfang');
});
beforeEach(() => {
  vi.setSystemTime(instantOf('2026-11-25', '12:00'));
});
afterAll(() => {
  vi.useRealTimers();
});

const stream = async () => consume({ Records: await changes() });

test('a report is read, liked and answered; the answer is shown to others once it was looked at', async () => {
  const club = await makeClub(leader);
  await makePost(club, { title: '还没看过的' });
  const { id: post } = await shownPost(club, { title: '秋日共读' });
  takePhone('wangfang', '/clubs/wall');
  expect(screen.queryByText('还没看过的')).toBeNull();
  await tap('秋日共读 喜阅社', 'link');
  await see('还没有人留言');
  await tap('♡ 喜欢');
  await see('1 人喜欢');
  await tap('发出去');
  await see('这一项还没有填');
  await type('说一句', '下次我也来');
  await tap('发出去');
  await see('✓ 收到了，等工会看过，大家就看得到。');
  await see('下次我也来');
  await see('等工会看过');

  // Others see it once somebody of the union has.
  await castMember('linxiu');
  openApp('linxiu', `/clubs/post?post=${post}`);
  await see('还没有人留言');
  const org = orgs.xinjiekou.id;
  const [comment] = (await reviewer.call('listKeptComments', { org })).body.comments;
  await reviewer.call('decideComment', { post, comment: comment?.id ?? '', shown: true });
  await stream();
  openApp('linxiu', `/clubs/post?post=${post}`);
  await see('下次我也来');
  await tap('不合适 下次我也来');
  await tap('告诉工会');
  await see('告诉工会了，先收起来，等工会看。');

  openApp('wangfang', `/clubs/post?post=${post}`);
  await tap('♥ 已喜欢');
  await see('0 人喜欢');
  await tap('删掉 下次我也来');
  await tap('确定删掉');
  await see('还没有人留言');
});

test('who reports a comment may think better of it', async () => {
  const { id: post } = await shownPost(await makeClub(leader));
  const somebody = await member(801);
  const comment = await commented(somebody, post);
  await reviewer.call('decideComment', { post, comment, shown: true });
  takePhone('wangfang', `/clubs/post?post=${post}`);
  await tap('不合适 下次我也来');
  await tap('算了');
  await screen.findByRole('button', { name: '不合适 下次我也来' });
});

test('the stars of a quarter say what they are worked out from', async () => {
  const [first, second] = [
    await makeClub(leader, { name: '喜阅社' }),
    await makeClub(leader, { name: '晨跑团' }),
  ];
  await gradedActivity(first, 60, { title: '秋日共读' });
  await gradedActivity(second, 100, { title: '奥森十公里' });
  await gradedActivity(second, 40, { title: '清晨五公里' });
  await stream();
  takePhone('wangfang', '/clubs/stars');
  await see('季度还没结束，名次还会变');
  await waitFor(() =>
    expect(screen.getAllByRole('link').map((one) => one.getAttribute('aria-label'))).toEqual([
      '1 晨跑团',
      '2 喜阅社',
    ]),
  );
  await see('140 分');
  await tap('看每一笔');
  await see('晨跑团 · 奥森十公里');
  expect(screen.getAllByText(/^\+\d+$/).map((one) => one.textContent)).toEqual(
    expect.arrayContaining(['+100', '+40', '+60']),
  );
  await tap('2026 年第三季度', 'radio');
  await see('这个季度还没有社团得积分');
  vi.setSystemTime(instantOf('2026-11-25', '12:00') + 60 * DAY);
  openApp('wangfang', '/clubs/stars?quarter=2026-Q4');
  await see('季度结束了，等工会公布');
  expect(screen.getAllByText('工享社团之星')).toHaveLength(2);
});
