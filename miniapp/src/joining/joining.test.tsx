import { madeIdNumber, orgs, workers } from '@niangjia/shared/cast';
import { HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Acting, actingAs } from '../../../dev/api.ts';
import { openAt } from '../../../dev/onSite.ts';
import { seed } from '../../../functions/seed.ts';
import { hasten, hastenedTime } from '../../test/haste.ts';
import { openApp, screen, see, takePhone, tap, type, waitFor } from '../../test/phone.tsx';
import { app, network } from '../../test/taro.ts';

let limin: Acting;

beforeAll(async () => {
  await seed();
  limin = await actingAs('limin');
});

async function openSession(startsAt = Date.now() - 10 * MINUTE): Promise<string> {
  const { body } = await openAt(limin, startsAt, startsAt + 2 * HOUR);
  return `/joining/session?scene=${encodeURIComponent(`s=${body.code}`)}`;
}

async function agree(): Promise<void> {
  await tap(/我看过并同意/, 'checkbox');
  await tap(/我同意为入会/, 'checkbox');
  await tap(/这是我的誓词/, 'checkbox');
  await tap('同意，去填写');
}

async function fill({ name, idNumber, phone }: { name: string; idNumber: string; phone: string }) {
  await type('姓名', name);
  await type('身份证号', idNumber);
  await type('手机号', phone);
  await type('平台或公司', '顺达快递');
}

async function decide(outcome: 'approved' | 'rejected'): Promise<void> {
  const { body } = await limin('listApplications', { org: orgs.xinjiekouJoint.id });
  const id = body.applications.at(-1)?.id ?? '';
  const { refusal } = await limin(
    'decideApplication',
    outcome === 'approved'
      ? { id, outcome, evidence: 'seenAtDesk' }
      : { id, outcome, reason: { code: 'phoneWrong', words: '号码打不通，请再填一次', fields: ['phone'] } },
  );
  expect(refusal).toBeUndefined();
}

describe('from the poster to the card', () => {
  test('in four calls to submitted, and the card comes by itself', async () => {
    onTestFinished(hasten(2 * SECOND));
    takePhone('wangfang', await openSession());
    await see('现场加入工会');
    await tap('开始入会');
    await agree();
    await fill(workers.wangfang);
    await tap('提交申请');
    await see('工会正在审核');
    const asked = network.calls.filter(({ path }) => path !== '/applications/mine');
    expect(asked.map(({ method, path }) => `${method} ${path.split('/')[1]}`)).toEqual([
      'POST logins',
      'GET sessions',
      'POST visits',
      'POST applications',
    ]);
    const before = Date.now();
    await decide('approved');
    await see('中华全国总工会 · 会员');
    expect(Date.now() - before).toBeLessThan(4000);
    await see(/从扫描到电子卡/);
    expect(await screen.findByAltText('会员码，给工作人员扫')).toBeDefined();
    expect(Object.keys(localStorage).filter((name) => name.startsWith('draft.'))).toEqual([]);
  });

  test('scanned again by a member, it leads to the card', async () => {
    openApp('wangfang', await openSession());
    await tap('看我的会员卡');
    await see('中华全国总工会 · 会员');
  });

  test('before its time it leads to joining online at the same union', async () => {
    takePhone('zhaomin', await openSession(Date.now() + 5 * HOUR));
    await see('可以在线加入工会');
    await tap('在线申请');
    await see('隐私说明');
  });

  test('a poster nobody knows offers joining online', async () => {
    takePhone('zhaomin', `/joining/session?scene=${encodeURIComponent(`s=${'A'.repeat(22)}`)}`);
    await see('没有找到这场沟通会');
    await tap('在线申请');
    await see('您想加入哪个工会');
  });
});

describe('checking a card', () => {
  test('a shown code is valid, and says no more than the masked name and the union', async () => {
    const wangfang = await actingAs('wangfang');
    const { body } = await wangfang('issueCardToken', {});
    takePhone('limin', '/joining/member/verify');
    await type('扫不出来，可以粘贴会员码的文字', body.token);
    await tap('核验');
    await see('✓ 有效');
    await see('王*');
    await see(orgs.xinjiekouJoint.name);
  });

  test('anything else is not', async () => {
    takePhone('limin', '/joining/member/verify');
    await type('扫不出来，可以粘贴会员码的文字', 'https://example.com');
    await tap('核验');
    await see('✕ 无效');
  });
});

