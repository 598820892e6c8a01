import { orgs } from '@niangjia/shared/cast';
import { bankConsentVersion } from '@niangjia/shared/joining/form';
import { MINUTE, SECOND } from '@niangjia/shared/time';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { actingAs } from '../../../../dev/api.ts';
import { approve, type OnSite, onSite } from '../../../../dev/onSite.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { applied, approval, worker } from '../../../../proof/world.ts';
import { hasten, hastenedTime } from '../../../test/haste.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';
import { app, network } from '../../../test/taro.ts';

let at: OnSite;

// How often a card is looked for, and a queue.
hasten(2 * SECOND, 4 * SECOND);

beforeAll(async () => {
  await seed();
  at = await onSite();
  const { id } = await at.applied('wangfang');
  await at.limin('decideApplication', { id, ...approve });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets time pass for the phone and the functions alike; what was to happen after a pause happens after it. */
function travel(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + milliseconds);
}
const looks = () => network.calls.filter(({ path }) => path === '/card').length;
const late = () => document.querySelectorAll('.bank-table .table-marked').length;

describe('the bank card', () => {
  test('is asked for with a consent of its own', async () => {
    takePhone('wangfang', '/joining/member/card');
    await tap('申请办卡');
    await tap('提交办卡');
    await see('同意后才能办卡');
    expect(network.calls.some(({ path }) => path === '/bank-cards')).toBe(false);
    await tap('同意把姓名、证件号、手机号交给办卡银行', 'checkbox');
    await tap('提交办卡');
    await see('现场柜员正在办理');

    await consume({ Records: await changes() });
    takePhone('limin', `/joining/desk/board?code=${at.code}`);
    await see('承诺 8 分钟');
    await see('等办卡');
  });

  test('is looked for while somebody looks, and at once on returning', async () => {
    takePhone('wangfang', '/joining/member/card');
    await see('现场柜员正在办理');
    await waitFor(() => expect(looks()).toBeGreaterThan(1), { timeout: 5000 });
    app.leave();
    const before = looks();
    await hastenedTime(2.5 * SECOND);
    expect(looks()).toBe(before);
    app.comeBack();
    await waitFor(() => expect(looks()).toBe(before + 1));
  });

  test('is looked for during half an hour, then when asked to', async () => {
    takePhone('wangfang', '/joining/member/card');
    await see('现场柜员正在办理');
    travel(31 * MINUTE);
    await see('等得有点久，先不自动查看了');
    const rested = looks();
    await hastenedTime(2.5 * SECOND);
    expect(looks()).toBe(rested);
    await tap('看看办好没有');
    await waitFor(() => expect(looks()).toBeGreaterThan(rested + 1), { timeout: 5000 });
  });

  test('turns red in the clerk’s queue past the promised eight minutes', async () => {
    takePhone('qianli', '/joining/desk/bankCards');
    await see('王*');
    travel(7 * MINUTE);
    await see(/^7:/);
    expect(late()).toBe(0);
    travel(2 * MINUTE);
    await see('超过 8 分钟');
    expect(late()).toBe(1);
  });

  test('is issued by the clerk with four digits', async () => {
    // Whoever is the bank's clerk and nothing else is led from the review queue to their own.
    takePhone('qianli', `/joining/desk/queue?session=${at.code}`);
    await see('1 位在等办卡');
    await tap('王* 已办好');
    await see('请填卡号最后四位数字');
    await type('卡号末四位', '1234');
    await tap('王* 已办好');
    await see('尾号 1234');
    await see('没有人在等办卡');

    takePhone('wangfang', '/joining/member/card');
    await see('已办好，尾号 1234');
    await see(/从扫描到银行卡用了/);
    const before = looks();
    await hastenedTime(2.5 * SECOND);
    expect(looks()).toBe(before);
  });
});

describe("the clerk's queue", () => {
  test('is not for reviewers', async () => {
    takePhone('limin', '/joining/desk/bankCards');
    await see('新街口快递分拣中心');
    expect(screen.queryByText('卡号末四位')).toBeNull();
  });

  test('is on the first page of a clerk', async () => {
    takePhone('qianli', '/home');
    await screen.findAllByRole('button', { name: '办银行互助卡' });
  });

  test('is chosen among the unions below, and goes on page after page', async () => {
    const limin = await actingAs('limin');
    const waiting = Array.from({ length: 26 }, async (_, number) => {
      const member = await worker(number);
      await limin('decideApplication', { id: await applied(at.code, member), ...approval });
      await member.call('requestBankCard', { consent: bankConsentVersion });
    });
    await Promise.all(waiting);
    takePhone('luxin', '/joining/desk/bankCards');
    await see('先选一个工会');
    await see('26 位在等');
    await tap(orgs.xinjiekouJoint.name);
    await see('25+ 位在等办卡');
    await tap('再看后面的');
    await see('26 位在等办卡');
    expect(screen.queryByText('再看后面的')).toBeNull();
  });
});
