import { type CastName, cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import type { RequestOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { DAY, HOUR, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Acting, actingAs, newKey } from '../../dev/api.ts';
import { seed } from '../seed.ts';
import { queryItems } from '../table.ts';

type Form = Omit<RequestOf<typeof joining.submitApplication>, 'visit'>;

function formOf(name: CastName, changed: Partial<Form> = {}): Form {
  const { idNumber, phone, name: realName } = cast[name];
  return {
    name: realName,
    idNumber,
    phone: { kind: 'typed', number: phone },
    ethnicity: '01',
    education: '30',
    political: '13',
    employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
    consents: { ...consentVersions },
    ...changed,
  };
}

let limin: Acting;
let code: string;

const openAt = (who: Acting, from: number, to: number, org: string = orgs.xinjiekouJoint.id) =>
  who('openSession', {
    org,
    place: '新街口快递分拣中心',
    startsAt: from,
    endsAt: to,
    occupations: ['courier'],
  });

async function visitOf(who: Acting) {
  const { body } = await who('getSession', { code });
  return (await who('openForm', { from: 'poster', scan: body.scan })).body.visit;
}

/** Applies at the session and returns the application's id as the queue shows it. */
async function applied(name: CastName, changed: Partial<Form> = {}) {
  const who = await actingAs(name);
  const sent = await who('submitApplication', { visit: await visitOf(who), ...formOf(name, changed) });
  expect(sent.refusal).toBeUndefined();
  const { body } = await limin('listApplications', { session: code });
  const row = body.applications.find(({ id }) => id === sent.body.id);
  return { who, id: sent.body.id, row };
}

const approve = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
const reject: Ruling = {
  outcome: 'rejected',
  reason: { code: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] },
};

beforeAll(seed);
beforeEach(async () => {
  limin = await actingAs('limin');
  const { body } = await openAt(limin, Date.now() - 10 * MINUTE, Date.now() + HOUR);
  code = body.code;
});
afterEach(() => {
  vi.useRealTimers();
});

const travel = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

describe('a session', () => {
  it('is opened once however often it is sent', async () => {
    const key = newKey();
    const plan = {
      org: orgs.xinjiekouJoint.id,
      place: '西直门外卖站',
      startsAt: Date.now(),
      endsAt: Date.now() + HOUR,
      occupations: ['foodRider' as const],
    };
    const first = await limin('openSession', plan, { key });
    const again = await limin('openSession', plan, { key });
    expect(again.body).toEqual(first.body);
    expect((await limin('openSession', { ...plan, place: '别处' }, { key })).refusal?.code).toBe(
      'KEY_REUSED',
    );
    const listed = await limin('listSessions', { org: orgs.xinjiekouJoint.id });
    expect(listed.body.sessions.filter(({ place }) => place === '西直门外卖站')).toHaveLength(1);
  });

  it('needs a union that takes members, in the reviewer’s area, with sensible times', async () => {
    const now = Date.now();
    const refusals = [
      await openAt(limin, now, now + HOUR, orgs.xinjiekou.id),
      await openAt(limin, now, now + HOUR, orgs.zhongguancunJoint.id),
      await openAt(limin, now, now - HOUR),
      await openAt(limin, now - 3 * HOUR, now - HOUR),
    ];
    expect(refusals.map(({ refusal }) => refusal?.code)).toEqual([
      'NOT_FOUND',
      'NOT_YOURS',
      'SESSION_TIMES',
      'SESSION_PAST',
    ]);
  });

  it('has a poster whose picture is an image', async () => {
    const { body } = await limin('getPoster', { code });
    expect(body.picture).toMatch(/^data:image\/\w+;base64,/);
  });

  it('leads to joining online when its time is over', async () => {
    const wangfang = await actingAs('wangfang');
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(2 * HOUR);
    const late = await (await actingAs('wangfang'))('getSession', { code });
    expect(late.body.poster).toBe('over');
    const refused = await (await actingAs('wangfang'))('openForm', { from: 'poster', scan: late.body.scan });
    expect(refused.refusal?.code).toBe('POSTER_OVER');
    expect((await wangfang('getSession', { code })).refusal?.code).toBe('SIGN_IN');
  });

  it('counts who its staff talked to, once a tap', async () => {
    const key = newKey();
    await limin('countConsultations', { code, people: 1 }, { key });
    for (let tap = 0; tap < 8; tap++) await limin('countConsultations', { code, people: 1 });
    await limin('countConsultations', { code, people: 1 }, { key });
    await limin('countConsultations', { code, people: -2 });
    expect((await limin('getBoard', { code })).body).toMatchObject({
      onDuty: ['李敏'],
      figures: { consulted: 7 },
    });
  });
});

describe('applying', () => {
  it('goes from the poster to the card', async () => {
    const { who, id, row } = await applied('wangfang');
    expect(row).toMatchObject({
      name: '王*',
      idNumber: '1101**********1248',
      onSite: true,
      contested: false,
    });
    expect((await who('getMyApplication', {})).body).toMatchObject({ status: 'submitted', onSite: true });
    const decided = await limin('decideApplication', { id, ...approve });
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
    const left = await limin('listApplications', { session: code });
    expect(left.body.applications.map((waiting) => waiting.id)).not.toContain(id);
    const again = await who('submitApplication', { visit: await visitOf(who), ...formOf('wangfang') });
    expect(again.refusal?.code).toBe('ALREADY_MEMBER');
  });

  it('goes on to the bank card, which the clerk notes as issued', async () => {
    const { who, id } = await applied('ouyang');
    expect((await who('requestBankCard', { consent: bankConsentVersion })).refusal?.code).toBe('NO_CARD');
    await limin('decideApplication', { id, ...approve });
    await who('issueCardToken', {});
    const asked = await who('requestBankCard', { consent: bankConsentVersion });
    expect((await who('requestBankCard', { consent: bankConsentVersion })).body).toEqual(asked.body);
    const qianli = await actingAs('qianli');
    const { body } = await qianli('listBankCards', { session: code });
    expect(body.waiting).toEqual([
      expect.objectContaining({
        id,
        name: '欧**',
        idNumber: expect.stringMatching(/^3205\*{10}/),
        onSite: true,
      }),
    ]);
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
    expect((await qianli('listBankCards', { session: code })).body.waiting).toEqual([]);
    expect((await limin('listBankCards', { session: code })).refusal?.code).toBe('NOT_YOURS');
  });

  it('tells a card that is over from a guess', async () => {
    const { body } = await (await actingAs('wangfang'))('issueCardToken', {});
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(2 * MINUTE);
    const asked = await Promise.all(
      Array.from({ length: 25 }, () => limin('verifyCard', { token: body.token })),
    );
    expect(new Set(asked.map((answer) => JSON.stringify(answer.body)))).toEqual(new Set(['{"valid":false}']));
    const guesses = await Promise.all(
      Array.from({ length: 25 }, () => limin('verifyCard', { token: 'guess' })),
    );
    expect(guesses.filter(({ refusal }) => refusal?.code === 'TOO_MANY_GUESSES')).toHaveLength(5);
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
    expect((await limin('listApplications', { org: orgs.zhongguancunJoint.id })).refusal?.code).toBe(
      'NOT_YOURS',
    );
    expect((await chenjing('withdrawApplication', {})).body.status).toBe('withdrawn');
    expect((await wugang('listApplications', { org: orgs.zhongguancunJoint.id })).body.applications).toEqual(
      [],
    );
  });

  it('takes WeChat’s one-tap phone number, and says so when WeChat gives none', async () => {
    const { id } = await applied('zhangwei', { phone: { kind: 'wechat', code: 'phone-zhangwei' } });
    const opened = await limin('discloseApplication', { id, purpose: 'review' });
    expect(opened.body.application).toMatchObject({ phone: cast.zhangwei.phone, name: '张伟', sex: '1' });
    const ouyang = await actingAs('ouyang');
    const form = formOf('ouyang', { phone: { kind: 'wechat', code: 'nothing' } });
    const refused = await ouyang('submitApplication', { visit: await visitOf(ouyang), ...form });
    expect(refused.refusal?.code).toBe('PHONE_CODE');
  });

  it('names every field that is wrong', async () => {
    const ouyang = await actingAs('ouyang');
    const visit = await visitOf(ouyang);
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
    const visit = await visitOf(ouyang);
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
    const stolen = await visitOf(await actingAs('zhaomin'));
    const form = formOf('ouyang');
    expect((await ouyang('submitApplication', { visit: stolen, ...form })).refusal?.code).toBe(
      'VISIT_EXPIRED',
    );
    expect((await ouyang('submitApplication', { visit: 'made-up', ...form })).refusal?.code).toBe(
      'VISIT_EXPIRED',
    );
    const visit = await visitOf(ouyang);
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(DAY + MINUTE);
    const later = await actingAs('ouyang');
    expect((await later('submitApplication', { visit, ...form })).refusal?.code).toBe('VISIT_EXPIRED');
  });

  it('sent again with the same key is the same application', async () => {
    const zhaomin = await actingAs('zhaomin');
    const body = { visit: await visitOf(zhaomin), ...formOf('zhaomin') };
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

describe('reviewing', () => {
  it('sends back what is to be mended, and takes it again in one tap', async () => {
    const { who, id } = await applied('liuyang');
    await limin('decideApplication', { id, ...reject });
    const mine = (await who('getMyApplication', {})).body;
    if (mine.status !== 'rejected') throw new Error('expected a rejection');
    expect(mine).toMatchObject({ reason: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] });
    const again = await who('submitApplication', { visit: mine.visit, ...formOf('liuyang') });
    expect(again.body.status).toBe('submitted');
    const queue = await limin('listApplications', { session: code });
    expect(queue.body.applications.map((row) => row.id)).toContain(id.replace('.1', '.2'));
    const stale = await limin('decideApplication', { id, ...approve });
    expect(stale.refusal?.code).toBe('CHANGED_SINCE');
    const decided = await limin('decideApplication', { id: id.replace('.1', '.2'), ...approve });
    expect(decided.refusal).toBeUndefined();
  });

  it('tells the second reviewer what the first decided', async () => {
    const { id } = await applied('zhaomin');
    const zhaoqiang = await actingAs('zhaoqiang');
    const [a, b] = await Promise.all([
      limin('decideApplication', { id, ...approve }),
      zhaoqiang('decideApplication', { id, ...reject }),
    ]);
    const refused = [a, b].filter(({ refusal }) => refusal);
    expect(refused).toHaveLength(1);
    const outcome = a.refusal ? 'rejected' : 'approved';
    expect(refused[0]?.refusal).toMatchObject({ code: 'ALREADY_DECIDED', details: { outcome } });
  });

  it('decides several at once, each with its own result', async () => {
    const { id } = await applied('heping');
    const other = await applied('wugang');
    const results = await limin('decideMany', {
      decisions: [
        { id: other.id, outcome: 'approved' },
        { id, ...approve },
        { id: 'A'.repeat(22).concat('.1'), ...approve },
      ],
    });
    expect(results.body.results).toEqual([
      { id: other.id, refused: { code: 'EVIDENCE_MISSING', message: expect.any(String) } },
      { id, decided: expect.objectContaining({ outcome: 'approved', cardNumber: expect.any(String) }) },
      { id: expect.any(String), refused: { code: 'NOT_FOUND', message: expect.any(String) } },
    ]);
    await other.who('withdrawApplication', {});
  });

  it('settles two claims on one number at the desk', async () => {
    const number = { idNumber: cast.zhenghua.idNumber };
    const first = await applied('sunjing', number);
    const second = await applied('qianli', number);
    expect([first.row?.contested, second.row?.contested]).toEqual([false, true]);
    const early = await limin('decideApplication', { id: first.id, ...approve });
    expect(early.refusal?.code).toBe('CONTESTED');
    const opened = await limin('discloseApplication', { id: second.id, purpose: 'settle' });
    expect(opened.body.rivals.map((rival) => rival.id)).toEqual([first.id]);
    const settled = await limin('decideMany', {
      decisions: [
        { id: first.id, outcome: 'voided' },
        { id: second.id, ...approve },
      ],
    });
    expect(settled.body.results.map(({ decided }) => decided?.outcome)).toEqual(['voided', 'approved']);
    // Told like anybody who should come in person: that the number was in use is nobody's business.
    expect((await first.who('getMyApplication', {})).body).toMatchObject({
      status: 'rejected',
      reason: 'notInPerson',
    });
    expect((await second.who('getCard', {})).body.cardNumber).toMatch(/^110102/);
  });

  it('voids one of two, never both, when two staff settle at once', async () => {
    const number = { idNumber: madeIdNumber('110102', '19900101', 7) };
    const first = await applied('sunjing', number);
    const again = await applied('zhenghua', number);
    const zhaoqiang = await actingAs('zhaoqiang');
    const both = await Promise.all([
      limin('decideApplication', { id: first.id, outcome: 'voided' }),
      zhaoqiang('decideApplication', { id: again.id, outcome: 'voided' }),
    ]);
    expect(both.map(({ refusal }) => refusal?.code).sort()).toEqual(['NOT_CONTESTED', undefined]);
    const kept = both[0].refusal ? first : again;
    expect((await limin('decideApplication', { id: kept.id, ...approve })).refusal).toBeUndefined();
  });

  it('does not let a reviewer rule on a number they claim themself', async () => {
    const wugang = await actingAs('wugang');
    const mine = await applied('zhaoqiang', { idNumber: cast.wugang.idNumber });
    const theirs = await applied('zhouyun', { idNumber: cast.wugang.idNumber });
    const zhaoqiang = await actingAs('zhaoqiang');
    const ruled = await zhaoqiang('decideApplication', { id: theirs.id, outcome: 'voided' });
    expect(ruled.refusal?.code).toBe('OWN_CASE');
    expect((await wugang('decideApplication', { id: theirs.id, outcome: 'voided' })).refusal?.code).toBe(
      'NOT_YOURS',
    );
    await limin('decideApplication', { id: mine.id, outcome: 'voided' });
    expect((await limin('decideApplication', { id: theirs.id, ...approve })).refusal).toBeUndefined();
  });

  it('leaves no claim behind when a request is repeated after a rejection', async () => {
    const wugang = await actingAs('wugang');
    const number = { idNumber: madeIdNumber('110108', '19850505', 9) };
    const key = newKey();
    const body = { visit: await visitOf(wugang), ...formOf('wugang', number) };
    const sent = await wugang('submitApplication', body, { key });
    const { id } = sent.body;
    await limin('decideApplication', { id, ...reject });
    expect((await wugang('submitApplication', body, { key })).body).toEqual(sent.body);
    const owner = await applied('chenjing', number);
    expect(owner.row?.contested).toBe(false);
    expect((await limin('decideApplication', { id: owner.id, ...approve })).refusal).toBeUndefined();
  });

  it('keeps a rejection’s words from anybody but the applicant', async () => {
    const { items } = await queryItems({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :rejected',
      ExpressionAttributeValues: { ':rejected': `DECIDED#${orgs.xinjiekouJoint.id}#rejected` },
    });
    expect(JSON.stringify(items)).not.toContain('最后两位');
  });

  it('goes online when it is mended after the session', async () => {
    const { id } = await applied('wugang');
    await limin('decideApplication', { id, ...reject });
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(2 * HOUR);
    const later = await actingAs('wugang');
    const mine = (await later('getMyApplication', {})).body;
    if (mine.status !== 'rejected') throw new Error('expected a rejection');
    await later('submitApplication', { visit: mine.visit, ...formOf('wugang') });
    expect((await later('getMyApplication', {})).body).toMatchObject({ status: 'submitted', onSite: false });
    await later('withdrawApplication', {});
  });

  it('refuses the same case twice in one lot', async () => {
    const id = `${'A'.repeat(22)}.1`;
    const twice = {
      decisions: [
        { id, ...approve },
        { id, ...reject },
      ],
    };
    expect((await limin('decideMany', twice)).refusal?.code).toBe('INVALID');
  });

  it('opens only the submission that was asked for', async () => {
    const { who, id } = await applied('wugang');
    await who('withdrawApplication', {});
    const { id: newer } = await applied('wugang');
    const old = await limin('discloseApplication', { id, purpose: 'review' });
    expect(old.refusal?.code).toBe('CHANGED_SINCE');
    expect((await limin('discloseApplication', { id: newer, purpose: 'review' })).body.application.name).toBe(
      '吴刚',
    );
    await who('withdrawApplication', {});
  });

  it('shows the district how many wait below, and lets it step in', async () => {
    const { id } = await applied('zhaoqiang');
    const zhouyun = await actingAs('zhouyun');
    const { body } = await zhouyun('listQueues', { org: orgs.xicheng.id });
    const joint = body.queues.find(({ org }) => org.id === orgs.xinjiekouJoint.id);
    expect(joint?.waiting).toBeGreaterThan(0);
    expect(body.queues.map(({ org }) => org.name)).not.toContain(orgs.zhongguancunJoint.name);
    expect((await zhouyun('decideApplication', { id, ...approve })).refusal).toBeUndefined();
    expect((await limin('listQueues', { org: orgs.xicheng.id })).refusal?.code).toBe('NOT_YOURS');
  });

  it('lets nobody decide on their own', async () => {
    const { id } = await applied('limin');
    expect((await limin('decideApplication', { id, ...approve })).refusal?.code).toBe('OWN_CASE');
    expect((await limin('discloseApplication', { id, purpose: 'review' })).refusal?.code).toBe('OWN_CASE');
    const zhouyun = await actingAs('zhouyun');
    expect((await zhouyun('decideApplication', { id, ...approve })).refusal).toBeUndefined();
  });
});
