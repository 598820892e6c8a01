import { orgs } from '@niangjia/shared/cast';
import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import { DAY, dayOf, MINUTE, SECOND } from '@niangjia/shared/time';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import {
  type Actor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  type Worker,
  worker,
} from '../../../proof/world.ts';
import { putJoiningPolicy } from '../../policies.ts';
import { lotOf } from '../../secrets.ts';
import { seed } from '../../seed.ts';
import { queryItems } from '../../table.ts';

const org = orgs.city.id;
const settled = following();
let limin: Actor;
let zhaoqiang: Actor;
let wugang: Actor;
let zhouyun: Actor;
let sunjing: Actor;
let code: string;
let elsewhere: string;
let people = 0;

/** Somebody applies and is decided on; gives who, and the id of the application. */
async function decided(reviewer: Actor, ruling: object = approval, session = code) {
  const who = await worker(++people);
  const id = await applied(session, who);
  const { body, refusal } = await reviewer.call('decideApplication', { id, ...approval, ...ruling });
  expect(refusal).toBeUndefined();
  return { who, id, cardNumber: body.cardNumber ?? '' };
}
const waiting = async (): Promise<{ who: Worker; id: string }> => {
  const who = await worker(++people);
  return { who, id: await applied(code, who) };
};
const travel = (milliseconds: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + milliseconds);
};
const search = async (who: Actor, input: object) =>
  (await who.call('listDecisions', { org, ...input })).body.decisions;

