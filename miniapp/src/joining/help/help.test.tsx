import { madeIdNumber, orgs } from '@niangjia/shared/cast';
import { HOUR, MINUTE, SECOND } from '@niangjia/shared/time';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Acting, actingAs, call } from '../../../../dev/api.ts';
import { approve, formOf, openAt } from '../../../../dev/onSite.ts';
import { openidOf } from '../../../../dev/wechatCodes.ts';
import { wechatPhone } from '../../../../dev/wechatPhone.ts';
import { seed } from '../../../../functions/seed.ts';
import { main as consume } from '../../../../functions/stream.ts';
import { changes } from '../../../../proof/changes.ts';
import { hasten } from '../../../test/haste.ts';
import { openApp, screen, see, takePhone, tap, type, within } from '../../../test/phone.tsx';
import { consentTexts } from '../member/consent.text.ts';

let limin: Acting;
let session: string;
let sequence = 500;

beforeAll(async () => {
  await seed();
  limin = await actingAs('limin');
  const now = Date.now();
  session = (await openAt(limin, now - 10 * MINUTE, now + HOUR)).body.code;
});

const deliverChanges = async () => consume({ Records: await changes() });
const idNumber = () => madeIdNumber('130681', '19660817', ++sequence);

/** Somebody without a phone who was helped and approved. */
async function helpedMember() {
  const { visit } = (await limin('openHelpedForm', { session })).body;
  const form = { ...formOf('heping'), idNumber: idNumber(), phone: { kind: 'none' } as const };
  const { id } = (await limin('submitHelped', { visit, ...form })).body;
  const { cardNumber = '' } = (await limin('decideApplication', { id, ...approve })).body;
  await deliverChanges();
  return { person: id.slice(0, 22), idNumber: form.idNumber, cardNumber };
}
async function binds(id: string, phone = wechatPhone()) {
  const { body } = await limin('lookUpMember', { by: 'id', id, purpose: 'bindPhone' });
  const { scan } = await phone.bindingCode();
  const input = { id, code: scan, seen: body.account.seen, evidence: 'seenAtDesk' } as const;
  expect((await limin('bindAccount', input)).refusal).toBeUndefined();
}
const spaced = (card: string) => card.replace(/^(\d{4})(\d{2})(\d{6})$/, '$1 $2 $3');
const keptHere = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

/** The worker, with the phone in hand, reads, agrees and fills in. */
async function fillsIn(number: string): Promise<void> {
  await see('请本人到这台电脑前来');
  await tap('我是本人，开始');
  await see('请您本人看，本人来点');
  for (const { tick } of consentTexts.texts) await tap(tick, 'checkbox');
  await tap('同意，去填写');
  await type('姓名', '宋桂兰');
  await type('身份证号', number);
  await tap('家政服务员', 'radio');
  await type('平台或公司', '某某到家');
}

describe('helping somebody to join', () => {
  test('the worker agrees and fills in, nothing is left on the phone, and it waits as helped', async () => {
    takePhone('limin', `/joining/help/helpJoin?session=${session}`);
    const number = idNumber();
    await fillsIn(number);
    await see('填的内容不留在这台电脑里');
    expect(screen.queryByRole('button', { name: '用微信手机号' })).toBeNull();
    await tap('没有电话', 'radio');
    await tap('提交申请');
    await see('请工作人员回来');
    for (const trace of ['宋桂兰', number]) expect(keptHere()).not.toContain(trace);
    await tap('工作人员来审核');
    const row = (await see('宋**')).closest('[role="row"]') as HTMLElement;
    within(row).getByText('帮办');
    await tap('宋** 打开看全部');
    await see('您帮着填的');
    await see('没有电话');
    await tap('已核对证件，通过');
    await tap('打印会员卡');
    await see('宋桂兰');
    await see(/纸上没有二维码/);
  });

  test('somebody else’s number is marked as theirs', async () => {
    takePhone('limin', `/joining/help/helpJoin?session=${session}`);
    await fillsIn(idNumber());
    await tap('家人同事的', 'radio');
    await tap('提交申请');
    await see('这一项还没有填');
    await type('家人或同事的手机号', '13900000003');
    await tap('提交申请');
    await see('请工作人员回来');
    await tap('再帮一位');
    await see('请本人到这台电脑前来');
  });

  test('for a street, the union is chosen first', async () => {
    takePhone('zhouyun', '/joining/help/helpJoin');
    await tap(orgs.shunda.name);
    await see('请本人到这台电脑前来');
    await see(new RegExp(orgs.shunda.name));
  });

  test('an auditor only reads', async () => {
    takePhone('sunjing', `/joining/help/helpJoin?session=${session}`);
    await screen.findByRole('link', { name: '沟通会' });
    expect(screen.queryByText('请本人到这台电脑前来')).toBeNull();
  });
});

