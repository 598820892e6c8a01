import { type CastName, cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import { sayDay } from '@niangjia/shared/time';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actingAs, call } from '../../../../dev/api.ts';
import { approve, type OnSite, onSite } from '../../../../dev/onSite.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { screen, see, takePhone, tap, type, waitFor } from '../../../test/phone.tsx';
import { network } from '../../../test/taro.ts';

let at: OnSite;

beforeAll(seed);
beforeEach(async () => {
  at = await onSite();
});

async function memberOf(name: CastName) {
  const { who, id } = await at.applied(name);
  await at.limin('decideApplication', { id, ...approve });
  return { who, id };
}

describe('my data', () => {
  test('is masked until tapped, and says what it is used for', async () => {
    await memberOf('wangfang');
    takePhone('wangfang', '/joining/mine/myData');
    await see('1101**********1248');
    await see('138****5678');
    await see('快递员 · 顺达快递');
    await see(/避免重复入会/);
    expect(screen.queryByText(cast.wangfang.idNumber)).toBeNull();
    expect(screen.queryByText('1991-03-02')).toBeNull();
    await tap('显示完整内容');
    await see(cast.wangfang.idNumber);
    await see('1991-03-02');
    await tap('遮起来');
    await see('1101**********1248');
  });

  test('is corrected at once, and only what was changed is sent', async () => {
    const { who } = await memberOf('chenjing');
    takePhone('chenjing', '/joining/mine/myData');
    await tap('更正资料');
    await see('还没有改动');
    await type('手机号', '139');
    await tap('保存更正');
    await see('手机号是 1 开头的 11 位数字');
    expect(network.calls.some(({ path }) => path === '/my-data/corrections')).toBe(false);
    await type('手机号', '13911112222');
    await tap(/学历/);
    await tap('本科', 'radio');
    await tap('保存更正');
    await see('139****2222');
    await see('本科');
    const { application } = (await who('getMyData', {})).body;
    expect(application).toMatchObject({ phone: '13911112222', education: '20', ethnicity: '01' });
  });

  test('sent again after a lost reply, a correction is the same one', async () => {
    await memberOf('zhangwei');
    takePhone('zhangwei', '/joining/mine/correct');
    await tap(/政治面貌/);
    await tap('中共党员', 'radio');
    network.mishaps = ['lostReply'];
    await tap('保存更正');
    await tap('再试一次');
    await waitFor(() =>
      expect(network.calls.filter(({ path }) => path.endsWith('/corrections'))).toHaveLength(2),
    );
    const keys = network.calls.flatMap(({ path, key }) => (path.endsWith('/corrections') ? key : []));
    expect(new Set(keys).size).toBe(1);
  });

  test('of who never applied is nothing, and offers to', async () => {
    takePhone('heping', '/joining/mine/myData');
    await see('我们没有您的申请资料');
    expect(screen.queryByText('退会')).toBeNull();
    await tap('申请入会');
    await see('您想加入哪个工会');
  });

  test('of who is no member is not corrected here, and says what is to be done', async () => {
    takePhone('qianli', '/joining/mine/correct');
    await see(/您现在没有会籍/);
    expect(screen.queryByText('还没有改动')).toBeNull();
  });

  test('is taken away as a file, with everything in it', async () => {
    const { id } = await memberOf('luxin');
    await at.limin('discloseApplication', { id, purpose: 'review' });
    await consume({ Records: await changes() });
    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob);
      return 'blob:copy';
    });
    const clicked = vi
      .spyOn(Object.getPrototypeOf(document.createElement('a')), 'click')
      .mockReturnValue(undefined);
    takePhone('luxin', '/joining/mine/myData');
    await tap('导出我的资料');
    await see('谁看过 1 次');
    await see('入会申请通过');
    expect(files).toEqual([]);
    await tap('存成文件');
    await see('已存到这台设备的下载里');
    expect(clicked).toHaveBeenCalledOnce();
    const copy = JSON.parse(await new Response(files[0]).text());
    expect(copy).toMatchObject({
      application: { name: '陆欣', idNumber: cast.luxin.idNumber, phone: cast.luxin.phone },
      history: [
        { kind: 'application', to: 'approved' },
        { kind: 'consent', to: 'given' },
      ],
      staff: { roles: [{ role: 'bankClerk' }] },
    });
  });

  test('tells which office opened it and what for', async () => {
    const { id } = await at.applied('zhaomin');
    takePhone('zhaomin', '/joining/mine/readings');
    await see('还没有人打开过您的完整资料');
    await at.limin('discloseApplication', { id, purpose: 'review' });
    takePhone('zhaomin', '/joining/mine/readings');
    await see(orgs.xinjiekouJoint.name);
    await see('审核人员，审核申请');
    expect(screen.queryByText(/李敏/)).toBeNull();
  });
});

