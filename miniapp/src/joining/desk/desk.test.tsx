import { type CastName, cast, madeIdNumber, orgs, staff } from '@niangjia/shared/cast';
import type { RequestOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Acting, actingAs } from '../../../../dev/api.ts';
import { formOf, openAt, reject } from '../../../../dev/onSite.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { hasten } from '../../../test/haste.ts';
import { fireEvent, screen, see, takePhone, tap, type, waitFor, within } from '../../../test/phone.tsx';
import { app, network } from '../../../test/taro.ts';

type Submission = RequestOf<typeof joining.submitApplication>;

let limin: Acting;
let session: string;

beforeAll(async () => {
  await seed();
  limin = await actingAs('limin');
  const now = Date.now();
  session = (await openAt(limin, now - 10 * MINUTE, now + HOUR)).body.code;
});

/** Somebody of the cast applies at the session; gives the application's id in the queue. */
async function applies(name: CastName, over: Partial<Submission> = {}): Promise<string> {
  const person = await actingAs(name);
  const { scan } = (await person('getSession', { code: session })).body;
  const { visit } = (await person('openForm', { from: 'poster', scan })).body;
  const { refusal, body } = await person('submitApplication', { visit, ...formOf(name), ...over });
  expect(refusal).toBeUndefined();
  return body.id;
}

/** What the table's stream would have done by now: records of decisions, figures of the board. */
const deliverChanges = async () => consume({ Records: await changes() });
const standingOf = async (name: CastName) => (await (await actingAs(name))('getMyApplication', {})).body;
const queue = () => `/joining/desk/queue?session=${session}`;

