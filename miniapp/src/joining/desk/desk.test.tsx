import { type CastName, cast, orgs, staff } from '@niangjia/shared/cast';
import type { RequestOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { consentVersions } from '@niangjia/shared/joining/form';
import { HOUR, MINUTE } from '@niangjia/shared/time';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Acting, actingAs } from '../../../../dev/api.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { screen, see, takePhone, tap, type, waitFor, within } from '../../../test/phone.tsx';
import { app, network } from '../../../test/taro.ts';

type Submission = RequestOf<typeof joining.submitApplication>;

let limin: Acting;
let session: string;

beforeAll(async () => {
  await seed();
  limin = await actingAs('limin');
  const now = Date.now();
  const { body } = await limin('openSession', {
    org: orgs.xinjiekouJoint.id,
    place: '新街口快递分拣中心',
    startsAt: now - 10 * MINUTE,
    endsAt: now + HOUR,
    occupations: ['courier'],
  });
  session = body.code;
});

/** Somebody of the cast applies at the session; gives the application's id in the queue. */
async function applies(name: CastName, over: Partial<Submission> = {}): Promise<string> {
  const person = await actingAs(name);
  const { scan } = (await person('getSession', { code: session })).body;
  const { visit } = (await person('openForm', { from: 'poster', scan })).body;
  const { refusal, body } = await person('submitApplication', {
    visit,
    name: cast[name].name,
    idNumber: cast[name].idNumber,
    phone: { kind: 'typed', number: cast[name].phone },
    ethnicity: '01',
    education: '30',
    political: '13',
    employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
    consents: consentVersions,
    ...over,
  });
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
    await see('同事已通过');
    expect((await standingOf('zhaomin')).status).toBe('approved');
  });

  test('a row says by itself what a colleague decided meanwhile', async () => {
    const id = await applies('zhenghua');
    takePhone('limin', queue());
    await see('现场 1 位在等');
    const zhaoqiang = await actingAs('zhaoqiang');
    await zhaoqiang('decideApplication', { id, outcome: 'approved', evidence: 'seenAtDesk' });
    await deliverChanges();
    await see('同事已通过');
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

describe('an opened case', () => {
  test('shows everything, says that the opening is recorded, and wants to know what was checked', async () => {
    takePhone('limin', queue());
    await tap('陈* 打开看全部');
    await see(/打开已记录/);
    await see('510104 19881122 4487');
    await tap('没有核对', 'radio');
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
});