describe('consents', () => {
  test('say first what withdrawing means, let the card rest, and are given again', async () => {
    const { who } = await memberOf('liuyang');
    takePhone('liuyang', '/joining/mine/consents');
    await tap('撤回同意 实名信息单独同意');
    await see('确定撤回');
    expect(screen.getAllByText(/会籍暂停：会员码不能用/).length).toBeGreaterThan(0);
    await tap('不撤回');
    await tap('撤回同意 实名信息单独同意');
    await tap('确定撤回');
    await see('已撤回');
    expect((await who('getMyApplication', {})).body).toMatchObject({ membership: 'suspended' });

    takePhone('liuyang', '/home');
    await see('会籍暂停中');
    await tap('看看怎么恢复');
    await tap('重新同意');
    await see('请先看过并勾选');
    await tap(/我同意为入会/, 'checkbox');
    await tap('重新同意');
    await waitFor(() => expect(screen.queryByText('已撤回')).toBeNull());
    expect((await who('getMyApplication', {})).body).toMatchObject({ membership: 'active' });
  });

  test('the pledge leads to leaving instead', async () => {
    await memberOf('ouyang');
    takePhone('ouyang', '/joining/mine/consents');
    await tap('看看退会');
    await see('退会前，先看看会怎样');
  });
});

describe('leaving', () => {
  test('takes two deliberate steps, and can be undone by joining again', async () => {
    const { who } = await memberOf('zhenghua');
    takePhone('zhenghua', '/joining/mine/myData');
    await tap('退会');
    await see('会员卡马上停用');
    await see('登记资料再存 10 年');
    await tap('知道了，继续');
    await tap('确定退会');
    await see('请先勾选');
    expect(network.calls.some(({ path }) => path === '/membership/departure')).toBe(false);
    await tap('我知道会员卡会马上停用', 'checkbox');
    await tap('确定退会');
    await see('您已经退会');
    expect((await who('getMyApplication', {})).body).toMatchObject({ status: 'left' });
    takePhone('zhenghua', '/joining/member/card');
    await see('您已经退会，这张卡不再有效。重新入会后卡号不变。');
    takePhone('zhenghua', '/home');
    await tap('重新入会');
    await see('您想加入哪个工会');
  });

  test('is not offered to who waits', async () => {
    await at.applied('songguilan');
    takePhone('songguilan', '/joining/mine/leave');
    await tap('看进度');
    await see('工会正在审核');
  });
});

describe('being forgotten', () => {
  test('of who has nothing that is kept is done at once', async () => {
    const who = await actingAs('heping');
    const { person } = (await call('signIn', { code: 'demo-heping' })).body;
    takePhone('heping', '/joining/mine/forget');
    await see('我们只有一个微信账号的记号');
    await tap('我知道删掉的找不回来', 'checkbox');
    await tap('忘记我');
    await see('已经忘记您了');
    expect((await who('getMyData', {})).refusal?.code).toBe('SIGN_IN');
    expect((await call('signIn', { code: 'demo-heping' })).body.person.id).not.toBe(person.id);
  });

  test('says first what goes, what stays until when and why, and is taken back by joining again', async () => {
    const { who } = await memberOf('heping');
    takePhone('heping', '/joining/mine/forget');
    await see('您现在还是会员，先退会，再来申请忘记。');
    await who('leaveUnion', {});
    takePhone('heping', '/joining/mine/myData');
    await tap('忘记我');
    await see('收到的消息和微信提醒');
    const { forgetting } = (await who('getMyData', {})).body;
    const day = sayDay(forgetting?.until ?? 0);
    await see(`存到 ${day}`);
    await see('会员登记是档案，按规定要存。只存着，没有人打开看。');
    await tap('知道了，继续');
    await tap('忘记我');
    await see('请先勾选');
    expect(network.calls.some(({ path }) => path === '/my-data/forgetting')).toBe(false);
    await tap('我知道删掉的找不回来', 'checkbox');
    network.mishaps = ['lostReply'];
    await tap('忘记我');
    await tap('再试一次');
    await see(`${day}起，我们不再认得您`);
    takePhone('heping', '/joining/mine/myData');
    await see(`已申请，${day} 全部忘记`);
    takePhone('heping', '/joining/mine/forget');
    await tap('重新申请入会');
    await see('您想加入哪个工会');
    const back = await at.applied('heping');
    expect((await back.who('getMyData', {})).body.forgetting).toBeUndefined();
    await back.who('withdrawApplication', {});
  });

  test('is not for who still acts for the union', async () => {
    takePhone('wugang', '/joining/mine/forget');
    await tap('我知道删掉的找不回来', 'checkbox');
    await tap('忘记我');
    await see('您还有工会的岗位，账号要留着；请先请上级工会结束岗位。');
  });
});

