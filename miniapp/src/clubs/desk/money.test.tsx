import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { DAY, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seed } from '../../../../functions/seed.ts';
import { following } from '../../../../proof/changes.ts';
import { gradedActivity, handOver, makeClub } from '../../../../proof/clubs/world.ts';
import { member } from '../../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../../proof/world.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';
import { readWorkbook, rowsOf } from '../../../test/workbook.ts';
import { payList, type RedemptionRow } from './payList.ts';

const settled = following();
const now = instantOf('2026-11-25', '12:00'); // a Wednesday
let leader: Actor;

/** A club whose leader has asked for so many points' money. */
async function asked(name: string, points = 100): Promise<Club> {
  const club = await makeClub(leader, { name });
  for (let left = points; left > 0; left -= 100) await gradedActivity(club, 100);
  await leader.call('redeemPoints', { club: club.id, points });
  await settled();
  return club;
}
const balance = async ({ id }: Club) => (await leader.call('getStatement', { club: id })).body.balance;

/** What the next file that is saved holds. */
function nextFile(): Promise<Uint8Array> {
  return new Promise((take) => {
    vi.spyOn(URL, 'createObjectURL').mockImplementationOnce((blob) => {
      if (blob instanceof Blob) void blob.arrayBuffer().then((bytes) => take(new Uint8Array(bytes)));
      return '#saved';
    });
  });
}

beforeAll(async () => {
  vi.setSystemTime(now);
  await seed();
  leader = await member(930);
});
beforeEach(() => {
  vi.setSystemTime(now);
});
afterAll(() => {
  vi.useRealTimers();
});

describe('a redemption', () => {
  test('is reviewed at the street, paid at the district, returned by the bank, and paid again', async () => {
    const club = await asked('喜阅社', 200);
    takePhone('fangling', '/clubs/desk/redemptions');
    await see('1 笔等审核，共 ¥4,000');
    await tap('喜阅社 ¥4,000 同意');
    await see('✓ 喜阅社 ¥4,000 审核通过，等财务付款');
    await see('没有兑换在等审核');

    takePhone('majun', '/clubs/desk/redemptions');
    await see('1 笔等付款，共 ¥4,000');
    await see(/^方玲 .* 审核$/);
    await tap('喜阅社 ¥4,000 付款了');
    await type('凭证号', '银 付');
    await tap('付款了');
    await screen.findByRole('alert');
    await type('凭证号', '银付〔2026〕118');
    await tap('付款了');
    await see('✓ 喜阅社 ¥4,000 记为已付');

    await tap('已付', 'radio');
    await see(/付，凭证 银付〔2026〕118$/);
    await tap('喜阅社 ¥4,000 银行退回了');
    await type('银行为什么退回', '账号和户名对不上');
    await tap('银行退回了');
    await see('✓ 喜阅社 ¥4,000 记为银行退回');

    vi.setSystemTime(now + DAY);
    await tap('银行退回', 'radio');
    await see('“账号和户名对不上”');
    await tap('喜阅社 ¥4,000 又付了');
    await type('凭证号', '银付〔2026〕131');
    await tap('又付了');
    await see('✓ 喜阅社 ¥4,000 记为又付了');
    await tap('已付', 'radio');
    await see(/付，凭证 银付〔2026〕131$/);
    expect(await balance(club)).toBe(0);
  });

  test('that is refused, or cancelled, gives its points back; a word why is needed', async () => {
    const club = await asked('退回社');
    takePhone('fangling', '/clubs/desk/redemptions');
    await tap('退回社 ¥2,000 不同意');
    await see('积分会回到社团账上，额度也还回来。');
    await see('请先填写');
    await type('为什么不同意', '活动还在核实');
    await tap('不同意');
    await see('✓ 退回社 ¥2,000 没有同意，积分退回去了');
    expect(await balance(club)).toBe(100);
  });

  test('that a colleague had settled in the meantime is looked at again', async () => {
    await asked('抢先社');
    takePhone('fangling', '/clubs/desk/redemptions');
    await see('抢先社');
    const other = await staffActor('guohao');
    const waiting = await other.call('listRedemptions', { org: orgs.xinjiekou.id, state: 'requested' });
    const [one] = waiting.body.redemptions.filter(({ club }) => club.name === '抢先社');
    await other.call('reviewRedemption', { redemption: one?.id ?? '', approved: true });
    await tap('抢先社 ¥2,000 同意');
    await see('这笔兑换已经被同事处理过了，请看最新的情况。');
    await tap('看最新的');
    await see('没有兑换在等审核');
  });

  test('is read by an auditor and greyed for who leads the club', async () => {
    const club = await asked('接手社');
    await handOver(club, await staffActor('fangling'));
    takePhone('fangling', '/clubs/desk/redemptions');
    await see('自己带的社团、自己参加的活动，不能自己定，请同事处理。');
    takePhone('sunjing', '/clubs/desk/redemptions?state=requested');
    await see('接手社');
    expect(screen.queryByRole('button', { name: /同意/ })).toBeNull();
  });
});

