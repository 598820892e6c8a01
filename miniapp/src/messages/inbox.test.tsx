import type { CastName } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import type { Message } from '@niangjia/shared/messages/message';
import { DAY, dayOf, HOUR, instantOf, MINUTE, sayDate } from '@niangjia/shared/time';
import { beforeAll, expect, test } from 'vitest';
import { actingAs } from '../../../dev/api.ts';
import { openidOf } from '../../../dev/wechatCodes.ts';
import { personOf } from '../../../functions/accounts.ts';
import { tell } from '../../../functions/inbox.ts';
import { seed } from '../../../functions/seed.ts';
import { screen, see, takePhone, tap, waitFor } from '../../test/phone.tsx';
import { app, network, stack } from '../../test/taro.ts';

beforeAll(seed);

async function told(name: CastName, kind: Message['kind'], minutesAgo = 1): Promise<void> {
  const now = Date.now();
  const message = { kind, at: now - minutesAgo * MINUTE, about: String(minutesAgo) };
  await tell(await personOf(openidOf(name)), message, now);
}
const read = () => network.calls.filter(({ path }) => path === '/messages/readings').length;

test('shows what is new until it has been seen, and opens where to see it', async () => {
  await told('zhaomin', 'bankCardIssued', 1);
  await told('zhaomin', 'accountFrozen', 2);
  takePhone('zhaomin', '/home');
  await screen.findByLabelText('2 条没看过', {}, { timeout: 5000 });
  await tap('消息', 'tab');
  await see('互助服务卡办好了');
  await see('2 条没看过');
  expect(screen.getAllByText('未读')).toHaveLength(2);
  const zhaomin = await actingAs('zhaomin');
  await waitFor(async () => expect((await zhaomin('listMessages', {})).body.unread).toBe(0));
  app.comeBack();
  await see('都看过了');
  expect(screen.queryByText('未读')).toBeNull();
  expect(read()).toBe(1);
  await tap('互助服务卡办好了');
  expect(stack.pages.at(-1)?.path).toBe('/joining/member/card');
});

test('a message about a booking says which, and opens the house on that day', async () => {
  const now = Date.now();
  const start = instantOf(dayOf(now + DAY), '19:00');
  const { id: venue, name: venueName } = castVenues.xinjiekouHome;
  await tell(
    await personOf(openidOf('linxiu')),
    {
      kind: 'bookingOffRepair',
      at: now - MINUTE,
      about: '1',
      booking: { venue, venueName, room: '乒乓球 1 号台', start, end: start + HOUR },
    },
    now,
  );
  takePhone('linxiu', '/messages/inbox');
  await see(`${sayDate(start, now)} 19:00–20:00`);
  await see(`乒乓球 1 号台 · ${venueName}`);
  await tap(/^您的预订或排队被取消了，.*19:00–20:00，未读$/);
  const { path, parameters } = stack.pages.at(-1) ?? {};
  expect([path, parameters]).toEqual(['/venues/day', { venue, day: dayOf(start) }]);
});

test('a message with nowhere to go is no button', async () => {
  await told('ouyang', 'accountFrozen');
  takePhone('ouyang', '/messages/inbox');
  await see('账号已经停用');
  expect(screen.queryByRole('button', { name: /账号已经停用/ })).toBeNull();
});

test('says when there is nothing yet, and leads back', async () => {
  takePhone('heping', '/messages/inbox');
  await see('还没有消息');
  await tap('返回首页');
  await see('您还没有加入工会');
});

test('opens older ones on demand', async () => {
  for (let minutes = 1; minutes <= 23; minutes++) await told('chenjing', 'correctionDecided', minutes);
  takePhone('chenjing', '/messages/inbox');
  await see('20 条没看过');
  await tap('再看一些');
  await waitFor(() => expect(screen.getAllByText('您要更正的信息有结果了')).toHaveLength(23));
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
});

test('without a network says so, and goes on', async () => {
  await told('zhangwei', 'bankCardIssued');
  takePhone('zhangwei', '/messages/inbox');
  network.mishaps = ['offline'];
  await see(/网络没有连上/);
  await tap('再试一次');
  await see('互助服务卡办好了');
});