describe('name and ID number', () => {
  const another = madeIdNumber('420106', '20000229', 282);

  test('are asked to be corrected, compared at the desk, and then stand', async () => {
    const { who } = await memberOf('qianli');
    takePhone('qianli', '/joining/mine/myData');
    await tap('姓名或证件号不对');
    await tap('提交更正');
    await see('和现在登记的一样，不用更正。');
    await type('姓名', '钱丽');
    await type('身份证号', '420106200002292820');
    await tap('提交更正');
    await see('最后一位对不上，请再核对一遍');
    await type('身份证号', another);
    await type('为什么要改', '登记时写错了');
    await tap('提交更正');
    await see('等工会核对');
    await see('姓名、身份证号');

    takePhone('limin', '/joining/desk/corrections');
    await see('1 位在等核对');
    await tap('钱* 打开核对');
    await see(another.replace(/^(\w{6})(\d{8})(\w{4})$/, '$1 $2 $3'));
    await see('登记时写错了');
    await tap('已核对证件，同意更正');
    await see('已更正，对方手机上马上看到');

    takePhone('qianli', '/joining/mine/identity');
    await see(/上次的更正已在/);
    expect((await who('getCard', {})).body.name).toBe('钱丽');
  });

  test('are left as they are with words, or when taken back', async () => {
    const { who } = await memberOf('wugang');
    await who('requestCorrection', { name: '吴钢', reason: '写错了' });
    takePhone('limin', '/joining/desk/corrections');
    await tap('吴* 打开核对');
    await tap('不同意');
    await tap('不同意，发给对方');
    await see('没有更正，对方手机上会看到您写的话');
    takePhone('wugang', '/joining/mine/identity');
    await see(/没有通过/);
    await see('和您出示的证件不一致，请带身份证再来一趟。');
    await type('姓名', '吴钢');
    await type('为什么要改', '写错了');
    await tap('提交更正');
    await tap('撤回更正');
    await tap('确定撤回');
    await see('提交更正');
  });

  test('of a number that somebody else claims, that one is settled first', async () => {
    const { who } = await memberOf('zhouyun');
    const rival = await at.applied('zhaoqiang', { idNumber: cast.heping.idNumber });
    await who('requestCorrection', { idNumber: cast.heping.idNumber, reason: '写错了' });
    takePhone('limin', `/joining/desk/case?id=${rival.id}&purpose=settle`);
    await see(/申请把证件号更正成这一个/);
    takePhone('limin', '/joining/desk/corrections');
    await tap('周* 打开核对');
    await see('这个证件号还有别人在用，要先处理');
    await tap('不是本人的，作废');
    await waitFor(() => expect(screen.queryByText('不是本人的，作废')).toBeNull());
    await tap('已核对证件，同意更正');
    await see('已更正，对方手机上马上看到');
  });

  test('are no business of an auditor’s', async () => {
    takePhone('sunjing', '/joining/desk/corrections');
    await see('这个工会还没有开过沟通会。');
    expect(screen.queryByText(/等核对/)).toBeNull();
  });
});