test('points that a club owes are paid back in money, which finance notes', async () => {
  const club = await makeClub(leader, { name: '欠分社' });
  const { id } = await gradedActivity(club, 100);
  await leader.call('redeemPoints', { club: club.id, points: 100 });
  await (await staffActor('fangling')).call('reverseAward', { activity: id, words: '签到不实' });
  takePhone('majun', '/clubs/desk/clubs?state=active');
  await tap('欠分社 记还款');
  await see('还欠 100 分，可以用钱还，也可以等以后的积分来抵');
  await type('还了几分', '101');
  await see('请填 1 到 100 之间的整数');
  await type('还了几分', '40');
  await type('收款凭证号', '银收〔2026〕31');
  await tap('还了');
  await see('✓ 欠分社 还了 ¥800，还欠 60 分');
  expect((await leader.call('getStatement', { club: club.id })).body.owed).toBe(60);
  expect(screen.queryByRole('button', { name: '欠分社 停办' })).toBeNull();
});

describe('the list for the bank', () => {
  test('has a row for all that wait for payment, with amounts that add up', async () => {
    await asked('清单社', 300);
    takePhone('fangling', '/clubs/desk/redemptions');
    await tap('清单社 ¥6,000 同意');
    await see('✓ 清单社 ¥6,000 审核通过，等财务付款');
    takePhone('majun', '/clubs/desk/redemptions');
    await tap('整理付款清单');
    await see(/^整理好了，\d+ 笔，共 ¥[\d,]+$/);
    const file = nextFile();
    await tap('存成表格');
    const [head, ...rows] = rowsOf(await file);
    await see('已存到这台设备的下载里');
    expect(head).toEqual([
      '社团',
      '工会',
      '积分',
      '金额（元）',
      '额度年份',
      '申请时间',
      '审核人',
      '审核时间',
      '编号',
    ]);
    const row = rows.find(([name]) => name === '清单社');
    expect(row?.slice(1, 7)).toEqual([
      ...['新街口街道新就业形态联合工会', '300', '6000', '2026', '2026年11月25日 12:00', '方玲'],
    ]);
  });

  test('holds no formula, whatever a club is called', () => {
    const names = ["=cmd|' /C calc'!A0", '+1', '@x', '<b>&"社"</b>', '-2'];
    const rows: RedemptionRow[] = names.map((name, i) => ({
      ...{ id: `=${i}`, club: { id: String(i), name }, union: name, points: 100, fen: 200_000 },
      ...{ year: '2026', askedAt: now, state: 'reviewed', reviewedBy: name, reviewedAt: now },
    }));
    const { cells } = readWorkbook(payList(rows));
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
    for (const [i, name] of names.entries()) {
      const of = (column: string) => cells.find(({ at }) => at === `${column}${i + 2}`);
      expect(of('A')).toMatchObject({ type: 'inlineStr', text: name });
      expect(of('G')).toMatchObject({ type: 'inlineStr', text: name });
      expect(of('D')).toMatchObject({ type: null, text: '2000' });
      expect(of('I')).toMatchObject({ type: 'inlineStr', text: `=${i}` });
    }
  });
});

describe('figures', () => {
  test('answer what became of activities and money; finance sets a budget and takes the table', async () => {
    takePhone('majun', '/clubs/desk/figures');
    await see('活动走到了哪一步');
    await see('钱花了多少，还有多少答应了没付');
    await see('还没有设预算');
    await see('付 ¥4,000');
    await tap('西城区总工会 设预算');
    await type('西城区总工会 2026 年的社团预算', '1.5');
    await see('请填一个整数的金额');
    await type('西城区总工会 2026 年的社团预算', '100,000');
    await tap('定下来');
    await see('✓ 西城区总工会 的预算定为 ¥100,000');
    await waitFor(() => expect(screen.queryByText('还没有设预算')).toBeNull());
    const file = nextFile();
    await tap('存成表格');
    const [, whole, joint] = rowsOf(await file);
    expect(whole?.[0]).toBe('西城区总工会');
    expect(whole?.[3]).toBe('100000');
    expect(joint?.[0]).toBe('新街口街道新就业形态联合工会');
  });

  test('are read by a reviewer, who sets no budget', async () => {
    takePhone('fangling', '/clubs/desk/figures');
    await see('每个工会花了多少');
    expect(screen.queryByRole('button', { name: /设预算|改预算/ })).toBeNull();
  });
});
