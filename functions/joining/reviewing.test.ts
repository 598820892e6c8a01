import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cast, madeIdNumber, orgs } from '@niangjia/shared/cast';
import { DAY, HOUR } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actingAs, newKey } from '../../dev/api.ts';
import { approve, formOf, type OnSite, onSite, reject } from '../../dev/onSite.ts';
import { seed } from '../seed.ts';
import { documents, queryItems } from '../table.ts';

let at: OnSite;

beforeAll(seed);
beforeEach(async () => {
  at = await onSite();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const travel = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

describe('reviewing', () => {
  it('sends back what is to be mended, and takes it again in one tap', async () => {
    const { who, id } = await at.applied('liuyang');
    await at.limin('decideApplication', { id, ...reject });
    const mine = (await who('getMyApplication', {})).body;
    if (mine.status !== 'rejected') throw new Error('expected a rejection');
    expect(mine).toMatchObject({ reason: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] });
    const again = await who('submitApplication', { visit: mine.visit, ...formOf('liuyang') });
    expect(again.body.status).toBe('submitted');
    const queue = await at.limin('listApplications', { session: at.code });
    expect(queue.body.applications.map((row) => row.id)).toContain(id.replace('.1', '.2'));
    const stale = await at.limin('decideApplication', { id, ...approve });
    expect(stale.refusal?.code).toBe('CHANGED_SINCE');
    const decided = await at.limin('decideApplication', { id: id.replace('.1', '.2'), ...approve });
    expect(decided.refusal).toBeUndefined();
  });

  it('tells the second reviewer what the first decided', async () => {
    const { id } = await at.applied('zhaomin');
    const zhaoqiang = await actingAs('zhaoqiang');
    const [a, b] = await Promise.all([
      at.limin('decideApplication', { id, ...approve }),
      zhaoqiang('decideApplication', { id, ...reject }),
    ]);
    const refused = [a, b].filter(({ refusal }) => refusal);
    expect(refused).toHaveLength(1);
    const outcome = a.refusal ? 'rejected' : 'approved';
    const decidedBy = a.refusal ? '赵强' : '李敏';
    const told = { code: 'ALREADY_DECIDED', details: { outcome, decidedBy, decidedAt: expect.any(Number) } };
    expect(refused[0]?.refusal).toMatchObject(told);
    // Of many at once, the one who came second is told as much.
    const { body } = await at.limin('decideMany', { decisions: [{ id, ...approve }] });
    expect(body.results).toEqual([{ id, refused: { ...told, message: expect.any(String) } }]);
  });

  it.each([
    ['wangfang', 'the claim on the number', 1, undefined],
    ['luxin', 'anything else', 2, 'FAILED'],
  ] as const)('takes for a claim only what is one: of %s, %s: %4$s', async (name, _what, place, code) => {
    const { id } = await at.applied(name);
    const real = documents.send.bind(documents) as (command: unknown) => Promise<unknown>;
    let stopped = false;
    vi.spyOn(documents, 'send').mockImplementation((async (command: unknown) => {
      if (stopped || !(command instanceof TransactWriteCommand)) return real(command);
      stopped = true;
      const Code = 'ConditionalCheckFailed';
      const CancellationReasons = [...Array(place).fill({ Code: 'None' }), { Code }];
      throw new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons });
    }) as typeof documents.send);
    expect((await at.limin('decideApplication', { id, ...approve })).refusal?.code).toBe(code);
    expect(stopped).toBe(true);
  });

  it('decides several at once, each with its own result', async () => {
    const { id } = await at.applied('heping');
    const other = await at.applied('wugang');
    const results = await at.limin('decideMany', {
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
    const first = await at.applied('sunjing', number);
    const second = await at.applied('qianli', number);
    expect([first.row?.contested, second.row?.contested]).toEqual([false, true]);
    const early = await at.limin('decideApplication', { id: first.id, ...approve });
    expect(early.refusal?.code).toBe('CONTESTED');
    const opened = await at.limin('discloseApplication', { id: second.id, purpose: 'settle' });
    expect(opened.body.rivals.map((rival) => rival.id)).toEqual([first.id]);
    const settled = await at.limin('decideMany', {
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
    const first = await at.applied('sunjing', number);
    const again = await at.applied('zhenghua', number);
    const zhaoqiang = await actingAs('zhaoqiang');
    const both = await Promise.all([
      at.limin('decideApplication', { id: first.id, outcome: 'voided' }),
      zhaoqiang('decideApplication', { id: again.id, outcome: 'voided' }),
    ]);
    expect(both.map(({ refusal }) => refusal?.code).sort()).toEqual(['NOT_CONTESTED', undefined]);
    const kept = both[0].refusal ? first : again;
    expect((await at.limin('decideApplication', { id: kept.id, ...approve })).refusal).toBeUndefined();
  });

  it('does not let a reviewer rule on a number they claim themself', async () => {
    const wugang = await actingAs('wugang');
    const mine = await at.applied('zhaoqiang', { idNumber: cast.wugang.idNumber });
    const theirs = await at.applied('zhouyun', { idNumber: cast.wugang.idNumber });
    const zhaoqiang = await actingAs('zhaoqiang');
    const ruled = await zhaoqiang('decideApplication', { id: theirs.id, outcome: 'voided' });
    expect(ruled.refusal?.code).toBe('OWN_CASE');
    expect((await wugang('decideApplication', { id: theirs.id, outcome: 'voided' })).refusal?.code).toBe(
      'NOT_YOURS',
    );
    await at.limin('decideApplication', { id: mine.id, outcome: 'voided' });
    expect((await at.limin('decideApplication', { id: theirs.id, ...approve })).refusal).toBeUndefined();
  });

  it('leaves no claim behind when a request is repeated after a rejection', async () => {
    const wugang = await actingAs('wugang');
    const number = { idNumber: madeIdNumber('110108', '19850505', 9) };
    const key = newKey();
    const body = { visit: await at.visitOf(wugang), ...formOf('wugang', number) };
    const sent = await wugang('submitApplication', body, { key });
    const { id } = sent.body;
    await at.limin('decideApplication', { id, ...reject });
    expect((await wugang('submitApplication', body, { key })).body).toEqual(sent.body);
    const owner = await at.applied('chenjing', number);
    expect(owner.row?.contested).toBe(false);
    expect((await at.limin('decideApplication', { id: owner.id, ...approve })).refusal).toBeUndefined();
  });

  it('keeps a rejection’s words from anybody but the applicant', async () => {
    const { items } = await queryItems({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :rejected',
      ExpressionAttributeValues: { ':rejected': `DECIDED#${orgs.xinjiekouJoint.id}#rejected` },
    });
    expect(JSON.stringify(items)).not.toContain('最后两位');
  });

  it('shows who has waited for weeks as it does who has just applied', async () => {
    const { who, row } = await at.applied('zhangwei');
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(5 * 7 * DAY);
    const later = await actingAs('limin');
    const { applications } = (await later('listApplications', { org: orgs.xinjiekouJoint.id })).body;
    expect(applications.find(({ id }) => id === row?.id)).toMatchObject({
      name: '张*',
      idNumber: row?.idNumber,
    });
    vi.useRealTimers();
    await who('withdrawApplication', {});
  });

  it('goes online when it is mended after the session', async () => {
    const { id } = await at.applied('wugang');
    await at.limin('decideApplication', { id, ...reject });
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
    expect((await at.limin('decideMany', twice)).refusal?.code).toBe('INVALID');
  });

  it('opens only the submission that was asked for', async () => {
    const { who, id } = await at.applied('wugang');
    await who('withdrawApplication', {});
    const { id: newer } = await at.applied('wugang');
    const old = await at.limin('discloseApplication', { id, purpose: 'review' });
    expect(old.refusal?.code).toBe('CHANGED_SINCE');
    expect(
      (await at.limin('discloseApplication', { id: newer, purpose: 'review' })).body.application.name,
    ).toBe('吴刚');
    await who('withdrawApplication', {});
  });

  it('shows the district how many wait below, and lets it step in', async () => {
    const { id } = await at.applied('zhaoqiang');
    const zhouyun = await actingAs('zhouyun');
    const { body } = await zhouyun('listQueues', { org: orgs.xicheng.id });
    const joint = body.queues.find(({ org }) => org.id === orgs.xinjiekouJoint.id);
    expect(joint?.waiting).toBeGreaterThan(0);
    expect(body.queues.map(({ org }) => org.name)).not.toContain(orgs.zhongguancunJoint.name);
    expect((await zhouyun('decideApplication', { id, ...approve })).refusal).toBeUndefined();
    expect((await at.limin('listQueues', { org: orgs.xicheng.id })).refusal?.code).toBe('NOT_YOURS');
  });

  it('lets nobody decide on their own', async () => {
    const { id } = await at.applied('limin');
    expect((await at.limin('decideApplication', { id, ...approve })).refusal?.code).toBe('OWN_CASE');
    expect((await at.limin('discloseApplication', { id, purpose: 'review' })).refusal?.code).toBe('OWN_CASE');
    const zhouyun = await actingAs('zhouyun');
    expect((await zhouyun('decideApplication', { id, ...approve })).refusal).toBeUndefined();
  });
});