describe('finding a member', () => {
  test('a number is judged before it is sent; the card is printed from here', async () => {
    const { cardNumber } = await helpedMember();
    takePhone('limin', '/joining/help/findMember');
    await type('身份证号或会员卡号', '1101');
    await tap('查找');
    await see(/身份证号是 18 位，会员卡号是 12 位/);
    await type('身份证号或会员卡号', spaced(cardNumber));
    await tap('查找');
    await see('还没有绑定');
    await tap('打印这张卡');
    await see('中华全国总工会 · 会员卡');
    await see(spaced(cardNumber));
  });

  test('nobody is found outside one’s unions, in the same words as for nobody', async () => {
    const { idNumber: number } = await helpedMember();
    takePhone('wugang', '/joining/help/findMember');
    await type('身份证号或会员卡号', number);
    await tap('查找');
    await see(/您负责的工会里没有这位会员/);
  });
});

describe('a phone', () => {
  test('is bound at the desk with what it shows, and becomes the card by itself', async () => {
    const { idNumber: number } = await helpedMember();
    const { typed } = (await call('issueBindingCode', { code: 'demo-chenjing' })).body;
    takePhone('limin', '/joining/help/findMember');
    await tap('绑定手机', 'radio');
    await type('身份证号或会员卡号', number);
    await tap('查找');
    await see('绑定这位会员的手机');
    await tap('绑定这部手机');
    await see('请先扫码或输入绑定码');
    await type('绑定码', typed);
    await see('请先核对证件');
    await tap('证件已核对，是他本人', 'checkbox');
    await tap('绑定这部手机');
    await see('✓ 绑好了');
    await see(/^已绑定微信，/);
    openApp('chenjing', '/home');
    await see('您已经是工会会员');
  });

  test('shows its code until it is used', async () => {
    onTestFinished(hasten(3 * SECOND));
    const { person } = await helpedMember();
    takePhone('zhaomin', '/home');
    await tap('已经是会员，换了手机');
    const typed = (await see(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)).textContent ?? '';
    const { body } = await limin('lookUpMember', { by: 'id', id: person, purpose: 'bindPhone' });
    const { seen } = body.account;
    await limin('bindAccount', { id: person, code: typed, seen, evidence: 'seenAtDesk' });
    await see('我的会员卡');
    await see('何平');
  });

  test('that was lost is frozen, told so, and can show a code all the same', async () => {
    const { person, cardNumber } = await helpedMember();
    await binds(person, wechatPhone(openidOf('zhangwei')));
    takePhone('limin', '/joining/help/findMember');
    await tap('手机丢了', 'radio');
    await type('身份证号或会员卡号', cardNumber);
    await tap('查找');
    await see('停用丢失的手机');
    await tap('电话里核对了姓名和证件号', 'radio');
    await tap('停用这个账号');
    await see('✓ 已经停用');
    await see(/^已停用，/);
    openApp('zhangwei', '/home');
    await see(/这个账号因手机丢失已停用/);
    await tap('我在窗口，要恢复');
    await see(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  });
});
