import { type CastName, cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import { bankConsentVersion } from '@niangjia/shared/joining/form';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs, newKey } from '../../../dev/api.ts';
import { approve, type OnSite, onSite } from '../../../dev/onSite.ts';
import { changes } from '../../../proof/changes.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { main as consume } from '../../stream.ts';
import { queryAll } from '../../table.ts';

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
const grant = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
const decline = { outcome: 'rejected', words: '请带身份证到窗口来' } as const;
const reason = '登记时写错了';
const numberAfter = (name: CastName) => madeIdNumber('110102', cast[name].idNumber.slice(6, 14), 981);
const waitingAt = async (org: string) =>
  (await at.limin('listCorrections', { org })).body.corrections.map(({ id }) => id);
const org = orgs.xinjiekouJoint.id;

describe('a correction of name and ID number', () => {
  it('is compared with the document, and then stands everywhere', async () => {
    const { who, id } = await memberOf('wangfang');
    const asked = { name: '王芳芳', idNumber: numberAfter('wangfang'), reason };
    const key = newKey();
    const first = await who('requestCorrection', asked, { key });
    expect(first.status).toBe(200);
    expect((await who('requestCorrection', asked, { key })).body).toEqual(first.body);
    expect((await who('requestCorrection', asked)).refusal?.code).toBe('CORRECTION_WAITING');
    expect((await who('getMyData', {})).body).toMatchObject({
      application: { name: '王芳', idNumber: cast.wangfang.idNumber },
      correction: { status: 'requested', fields: ['name', 'idNumber'] },
    });

    const { body: queue } = await at.limin('listCorrections', { org });
    expect(queue.corrections).toMatchObject([{ id, name: '王*', fields: ['name', 'idNumber'] }]);
    const opened = await at.limin('discloseCorrection', { id });
    expect(opened.body).toMatchObject({
      kept: { name: '王芳', idNumber: cast.wangfang.idNumber, sex: '2' },
      asked: { name: '王芳芳', idNumber: asked.idNumber, sex: '1' },
      reason,
      rivals: [],
      elsewhere: [],
    });
    expect((await who('listReadings', {})).body.readings).toMatchObject([{ purpose: 'correct' }]);

    const decision = newKey();
    const decided = await at.limin('decideCorrection', { id, ...grant }, { key: decision });
    const again = await at.limin('decideCorrection', { id, ...grant }, { key: decision });
    expect(again.body).toEqual(decided.body);
    expect((await at.limin('decideCorrection', { id, ...decline })).refusal).toMatchObject({
      code: 'ALREADY_DECIDED',
      details: { outcome: 'approved', decidedAt: decided.body.decidedAt },
    });
    expect((await who('getCard', {})).body).toMatchObject({ name: '王芳芳', membership: 'active' });
    expect((await who('getMyData', {})).body).toMatchObject({
      application: { name: '王芳芳', idNumber: asked.idNumber },
      correction: { status: 'approved' },
    });
    expect(await waitingAt(org)).toEqual([]);
  });

  it('frees the old number and holds the new one', async () => {
    const { who, id } = await memberOf('chenjing');
    const idNumber = numberAfter('chenjing');
    await who('requestCorrection', { idNumber, reason });
    await at.limin('decideCorrection', { id, ...grant });
    const old = await at.applied('zhaomin', { idNumber: cast.chenjing.idNumber });
    expect((await at.limin('decideApplication', { id: old.id, ...approve })).refusal).toBeUndefined();
    const same = await at.applied('heping', { idNumber });
    expect((await at.limin('decideApplication', { id: same.id, ...approve })).refusal?.code).toBe(
      'CONTESTED',
    );
    await at.limin('decideApplication', { id: same.id, outcome: 'voided' });
  });

  it('declined, tells the person why, changes nothing and claims nothing', async () => {
    const { who, id } = await memberOf('liuyang');
    const idNumber = numberAfter('liuyang');
    await who('requestCorrection', { idNumber, reason });
    await at.limin('decideCorrection', { id, ...decline });
    expect((await who('getMyData', {})).body).toMatchObject({
      application: { idNumber: cast.liuyang.idNumber },
      correction: { status: 'rejected', words: decline.words },
    });
    const other = await at.applied('ouyang', { idNumber });
    expect(other.row?.contested).toBe(false);
    expect((await at.limin('decideApplication', { id: other.id, ...approve })).refusal).toBeUndefined();
    await consume({ Records: await changes() });
    const person = id.split('.')[0] ?? '';
    const [record] = await decisionsAbout(person);
    expect(record).toMatchObject({
      kind: 'correction',
      to: 'rejected',
      role: 'reviewer',
      fields: ['idNumber'],
    });
    const told = await queryAll({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': `PERSON#${person}`, ':sk': 'MESSAGE#' },
    });
    expect(told.map(({ kind }) => kind)).toContain('correctionDecided');
  });

  it('to a number that is live is answered like any other, and settled with the person', async () => {
    const [mine, free] = [await memberOf('zhangwei'), await memberOf('zhenghua')];
    const rival = await at.applied('qianli');
    const live = await mine.who('requestCorrection', { idNumber: cast.qianli.idNumber, reason });
    const other = await free.who('requestCorrection', { idNumber: numberAfter('zhenghua'), reason });
    const alike = ({ status, bytes, cost }: typeof live) => ({ status, bytes, cost });
    expect(alike(live)).toEqual(alike(other));

    const opened = await at.limin('discloseCorrection', { id: mine.id });
    expect(opened.body.rivals).toMatchObject([{ id: rival.id, name: '钱莉' }]);
    const granted = () => at.limin('decideCorrection', { id: mine.id, ...grant });
    expect((await granted()).refusal?.code).toBe('CONTESTED');
    // The applicant is not let in either, and sees nothing of it but the wait.
    expect((await at.limin('decideApplication', { id: rival.id, ...approve })).refusal?.code).toBe(
      'CONTESTED',
    );
    const beside = await at.limin('discloseApplication', { id: rival.id, purpose: 'settle' });
    expect(beside.body).toMatchObject({ rivals: [], elsewhere: [{ name: '张*', correcting: true }] });
    await at.limin('decideApplication', { id: rival.id, outcome: 'voided' });
    expect((await granted()).refusal).toBeUndefined();
  });

  it('to the number of a false member goes through once that membership is voided', async () => {
    const mine = await memberOf('sunjing');
    const impostor = await memberOf('zhaoqiang');
    await mine.who('requestCorrection', { idNumber: cast.zhaoqiang.idNumber, reason });
    const zhouyun = await actingAs('zhouyun');
    expect((await zhouyun('decideCorrection', { id: mine.id, ...grant })).refusal?.code).toBe('CONTESTED');
    await zhouyun('decideApplication', { id: impostor.id, outcome: 'voided' });
    expect((await zhouyun('decideCorrection', { id: mine.id, ...grant })).refusal).toBeUndefined();
  });

  it('is taken back by the person, or with the membership', async () => {
    const { who, id } = await memberOf('wugang');
    const idNumber = numberAfter('wugang');
    await who('requestCorrection', { idNumber, reason });
    await who('withdrawCorrection', {});
    expect(await waitingAt(org)).not.toContain(id);
    expect((await who('withdrawCorrection', {})).refusal?.code).toBe('NOTHING_TO_WITHDRAW');
    await who('requestCorrection', { idNumber, reason });
    expect(await waitingAt(org)).toContain(id.replace('.1', '.2'));
    await who('leaveUnion', {});
    expect(await waitingAt(org)).not.toContain(id.replace('.1', '.2'));
    const other = await at.applied('zhaoqiang', { idNumber });
    expect(other.row?.contested).toBe(false);
  });

  it('shows the corrected name to the bank’s clerk', async () => {
    const { who, id } = await memberOf('zhouyun');
    await who('requestBankCard', { consent: bankConsentVersion });
    await who('requestCorrection', { name: '欧阳芸', reason });
    expect((await at.limin('decideCorrection', { id, ...grant })).refusal).toBeUndefined();
    const clerk = await actingAs('qianli');
    const { body } = await clerk('listBankCards', { org });
    expect(body.waiting).toMatchObject([{ name: '欧**' }]);
  });

  it('is nobody’s own to decide, nor anybody’s elsewhere', async () => {
    const { who, id } = await memberOf('heping');
    await who('requestCorrection', { name: '何平平', reason });
    const wugang = await actingAs('wugang');
    expect((await wugang('discloseCorrection', { id })).refusal?.code).toBe('NOT_YOURS');
    expect((await at.limin('discloseCorrection', { id: id.replace('.1', '.7') })).refusal?.code).toBe(
      'CHANGED_SINCE',
    );
  });
});