beforeAll(async () => {
  await seed();
  // Every approval is drawn here, so that there is one to call back about.
  await putJoiningPolicy({ ...firstJoiningPolicy, version: 2, effectiveFrom: 1, auditShare: 1 });
  [limin, zhaoqiang, wugang, zhouyun, sunjing] = (await Promise.all(
    (['limin', 'zhaoqiang', 'wugang', 'zhouyun', 'sunjing'] as const).map(staffActor),
  )) as [Actor, Actor, Actor, Actor, Actor];
  code = await openedSession(limin);
  elsewhere = await openedSession(wugang, orgs.zhongguancunJoint.id);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('decisions', () => {
  let approvedOne: Awaited<ReturnType<typeof decided>>;
  beforeAll(async () => {
    approvedOne = await decided(limin);
    await decided(zhaoqiang, rejection);
    await decided(wugang, approval, elsewhere);
    await settled();
  });

  it('are found at the node and at every node above, latest first, masked, with who, as what and why', async () => {
    const all = await search(sunjing, {});
    expect(all.map(({ to, by, org: { name } }) => [to, by?.name, name])).toEqual([
      ['approved', '吴刚', orgs.zhongguancunJoint.name],
      ['rejected', '赵强', orgs.xinjiekouJoint.name],
      ['approved', '李敏', orgs.xinjiekouJoint.name],
    ]);
    const { form } = approvedOne.who;
    expect(all[2]).toMatchObject({
      kind: 'application',
      member: {
        name: expect.stringMatching(/^.\*+$/),
        idNumber: `${form.idNumber.slice(0, 4)}**********${form.idNumber.slice(-4)}`,
        cardNumber: approvedOne.cardNumber,
      },
      role: 'reviewer',
      authority: expect.any(String),
      at: expect.any(Number),
      from: 'submitted',
      evidence: 'seenAtDesk',
      onSite: true,
    });
    expect(all[1]).toMatchObject({ reason: 'idMismatch', fields: ['idNumber'] });
    expect(JSON.stringify(all)).not.toContain('最后两位');
    const counts = [
      orgs.xicheng.id,
      orgs.xinjiekou.id,
      orgs.xinjiekouJoint.id,
      orgs.haidian.id,
      orgs.jinggui.id,
    ];
    const found = await Promise.all(counts.map((node) => search(sunjing, { org: node })));
    expect(found.map(({ length }) => length)).toEqual([2, 2, 2, 1, 0]);
  });

  it.each<[string, () => object, number]>([
    ['an outcome', () => ({ outcome: 'application.rejected' }), 1],
    ['a member of staff', () => ({ by: limin.id }), 1],
    ['a member of staff, elsewhere', () => ({ by: limin.id, org: orgs.haidian.id }), 0],
    ['a member of staff and an outcome', () => ({ by: zhaoqiang.id, outcome: 'application.approved' }), 0],
    ['a card', () => ({ cardNumber: approvedOne.cardNumber, outcome: 'application.approved' }), 1],
    ['a card, elsewhere', () => ({ cardNumber: approvedOne.cardNumber, org: orgs.haidian.id }), 0],
    ['a card that was never issued', () => ({ cardNumber: '110102999999' }), 0],
    ['today', () => ({ from: dayOf(Date.now()), to: dayOf(Date.now()) }), 3],
    ['up to yesterday', () => ({ to: dayOf(Date.now() - DAY) }), 0],
    ['from tomorrow', () => ({ from: dayOf(Date.now() + DAY) }), 0],
  ])('are found by %s', async (_what, input, count) => {
    expect(await search(sunjing, input())).toHaveLength(count);
  });

  it('about one person are all there, with what they did themself', async () => {
    const all = await search(sunjing, { person: approvedOne.who.id });
    expect(all.map(({ kind, to, by }) => [kind, to, by?.name])).toEqual([
      ['application', 'approved', '李敏'],
      ['consent', 'given', undefined],
    ]);
  });

  it('that were about another submission name nobody', async () => {
    const { who } = await decided(limin, rejection);
    await applied(code, who);
    await settled();
    const [latest] = await search(sunjing, { person: who.id, outcome: 'application.rejected' });
    expect(latest?.member).toEqual({ person: who.id });
  });

  it('come in pages, also where only a few are wanted, each once', async () => {
    for (let i = 0; i < 30; i++)
      await decided(i % 10 === 0 ? zhaoqiang : limin, i % 10 === 0 ? rejection : approval);
    await settled();
    const walk = async (input: object) => {
      const pages: number[] = [];
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await sunjing.call('listDecisions', { org, ...input, cursor });
        pages.push(body.decisions.length);
        seen.push(...body.decisions.map(({ member, at }) => `${at} ${member.person}`));
        cursor = body.cursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual([...seen].sort().reverse());
      return pages;
    };
    expect(await walk({})).toEqual([25, 9]);
    expect(await walk({ by: limin.id })).toEqual([25, 4]);
    expect(await walk({ outcome: 'application.rejected' })).toEqual([5]);
    const { body } = await sunjing.call('listDecisions', { org });
    const reused = await sunjing.call('listDecisions', { org, by: limin.id, cursor: body.cursor });
    expect(reused.refusal?.code).toBe('INVALID');
  }, 40_000);

  it('cost a page, whatever there is besides', async () => {
    const { cost } = await sunjing.call('listDecisions', { org });
    // Roles and node, the page, 25 people with their keys, two deciders.
    expect(cost.reads).toBeLessThanOrEqual(2 + 2 + 25 + 1.5);
    expect(cost.trips).toBeLessThanOrEqual(3);
  });
});

it('the nodes below one are told in the order of the tree', async () => {
  const nodes = async (who: Actor, node: string) =>
    (await who.call('listNodes', { org: node })).body.nodes.map(({ name, depth }) => [depth, name]);
  expect(await nodes(sunjing, org)).toEqual([
    [0, orgs.city.name],
    [1, orgs.xicheng.name],
    [2, orgs.xinjiekou.name],
    [1, orgs.haidian.name],
    [2, orgs.zhongguancun.name],
  ]);
  expect(await nodes(sunjing, orgs.xicheng.id)).toEqual([
    [0, orgs.xicheng.name],
    [1, orgs.xinjiekou.name],
  ]);
});

describe('disclosures', () => {
  it('are found with who, as what, of whom and what for; the same request is one', async () => {
    const { id, who } = await waiting();
    const key = newKey();
    for (let i = 0; i < 2; i++) await limin.call('discloseApplication', { id, purpose: 'review' }, { key });
    await zhouyun.call('discloseApplication', { id, purpose: 'settle' });
    await settled();
    const found = async (input: object) =>
      (await sunjing.call('listDisclosures', { org, ...input })).body.disclosures.map(({ by, purpose }) => [
        by.name,
        purpose,
      ]);
    expect(await found({})).toEqual([
      ['周芸', 'settle'],
      ['李敏', 'review'],
    ]);
    expect(await found({ purpose: 'review' })).toEqual([['李敏', 'review']]);
    expect(await found({ by: zhouyun.id })).toEqual([['周芸', 'settle']]);
    expect(await found({ org: orgs.haidian.id })).toEqual([]);
    expect(await found({ person: who.id, purpose: 'settle' })).toEqual([['周芸', 'settle']]);
    const [one] = (await sunjing.call('listDisclosures', { org })).body.disclosures;
    expect(one).toMatchObject({
      member: { name: expect.stringMatching(/^.\*+$/) },
      role: 'reviewer',
      office: orgs.xicheng.name,
      org: { id: orgs.xinjiekouJoint.id },
    });
  });
});

describe('calling back', () => {
  async function listed(who: Actor, node: string) {
    const rows: ResponseOf<typeof audit.listCallBacks>['callBacks'] = [];
    let cursor: string | undefined;
    do {
      const { body } = await who.call('listCallBacks', { org: node, cursor });
      rows.push(...body.callBacks);
      cursor = body.cursor;
    } while (cursor);
    return rows;
  }
  const onList = async (who: Actor, node: string) => (await listed(who, node)).map(({ id }) => id);
  /** Somebody whose approval was drawn, with nobody else on the list. */
  async function drawnOne() {
    const one = await decided(limin);
    await settled();
    return one;
  }

  it('draws by a lot that nobody can foresee, the same for the same submission', async () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `${'x'.repeat(18)}${String(i).padStart(4, '0')}.1`);
    const lots = await Promise.all(ids.map(lotOf));
    expect(await Promise.all(ids.slice(0, 50).map(lotOf))).toEqual(lots.slice(0, 50));
    const share = lots.filter((lot) => lot < 0.02).length / lots.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });

  it('is for auditors above the union, and tells the reviewer nothing', async () => {
    const { id } = await decided(limin);
    const told = JSON.stringify(
      (await limin.call('listApplications', { session: code, status: 'approved' })).body,
    );
    expect(told).not.toMatch(/drawn|lot/);
    await settled();
    expect(await onList(sunjing, orgs.xicheng.id)).toContain(id);
    expect(await onList(sunjing, orgs.haidian.id)).not.toContain(id);
    expect((await limin.call('listCallBacks', { org: orgs.xinjiekouJoint.id })).refusal?.code).toBe(
      'NOT_YOURS',
    );
  });

  it('shows the number only to who opened it, which is recorded, and which the member sees', async () => {
    const { id, who } = await drawnOne();
    expect(JSON.stringify(await listed(sunjing, org))).not.toContain(
      who.form.phone.kind === 'typed' ? who.form.phone.number : '?',
    );
    const key = newKey();
    const opened = await sunjing.call('openCallBack', { id }, { key });
    expect(opened.body).toMatchObject({
      status: 'open',
      name: who.form.name,
      phone: who.form.phone.kind === 'typed' ? who.form.phone.number : '?',
      approvedBy: { name: '李敏' },
      evidence: 'seenAtDesk',
      tries: 0,
    });
    expect((await sunjing.call('openCallBack', { id }, { key })).body).toEqual(opened.body);
    await settled();
    const { body } = await sunjing.call('listDisclosures', { org, purpose: 'callBack' });
    expect(body.disclosures.map(({ member, by, role }) => [member.person, by.name, role])).toEqual([
      [who.id, '孙敬', 'auditor'],
    ]);
    const { body: mine } = await who.call('listReadings', {});
    expect(mine.readings).toMatchObject([{ purpose: 'callBack', role: 'auditor', office: orgs.city.name }]);
    const again = (await listed(sunjing, org)).find((one) => one.id === id);
    expect(again?.taken).toMatchObject({ mine: true, by: { name: '孙敬' } });
  });

  it('is noted once, with words only who opens it again can read, and goes into the records', async () => {
    const { id, who } = await drawnOne();
    const unopened = await sunjing.call('noteCallBack', { id, result: 'confirmed' });
    expect(unopened.refusal?.code).toBe('CALL_BACK_NOT_OPENED');
    for (let call = 1; call <= 3; call++) {
      const { body } = await sunjing.call('openCallBack', { id });
      expect(body).toMatchObject({ tries: call - 1, ...(call > 1 ? { words: '没有人接' } : {}) });
      const key = newKey();
      const note = { id, result: 'notReached', words: '没有人接' } as const;
      const once = await sunjing.call('noteCallBack', note, { key });
      expect((await sunjing.call('noteCallBack', note, { key })).body).toEqual(once.body);
    }
    expect((await sunjing.call('openCallBack', { id })).refusal?.code).toBe('CALL_BACK_DONE');
    expect(await onList(sunjing, org)).not.toContain(id);
    await settled();
    const noted = await search(sunjing, { person: who.id, outcome: 'callBack.notReached' });
    expect(noted.map(({ by, role, from }) => [by?.name, role, from])).toEqual(
      Array(3).fill(['孙敬', 'auditor', 'open']),
    );
    expect(await search(sunjing, { outcome: 'callBack.notReached' })).toHaveLength(3);
  });

  it('raises a denial to the node above, out of sight of the union, until it is settled there', async () => {
    const { id, who } = await drawnOne();
    await sunjing.call('openCallBack', { id });
    await sunjing.call('noteCallBack', { id, result: 'denied', words: '说没有办过，手机号是家里人的' });
    const seenBy = async (who: Actor, node: string) =>
      (await who.call('listDenials', { org: node })).body.denials.map((one) => one.id);
    expect(await seenBy(limin, orgs.xinjiekouJoint.id)).toEqual([]);
    expect(await seenBy(zhouyun, orgs.xicheng.id)).toEqual([id]);
    expect(await seenBy(sunjing, orgs.xinjiekouJoint.id)).toEqual([id]);
    expect((await zhouyun.call('listQueues', { org: orgs.xicheng.id })).body.denied).toBe(1);
    expect((await limin.call('listQueues', { org: orgs.xinjiekouJoint.id })).body.denied).toBe(0);
    const [row] = (await zhouyun.call('listDenials', { org: orgs.xicheng.id })).body.denials;
    expect(row).toMatchObject({
      member: { name: expect.stringMatching(/^.\*+$/) },
      approvedBy: { name: '李敏' },
      calledBy: { name: '孙敬' },
    });
    expect(JSON.stringify(row)).not.toContain('家里人');
    expect((await limin.call('openDenial', { id })).refusal?.code).toBe('NOT_YOURS');
    const { body: opened } = await zhouyun.call('openDenial', { id });
    expect(opened).toMatchObject({ name: who.form.name, words: '说没有办过，手机号是家里人的' });
    expect((await limin.call('settleDenial', { id, words: '看过了' })).refusal?.code).toBe('NOT_YOURS');
    expect((await sunjing.call('settleDenial', { id, words: '看过了' })).refusal?.code).toBe('NOT_YOURS');
    await zhouyun.call('settleDenial', { id, words: '已上门核实，作废处理' });
    expect(await seenBy(zhouyun, orgs.xicheng.id)).toEqual([]);
    await settled();
    const trail = await search(sunjing, { person: who.id });
    const looked = (await sunjing.call('listDisclosures', { org, person: who.id })).body.disclosures;
    expect(looked.map(({ by, role, purpose }) => [by.name, role, purpose])).toEqual([
      ['周芸', 'reviewer', 'callBack'],
      ['孙敬', 'auditor', 'callBack'],
    ]);
    expect(trail.map(({ to, by }) => [to, by?.name])).toEqual([
      ['settled', '周芸'],
      ['denied', '孙敬'],
      ['approved', '李敏'],
      ['given', undefined],
    ]);
  });

  it('ends where the member has left: there is nobody to call', async () => {
    const { id, who } = await drawnOne();
    await who.call('leaveUnion', {});
    expect((await sunjing.call('openCallBack', { id })).body).toEqual({ status: 'lapsed' });
    expect(await onList(sunjing, org)).not.toContain(id);
    await settled();
    const { body } = await sunjing.call('listDisclosures', { org, person: who.id });
    expect(body.disclosures).toEqual([]);
  });

  it('leaves nothing of the words in the table', async () => {
    const { id, who } = await drawnOne();
    await sunjing.call('openCallBack', { id });
    await sunjing.call('noteCallBack', { id, result: 'confirmed', words: '本人当面办的' });
    await settled();
    const { items } = await queryItems({
      KeyConditionExpression: 'pk = :person',
      ExpressionAttributeValues: { ':person': `PERSON#${who.id}` },
    });
    expect(items.some(({ sk }) => String(sk).startsWith('CALLBACK#'))).toBe(true);
    expect(JSON.stringify(items)).not.toContain('本人当面办的');
  });
});