describe('the first page', () => {
  test('leads a member to the card and a reviewer to the queue', async () => {
    takePhone('wangfang', '/home');
    await see('我的会员卡');
    await tap('订场馆');
    await see('附近的场馆');
    takePhone('limin', '/home');
    await see('工会工作台');
    await screen.findByRole('button', { name: '沟通会' });
  });

  test('is a tab beside one’s own, with the way to the desk for staff', async () => {
    takePhone('wangfang', '/home');
    await tap('我的', 'tab');
    await see('您已经是工会会员');
    await tap('您已经是工会会员');
    await see('中华全国总工会 · 会员');
    await tap('返回首页');
    await screen.findByRole('tab', { name: '首页', selected: true });
    takePhone('limin', '/me');
    await tap('工会工作台');
    await see(/现场 \d 位在等|现场没有人在等/);
  });

  test('keeps large type on this phone', async () => {
    takePhone('zhaomin', '/home');
    await tap('关怀模式', 'switch');
    await see('已开启');
    expect(document.querySelector('.screen.care')).not.toBeNull();
    expect(localStorage.getItem('careMode')).toBe('true');
    await tap('关怀模式', 'switch');
  });

  test('signs in again by itself when the login is no longer known', async () => {
    takePhone('zhaomin', '/home');
    await see('您还没有加入工会');
    const kept = JSON.parse(sessionStorage.getItem('login') ?? '{}');
    sessionStorage.setItem('login', JSON.stringify({ ...kept, login: { ...kept.login, token: 'revoked' } }));
    network.calls = [];
    app.comeBack();
    await waitFor(() =>
      expect(network.calls.map(({ path }) => path).filter((path) => path !== '/messages')).toEqual([
        '/applications/mine',
        '/logins',
        '/applications/mine',
      ]),
    );
  });
});

describe('the form', () => {
  test('says what is wrong as it happens, in place', async () => {
    takePhone('chenjing', await openSession());
    await tap('开始入会');
    await tap('同意，去填写');
    await see('请先看过并勾选上面三项');
    await agree();
    const { idNumber } = workers.chenjing;
    const slip = idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1');
    await type('身份证号', slip);
    await see('最后一位对不上，请再核对一遍');
    await type('身份证号', idNumber);
    await see(/女，\d+ 岁/);
    await type('手机号', '123');
    await see('手机号是 1 开头的 11 位数字');
    await tap('提交申请');
    await see('还有 3 处要看一下');
    expect(network.calls.some(({ path }) => path === '/applications')).toBe(false);
  });

  test('keeps the draft when the app is closed', async () => {
    openApp('chenjing', '/home');
    await tap('接着填申请');
    expect((await screen.findByLabelText<HTMLInputElement>('身份证号')).value).toBe(
      workers.chenjing.idNumber,
    );
  });

  test('a lost reply is sent again under the same key and counts once', async () => {
    takePhone('zhangwei', await openSession());
    await tap('开始入会');
    await agree();
    await fill(workers.zhangwei);
    network.mishaps = ['lostReply'];
    await tap('提交申请');
    await see(/网络没有连上/);
    await tap('再试一次');
    await see('工会正在审核');
    const keys = network.calls.filter(({ path }) => path === '/applications').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(localStorage.getItem('pendingKeys')).toBeNull();
  });

  test('under 16 nothing is kept, not on the phone either', async () => {
    takePhone('ouyang', await openSession());
    await tap('开始入会');
    await agree();
    await fill({ ...workers.ouyang, idNumber: childsNumber() });
    await tap('提交申请');
    await see(/未满 16 周岁/);
    expect(Object.keys(localStorage).filter((name) => name.startsWith('draft.'))).toEqual([]);
    expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe('');
  });
});

describe('waiting and mending', () => {
  test('asks at once on coming back, and not while it is out of sight', async () => {
    onTestFinished(hasten(2 * SECOND));
    takePhone('liuyang', await openSession());
    await tap('开始入会');
    await agree();
    await fill(workers.liuyang);
    await tap('提交申请');
    await see('工会正在审核');
    app.leave();
    await decide('rejected');
    const asked = network.calls.length;
    await hastenedTime(2.5 * SECOND);
    expect(network.calls.length).toBe(asked);
    app.comeBack();
    await see('有一处要改一下');
    await see('号码打不通，请再填一次');
  });

  test('one tap leads to the form with the rest as it was, and it is sent again', async () => {
    await tap('去修改');
    await see('请修改');
    expect((await screen.findByLabelText<HTMLInputElement>('姓名')).value).toBe(workers.liuyang.name);
    await type('手机号', '13900001188');
    await tap('改好了，重新提交');
    await see('工会正在审核');
  });

  test('can be taken back', async () => {
    await tap('撤回申请');
    await tap('确定撤回');
    await see('申请已撤回');
    await see('您填的内容还在手机里，想好了可以再提交。');
    openApp('liuyang', '/home');
    await see('内容都还在手机里。');
  });

  test('on another phone nothing is said to be kept', async () => {
    takePhone('liuyang', '/joining/member/status');
    await see('想好了可以随时再申请。');
    takePhone('liuyang', '/home');
    await see('线上就能申请，两三分钟填完。');
  });
});

/** A well-formed ID number of somebody who is ten. */
function childsNumber(): string {
  return madeIdNumber('110102', `${new Date().getFullYear() - 10}0101`, 124);
}
