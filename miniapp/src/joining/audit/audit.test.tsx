import { orgs } from '@niangjia/shared/cast';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { dayOf } from '@niangjia/shared/time';
import { beforeAll, describe, expect, test } from 'vitest';
import { putJoiningPolicy } from '../../../../functions/policies.ts';
import { seed } from '../../../../functions/seed.ts';
import { following } from '../../../../proof/changes.ts';
import {
  type Actor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  worker,
} from '../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor, within } from '../../../test/phone.tsx';

const settled = following();
let limin: Actor;
let wugang: Actor;
let people = 0;

/** Somebody applies and is opened and decided on, one by one. */
async function decided(reviewer: Actor, code: string, ruling: object = approval) {
  const who = await worker(++people);
  const id = await applied(code, who);
  await reviewer.call('discloseApplication', { id, purpose: 'review' });
  await reviewer.call('decideApplication', { id, ...approval, ...ruling });
  return { who, id };
}

const rows = () => screen.getAllByRole('row').filter((row) => within(row).queryAllByRole('cell').length > 0);
const address = () => decodeURIComponent(window.location.hash);
/** Opens a page at a desk, where every filter is in sight. */
async function desk(who: 'sunjing' | 'heyan' | 'limin' | 'zhouyun', page: string, sees: string | RegExp) {
  takePhone(who, `/joining/audit/${page}`);
  await see(sees);
}

let code: string;
let elsewhere: string;
beforeAll(async () => {
  await seed();
  // Every approval is drawn here, so that there is one to call back about.
  await putJoiningPolicy({ ...firstJoiningPolicy, version: 2, effectiveFrom: 1, auditShare: 1 });
  [limin, wugang] = [await staffActor('limin'), await staffActor('wugang')];
  code = await openedSession(limin);
  elsewhere = await openedSession(wugang, orgs.zhongguancunJoint.id);
  await decided(limin, code);
  await decided(limin, code, rejection);
  await settled();
});

