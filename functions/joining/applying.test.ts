import { cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import { DAY, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actingAs, newKey } from '../../dev/api.ts';
import { approve, formOf, type OnSite, onSite } from '../../dev/onSite.ts';
import { seed } from '../seed.ts';

let at: OnSite;

beforeAll(seed);
beforeEach(async () => {
  at = await onSite();
});
afterEach(() => {
  vi.useRealTimers();
});

const travel = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

describe('applying', () => {
  it('goes from the poster to the card', async () => {
    const { who, id, row } = await at.applied('wangfang');
    expect(row).toMatchObject({
      name: '王*',
      idNumber: '1101**********1248',
      onSite: true,
      contested: false,
    });
    expect((await who('getMyApplication', {})).body).toMatchObject({ status: 'submitted', onSite: true });
    const decided = await at.limin('decideApplication', { id, ...approve });
    expect(decided.body.cardNumber).toMatch(/^110102\d{6}$/);
    expect((await who('getMyApplication', {})).body.status).toBe('approved');
    const card = await who('getCard', {});
    expect(card.body).toMatchObject({ name: '王芳', org: orgs.xinjiekouJoint.name, membership: 'active' });
    const { body } = await who('issueCardToken', {});
    const zhaoqiang = await actingAs('zhaoqiang');
    expect((await zhaoqiang('verifyCard', { token: body.token })).body).toEqual({
      valid: true,
      name: '王*',
      org: orgs.xinjiekouJoint.name,
    });
    expect((await who('getCard', {})).body.shownAt).toBe(body.shownAt);
    const left = await at.limin('listApplications', { session: at.code });
    expect(left.body.applications.map((waiting) => waiting.id)).not.toContain(id);
    const again = await who('submitApplication', { visit: await at.visitOf(who), ...formOf('wangfang') });
    expect(again.refusal?.code).toBe('ALREADY_MEMBER');
  });

  it('goes on to the bank card, which the clerk notes as issued', async () => {
    const { who, id } = await at.applied('ouyang');
    expect((await who('requestBankCard', { consent: bankConsentVersion })).refusal?.code).toBe('NO_CARD');
    await at.limin('decideApplication', { id, ...approve });
    await who('issueCardToken', {});
    const asked = await who('requestBankCard', { consent: bankConsentVersion });
    expect((await who('requestBankCard', { consent: bankConsentVersion })).body).toEqual(asked.body);
    const qianli = await actingAs('qianli');
    const { body } = await qianli('listBankCards', { session: at.code });
    expect(body.waiting).toEqual([
      expect.objectContaining({
        id,
        name: '欧**',
        idNumber: expect.stringMatching(/^3205\*{10}/),
        onSite: true,
      }),
    ]);
    const luxin = await actingAs('luxin');
    const below = await luxin('listBankQueues', { org: orgs.xicheng.id });
    const waiting = below.body.queues.map(({ org, waiting: people }) => [org.name, people]);
    expect(waiting).toEqual([
      [orgs.xinjiekouJoint.name, 1],
      [orgs.shunda.name, 0],
    ]);
    expect((await qianli('listBankQueues', { org: orgs.xicheng.id })).refusal?.code).toBe('NOT_YOURS');
    const early = await qianli('issueBankCard', { id, lastFour: '88' });
    expect(early.refusal?.details).toEqual({ fields: { lastFour: 'LAST_FOUR' } });
    const key = newKey();
    const issued = await qianli('issueBankCard', { id, lastFour: '6688' }, { key });
    expect((await qianli('issueBankCard', { id, lastFour: '6688' }, { key })).body).toEqual(issued.body);
    expect((await qianli('issueBankCard', { id, lastFour: '6688' })).refusal?.code).toBe('BANK_CARD_ISSUED');
    expect((await who('getCard', {})).body.bankCard).toEqual({
      status: 'issued',
      issuedAt: issued.body.issuedAt,
      lastFour: '6688',
    });
    expect((await qianli('listBankCards', { session: at.code })).body.waiting).toEqual([]);
    expect((await at.limin('listBankCards', { session: at.code })).refusal?.code).toBe('NOT_YOURS');
  });

  it('tells a card that is over from a guess', async () => {
    const { body } = await (await actingAs('wangfang'))('issueCardToken', {});
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(2 * MINUTE);
    const asked = await Promise.all(
      Array.from({ length: 25 }, () => at.limin('verifyCard', { token: body.token })),
    );
    expect(new Set(asked.map((answer) => JSON.stringify(answer.body)))).toEqual(new Set(['{"valid":false}']));
    const guesses = await Promise.all(
      Array.from({ length: 25 }, () => at.limin('verifyCard', { token: 'guess' })),
    );
    const stopped = guesses.filter(({ refusal }) => refusal?.code === 'TOO_MANY_GUESSES');
    expect(stopped.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429]);
  });

  it('works online, for a union found by the beginning of its name', async () => {
    const chenjing = await actingAs('chenjing');
    const { body } = await chenjing('findOrgs', { name: '中关村' });
    expect(body.orgs).toEqual([
      expect.objectContaining({ name: orgs.zhongguancunJoint.name, kind: 'joint' }),
    ]);
    const visit = await chenjing('openForm', { from: 'online', org: body.orgs[0]?.id ?? '' });
    const sent = await chenjing('submitApplication', { visit: visit.body.visit, ...formOf('chenjing') });
    expect(sent.body.status).toBe('submitted');
    const wugang = await actingAs('wugang');
    const queue = await wugang('listApplications', { org: orgs.zhongguancunJoint.id });
    expect(queue.body.applications).toEqual([expect.objectContaining({ name: '陈*', onSite: false })]);
    expect((await at.limin('listApplications', { org: orgs.zhongguancunJoint.id })).refusal?.code).toBe(
      'NOT_YOURS',
    );
    expect((await chenjing('withdrawApplication', {})).body.status).toBe('withdrawn');
    expect((await wugang('listApplications', { org: orgs.zhongguancunJoint.id })).body.applications).toEqual(
      [],
    );
  });

  it('takes WeChat’s one-tap phone number, and says so when WeChat gives none', async () => {
    const { id } = await at.applied('zhangwei', { phone: { kind: 'wechat', code: 'phone-zhangwei' } });
    const opened = await at.limin('discloseApplication', { id, purpose: 'review' });
    expect(opened.body.application).toMatchObject({ phone: cast.zhangwei.phone, name: '张伟', sex: '1' });
    const ouyang = await actingAs('ouyang');
    const form = formOf('ouyang', { phone: { kind: 'wechat', code: 'nothing' } });
    const refused = await ouyang('submitApplication', { visit: await at.visitOf(ouyang), ...form });
    expect(refused.refusal?.code).toBe('PHONE_CODE');
  });

  it('names every field that is wrong', async () => {
    const ouyang = await actingAs('ouyang');
    const visit = await at.visitOf(ouyang);
    const form = formOf('ouyang', {
      idNumber: '110102199103021241',
      phone: { kind: 'typed', number: '12' },
      consents: { ...consentVersions, pledge: 'no' as never },
    });
    const { status, refusal } = await ouyang('submitApplication', { visit, ...form });
    expect(status).toBe(400);
    expect(refusal).toMatchObject({
      code: 'INVALID',
      details: {
        fields: { idNumber: 'ID_NUMBER_CHECKSUM', 'phone.number': 'PHONE', 'consents.pledge': 'CONSENT' },
      },
    });
  });

  it('stores nothing of somebody under 16', async () => {
    const ouyang = await actingAs('ouyang');
    const visit = await at.visitOf(ouyang);
    const young = await ouyang('submitApplication', {
      visit,
      ...formOf('ouyang', {
        idNumber: madeIdNumber('110102', '20150505', 1),
      }),
    });
    expect(young.refusal?.code).toBe('UNDER_16');
    expect(young.cost.calls).toBe(0);
  });

  it('does not take a visit that is somebody else’s, made up, or a day old', async () => {
    const ouyang = await actingAs('ouyang');
    const stolen = await at.visitOf(await actingAs('zhaomin'));
    const form = formOf('ouyang');
    expect((await ouyang('submitApplication', { visit: stolen, ...form })).refusal?.code).toBe(
      'VISIT_EXPIRED',
    );
    expect((await ouyang('submitApplication', { visit: 'made-up', ...form })).refusal?.code).toBe(
      'VISIT_EXPIRED',
    );
    const visit = await at.visitOf(ouyang);
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(DAY + MINUTE);
    const later = await actingAs('ouyang');
    expect((await later('submitApplication', { visit, ...form })).refusal?.code).toBe('VISIT_EXPIRED');
  });

  it('sent again with the same key is the same application', async () => {
    const zhaomin = await actingAs('zhaomin');
    const body = { visit: await at.visitOf(zhaomin), ...formOf('zhaomin') };
    const key = newKey();
    const first = await zhaomin('submitApplication', body, { key });
    const again = await zhaomin('submitApplication', body, { key });
    expect(again.body).toEqual(first.body);
    const other = await zhaomin('submitApplication', { ...body, education: '10' }, { key });
    expect(other.refusal?.code).toBe('KEY_REUSED');
    expect((await zhaomin('submitApplication', body)).refusal?.code).toBe('ALREADY_SUBMITTED');
    await zhaomin('withdrawApplication', {});
  });
});