describe('the queue', () => {
  test('approves with one tap whoever was seen at the desk', async () => {
    await applies('wangfang');
    takePhone('limin', queue());
    await see('现场 1 位在等');
    await tap('王* 已核对证件，通过');
    await see('已通过');
    expect((await standingOf('wangfang')).status).toBe('approved');
    await see('现场没有人在等');
  });

  test('marks quietly whom WeChat will not tell, before and after', async () => {
    await applies('zhouyun', { remind: true });
    takePhone('limin', queue());
    await see('周*');
    expect(screen.queryByText('收不到微信提醒')).toBeNull();
    const id = await applies('luxin');
    takePhone('limin', queue());
    expect(await see('收不到微信提醒')).toBeDefined();
    takePhone('limin', `/joining/desk/case?id=${id}`);
    await see('收不到微信提醒，有了结果请打电话告诉一声');
    for (const name of ['zhouyun', 'luxin'] as const) {
      const { body } = await limin('listApplications', { session });
      const row = body.applications.find((one) => one.name === `${cast[name].name[0]}*`);
      await limin('decideApplication', { id: row?.id ?? '', outcome: 'approved', evidence: 'seenAtDesk' });
    }
    await deliverChanges();
    takePhone('limin', queue());
    await tap(/今日已办/, 'radio');
    const line = await screen.findByText('陆*', {}, { timeout: 5000 });
    expect(line.parentElement?.textContent).toContain('收不到微信提醒');
    expect(screen.getAllByText('收不到微信提醒')).toHaveLength(2);
  });

  test('sends back with a reason, words and the fields to mend', async () => {
    await applies('liuyang');
    takePhone('limin', queue());
    await tap('刘* 退回');
    await tap('手机号打不通', 'radio');
    await type('写一句话，告诉对方怎么改', '打了两次都是空号，请再看看。');
    await tap('退回');
    await see('已退回');
    expect(await standingOf('liuyang')).toMatchObject({
      status: 'rejected',
      reason: 'phoneWrong',
      words: '打了两次都是空号，请再看看。',
      fields: ['phone'],
    });
  });

  test('approves several that were ticked, and says of one what a colleague had decided', async () => {
    const first = await applies('zhangwei');
    await applies('zhaomin');
    takePhone('limin', queue());
    await see('现场 2 位在等');
    const row = async (name: string) => {
      const found = (await see(name)).closest('[role="row"]');
      return within(found as HTMLElement);
    };
    for (const name of ['张*', '赵**']) (await row(name)).getByRole('checkbox').click();
    // No refresh comes in between: the colleague is found to be first only when the decisions are sent.
    app.leave();
    const zhaoqiang = await actingAs('zhaoqiang');
    await zhaoqiang('decideApplication', { id: first, outcome: 'approved', evidence: 'seenAtDesk' });
    await deliverChanges();
    await tap('已核对的 2 位，一起通过');
    await see('已通过');
    await see('赵强 已通过');
    expect((await standingOf('zhaomin')).status).toBe('approved');
  });

  test('a row says by itself what a colleague decided meanwhile', async () => {
    onTestFinished(hasten(4 * SECOND));
    const id = await applies('zhenghua');
    takePhone('limin', queue());
    await see('现场 1 位在等');
    const zhaoqiang = await actingAs('zhaoqiang');
    await zhaoqiang('decideApplication', { id, outcome: 'approved', evidence: 'seenAtDesk' });
    await deliverChanges();
    await see('赵强 已通过');
  });

  test('sent again after a lost reply, a decision is the same one', async () => {
    await applies('ouyang');
    takePhone('limin', queue());
    await see('现场 1 位在等');
    await screen.findByRole('button', { name: '欧** 已核对证件，通过' });
    const asked = network.calls.length;
    network.mishaps = ['lostReply'];
    await tap('欧** 已核对证件，通过');
    await tap('再试一次');
    await see('已通过');
    const keys = network.calls
      .slice(asked)
      .flatMap(({ path, key }) => (path.endsWith('/decision') ? key : []));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('an auditor sees rows and no buttons', async () => {
    await applies('chenjing');
    takePhone('sunjing', queue());
    await see('陈*');
    expect(screen.queryByRole('button', { name: /通过|退回|打开/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('is no place for a worker', async () => {
    takePhone('chenjing', queue());
    await see('这里是工会干部的工作台');
  });
});

describe('tables at a desk', () => {
  const names = () =>
    screen
      .getAllByRole('row')
      .map((row) => within(row).queryByText(/^.\*+$/)?.textContent)
      .filter((name) => name !== undefined);
  const key = (pressed: string) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: pressed });
  const focused = () => (document.activeElement as HTMLElement).textContent ?? '';
  const address = () => decodeURIComponent(window.location.hash);

  test('what was decided today says by whom; it is filtered and sorted, and the address keeps both', async () => {
    takePhone('limin', queue());
    await tap('今日已办', 'radio');
    const row = (await see('刘*')).closest('[role="row"]') as HTMLElement;
    within(row).getByText('李敏');
    const before = names();
    await tap('姓名');
    const head = screen.getByRole('columnheader', { name: '姓名' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual([...before].sort((a, b) => String(a).localeCompare(String(b), 'zh-CN')));
    await tap('姓名');
    expect(head.getAttribute('aria-sort')).toBe('descending');
    expect(address()).toContain('sort=-name');
    await tap('姓名');
    expect(names()).toEqual(before);
    expect(address()).not.toContain('sort');
    await tap(/^已退回/, 'radio');
    expect(names()).toEqual(['刘*']);
    expect(address()).toContain('outcome=rejected');
  });

  test('a link that was passed on opens the same list in the same order', async () => {
    takePhone('zhaoqiang', `${queue()}&list=today&outcome=approved&sort=-name`);
    await see('王*');
    const there = names();
    expect(there.length).toBeGreaterThan(2);
    expect(there).not.toContain('刘*');
    expect(there).toEqual([...there].sort((a, b) => -String(a).localeCompare(String(b), 'zh-CN')));
  });

  test('rows are gone through with keys, ticked with the space bar and opened with Enter', async () => {
    await applies('heping');
    takePhone('limin', queue());
    await see('何*');
    // j goes to the first row from anywhere on the page, and on from there.
    key('j');
    expect(focused()).toContain('陈*');
    key('ArrowDown');
    expect(focused()).toContain('何*');
    key(' ');
    await screen.findByRole('button', { name: '已核对的 1 位，一起通过' });
    key('k');
    key('k');
    expect(focused()).toContain('陈*');
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
    key('Enter');
    await see('510104 19881122 4487');
    await limin('decideApplication', {
      id: `${(await (await actingAs('heping'))('signIn', { code: 'demo-heping' })).body.person.id}.1`,
      outcome: 'approved',
      evidence: 'seenAtDesk',
    });
  });

  test('the queue asks for nothing but the queue and the unions, and learns after how long somebody is late', async () => {
    takePhone('limin', queue());
    await see('陈*');
    expect([...new Set(network.calls.map(({ path }) => path))].sort()).toEqual([
      '/applications',
      '/logins',
      '/queues',
    ]);
    const { body } = await limin('listApplications', { session });
    expect(body).toMatchObject({
      org: { id: orgs.xinjiekouJoint.id, name: orgs.xinjiekouJoint.name },
      session: { code: session, place: '新街口快递分拣中心' },
      lateAfter: 3 * MINUTE,
    });
  });

  test('sorting says when it sorted only what was read', async () => {
    const shunda = await actingAs('zhouyun');
    const now = Date.now();
    for (let i = 0; i < 21; i++) {
      await shunda('openSession', {
        org: orgs.shunda.id,
        place: `分拣中心${i}号门`,
        startsAt: now + i * HOUR,
        endsAt: now + (i + 1) * HOUR,
        occupations: [],
      });
    }
    takePhone('zhouyun', `/joining/desk/sessions?union=${orgs.shunda.id}`);
    await see(orgs.shunda.name);
    expect(screen.queryByText(/只排了已读出的/)).toBeNull();
    await tap('地点');
    await see(/只排了已读出的/);
    await tap('再看更早的');
    await waitFor(() => expect(screen.queryByText(/只排了已读出的/)).toBeNull());
    expect(screen.getAllByRole('row')).toHaveLength(22);
    await tap('已结束', 'radio');
    await see('这一类还没有场次');
    expect(address()).toContain('stage=over');
  });
});

describe('an opened case', () => {
  test('shows everything, says that the opening is recorded, and wants to know what was checked', async () => {
    takePhone('limin', queue());
    await tap('陈* 打开看全部');
    await see(/打开已记录/);
    await see('510104 19881122 4487');
    await tap('没有核对证件', 'radio');
    await tap('通过');
    await see(/已通过，会员卡号/);
    expect((await standingOf('chenjing')).status).toBe('approved');
    await tap('看下一位');
    await see('现场没有人在等');
  });

  test('claimed by two: one is chosen, the other voided first', async () => {
    const { idNumber } = staff.qianli;
    await applies('qianli');
    await applies('wugang', { name: '钱莉', idNumber });
    takePhone('limin', queue());
    await see('证件号有冲突');
    const [settle] = await screen.findAllByRole('button', { name: /当面对照/ });
    settle?.click();
    await see('同一个证件号，只能有一位');
    const [mine] = await screen.findAllByRole('button', { name: '这份是本人的' });
    mine?.click();
    await tap('证件看过了，通过这份，作废另外 1 份');
    await see('已作废');
    await see(/已通过，会员卡号/);
    const outcomes = [(await standingOf('qianli')).status, (await standingOf('wugang')).status];
    // Whose application was voided is told no more than that it goes back.
    expect(outcomes.sort()).toEqual(['approved', 'rejected']);
  });
});

describe('the board', () => {
  test('shows the figures, counts consultations in one lot, and leads to the queue', async () => {
    await deliverChanges();
    takePhone('limin', `/joining/desk/board?code=${session}`);
    await see('新街口快递分拣中心');
    await see('现在没有人在等');
    for (let taps = 0; taps < 3; taps++) await tap('多记一位');
    await waitFor(
      async () => expect((await limin('getBoard', { code: session })).body.figures.consulted).toBe(3),
      { timeout: 4000 },
    );
    expect(network.calls.filter(({ path }) => path.endsWith('/consultations'))).toHaveLength(1);
    await tap('去审核');
    await see('现场没有人在等');
  });
});

describe('opening a session', () => {
  test('asks for a place, and leads to the poster', async () => {
    takePhone('limin', '/joining/desk/openSession');
    await tap('开好了，看海报');
    await see('这一项还没有填');
    await type('地点', ' 东 ');
    await see('太短了，请写完整一些');
    await type('地点', '西直门外卖骑手驿站');
    await tap('赵强', 'checkbox');
    await tap('开好了，看海报');
    await see(/西直门外卖骑手驿站/);
    expect(await screen.findByAltText('沟通会的小程序码')).toBeDefined();
  });

  test('that was decided already is not settled once more, and says why', async () => {
    const idNumber = madeIdNumber('110102', '19880808', 8);
    const id = await applies('sunjing', { idNumber });
    await applies('zhaoqiang', { idNumber });
    await limin('decideApplication', { id, ...reject });
    takePhone('limin', `/joining/desk/case?id=${id}`);
    await see('同一个证件号，只能有一位');
    await see('请先选出哪一份是本人的');
    const [, other] = await screen.findAllByRole('button', { name: '这份是本人的' });
    other?.click();
    await see('这份申请已经处理过了。');
  });
});