describe('decisions', () => {
  test('say who, as what, on whom, from what to what and why, masked', async () => {
    await desk('sunjing', 'decisions', '谁做了什么决定');
    await see('待审核 → 已通过');
    await waitFor(() => expect(rows()).toHaveLength(2));
    const [latest, first] = rows();
    expect(latest?.textContent).toMatch(/入会退回.*待审核 → 已退回.*证件号和证件不一致；要改：身份证号/);
    expect(first?.textContent).toMatch(/\*.*1101\*{10}.*卡号.*当面核对了证件.*李敏审核工发/);
    expect(document.body.textContent).not.toContain('最后两位');
  });

  test('are not there for the auditor of another district', async () => {
    await desk('heyan', 'decisions', '这里还没有记录');
  });

  test('are narrowed by outcome, period and person; the address keeps it and opens it again', async () => {
    await desk('sunjing', 'decisions', '谁做了什么决定');
    await tap('哪一种决定 全部 换一个');
    await tap('入会退回', 'radio');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await tap('今天', 'radio');
    await waitFor(() => expect(address()).toContain(`from=${dayOf(Date.now())}`));
    expect(address()).toContain('outcome=application.rejected');
    await tap('只看 李敏');
    await waitFor(() => expect(address()).toContain(`by=${limin.id}`));
    await desk('sunjing', address().replace('#/joining/audit/', ''), '只看 李敏 ✕');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await tap('不再只看李敏');
    await waitFor(() => expect(address()).not.toContain('by='));
  });

  test('are looked for by card; its number stays out of the address', async () => {
    await desk('sunjing', 'decisions', '谁做了什么决定');
    const card = /卡号 (\d{4}) (\d{2}) (\d{6})/.exec((await see(/卡号 \d/)).textContent ?? '');
    await type('会员卡号', '12');
    await see('会员卡号是 12 位数字');
    await type('会员卡号', (card ?? []).slice(1).join(''));
    await waitFor(() => expect(rows()[0]?.textContent).toContain('入会通过'));
    expect(rows().some((row) => row.textContent?.includes('入会退回'))).toBe(false);
    expect(address()).not.toContain((card ?? []).slice(1).join(''));
  });

  test('are of one union below, chosen by its name', async () => {
    await desk('sunjing', 'decisions', '谁做了什么决定');
    await tap('看哪里 换一个');
    await tap(orgs.haidian.name, 'radio');
    await see('这一段里没有找到');
    await tap('清除筛选');
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  test('are no business of a reviewer', async () => {
    takePhone('limin', '/joining/audit/decisions');
    await see('新街口快递分拣中心');
    expect(screen.queryByText('谁做了什么决定')).toBeNull();
  });
});

describe('disclosures', () => {
  test('say who opened whose data and what for', async () => {
    await desk('sunjing', 'disclosures', '谁打开过谁的完整资料');
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(rows()[0]?.textContent).toMatch(/\*.*审核申请.*李敏审核 · /);
    await tap('为什么看 全部 换一个');
    await tap('抽查回访', 'radio');
    await see('这一段里没有找到');
    await desk('heyan', 'disclosures', '这里还没有记录');
  });
});

describe('calling back', () => {
  test('a member is opened, called and noted; only then is the number shown', async () => {
    await desk('sunjing', 'callBacks', '1 位会员要回访');
    expect(document.body.textContent).not.toContain('13900000001');
    await tap(/打电话$/);
    await see('139 0000 0001');
    await tap('记下结果');
    await see('请先选打下来怎么样。');
    await tap('是本人申请的', 'radio');
    await tap('记下结果');
    await see('记下了：是本人申请的');
    await tap('看下一位');
    await see('这里没有要回访的');
  });

  test('what is denied needs a sentence, and is settled by the node above', async () => {
    const { who } = await decided(limin, code);
    await settled();
    await desk('sunjing', 'callBacks', '1 位会员要回访');
    await tap(/打电话$/);
    await tap('说没有申请过', 'radio');
    await see('请记一句对方怎么说的，上级工会核实时要看。');
    await type('对方怎么说的，记一句', '说没有办过');
    await tap('记下结果');
    await see('记下了，上级工会会去核实');
    await desk('sunjing', 'callBacks', '1 位说没有申请过，等上级工会核实');

    takePhone('limin', '/joining/desk/queue');
    await see('现场没有人在等');
    expect(screen.queryByText(/说没有申请过/)).toBeNull();

    takePhone('zhouyun', '/joining/desk/queue');
    await tap('1 位会员说没有申请过');
    await tap(/打开核实$/);
    await see('说没有办过');
    await see(who.form.name);
    await type('怎么处理的，记一句', '已上门核实');
    await tap('处理好了');
    await see('记下了');
    await desk('zhouyun', 'denials', '这里没有要核实的');
    await settled();
    await desk('sunjing', `decisions?person=${who.id}`, '否认已核实');
  });

  test('somebody whom a colleague has open is passed over', async () => {
    const { id } = await decided(wugang, elsewhere);
    await settled();
    await (await staffActor('heyan')).call('openCallBack', { id });
    await desk('sunjing', 'callBacks', '何燕 正在回访');
    await tap(/打电话$/);
    await see('同事正在回访这一位，请看下一位。');
  });
});

describe('reviewers faster than people can look', () => {
  test('stand there with their figures, and lead to the decisions behind them', async () => {
    await desk('heyan', 'paces', '这里没有审核太快的');
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push(await applied(elsewhere, await worker(++people)));
    await wugang.call('decideMany', { decisions: ids.map((id) => ({ id, ...approval })) });
    await settled();
    await desk('heyan', 'paces', '1 条审核太快的提示');
    expect(rows()[0]?.textContent).toMatch(/吴刚.*通过 1[23] 位(其中 1 位先打开看过|都没有先打开看过)/);
    await tap('吴刚 看这些决定');
    await waitFor(() => expect(rows().length).toBeGreaterThanOrEqual(10));
    expect(address()).toContain(`by=${wugang.id}`);
  });
});