describe('approving faster than people can look', () => {
  /** Of the day it is now: the tests above are faster than people can look as well. */
  const flagged = async (who: Actor, node: string) => {
    const { reviewers } = (await who.call('listPaces', { org: node })).body;
    return reviewers.filter(({ day }) => day === dayOf(Date.now()));
  };

  it('is flagged with its figures: many at once, none of them opened', async () => {
    travel(2 * DAY);
    code = await openedSession(limin);
    const ids = await Promise.all(Array.from({ length: 14 }, async () => (await waiting()).id));
    await limin.call('decideMany', { decisions: ids.map((id) => ({ id, ...approval })) });
    await settled();
    const [one, ...others] = await flagged(sunjing, org);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      by: { id: limin.id, name: '李敏' },
      day: dayOf(Date.now()),
      orgs: [{ id: orgs.xinjiekouJoint.id, name: orgs.xinjiekouJoint.name }],
      approved: 14,
      stretches: [{ people: 14, opened: 0 }],
    });
    expect(await flagged(sunjing, orgs.xicheng.id)).toHaveLength(1);
    expect(await flagged(sunjing, orgs.haidian.id)).toEqual([]);
    // The cases behind it are the reviewer's decisions of that day.
    const day = dayOf(Date.now());
    const behind = await search(sunjing, { by: limin.id, from: day, to: day });
    expect(behind).toHaveLength(14);
  });

  it('is not flagged where the cases were opened one by one before, nor where it takes its time', async () => {
    travel(4 * DAY);
    code = await openedSession(zhaoqiang);
    const ids: string[] = [];
    for (let i = 0; i < 12; i++) ids.push((await waiting()).id);
    for (const id of ids) {
      await zhaoqiang.call('discloseApplication', { id, purpose: 'review' });
      travel(15 * SECOND);
    }
    await zhaoqiang.call('decideMany', { decisions: ids.map((id) => ({ id, ...approval })) });
    travel(10 * MINUTE);
    for (let i = 0; i < 12; i++) {
      await decided(zhaoqiang);
      travel(11 * SECOND);
    }
    await settled();
    expect(await flagged(sunjing, org)).toEqual([]);
  });
});
