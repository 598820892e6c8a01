import { orgs } from '@niangjia/shared/cast';
import { HOUR } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { actingAs, newKey } from '../../dev/api.ts';
import { type OnSite, onSite, openAt } from '../../dev/onSite.ts';
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
    const first = await at.limin('openSession', plan, { key });
    const again = await at.limin('openSession', plan, { key });
    expect(again.body).toEqual(first.body);
    expect((await at.limin('openSession', { ...plan, place: '别处' }, { key })).refusal?.code).toBe(
      'KEY_REUSED',
    );
    const listed = await at.limin('listSessions', { org: orgs.xinjiekouJoint.id });
    expect(listed.body.sessions.filter(({ place }) => place === '西直门外卖站')).toHaveLength(1);
  });

  it('needs a union that takes members, in the reviewer’s area, with sensible times', async () => {
    const now = Date.now();
    const refusals = [
      await openAt(at.limin, now, now + HOUR, orgs.xinjiekou.id),
      await openAt(at.limin, now, now + HOUR, orgs.zhongguancunJoint.id),
      await openAt(at.limin, now, now - HOUR),
      await openAt(at.limin, now - 3 * HOUR, now - HOUR),
    ];
    expect(refusals.map(({ refusal }) => refusal?.code)).toEqual([
      'NOT_FOUND',
      'NOT_YOURS',
      'SESSION_TIMES',
      'SESSION_PAST',
    ]);
  });

  it('has a poster whose picture is an image', async () => {
    const { body } = await at.limin('getPoster', { code: at.code });
    expect(body.picture).toMatch(/^data:image\/\w+;base64,/);
  });

  it('leads to joining online when its time is over', async () => {
    const wangfang = await actingAs('wangfang');
    vi.useFakeTimers({ toFake: ['Date'] });
    travel(2 * HOUR);
    const late = await (await actingAs('wangfang'))('getSession', { code: at.code });
    expect(late.body.poster).toBe('over');
    const refused = await (await actingAs('wangfang'))('openForm', { from: 'poster', scan: late.body.scan });
    expect(refused.refusal?.code).toBe('POSTER_OVER');
    expect((await wangfang('getSession', { code: at.code })).refusal?.code).toBe('SIGN_IN');
  });

  it('counts who its staff talked to, once a tap', async () => {
    const key = newKey();
    await at.limin('countConsultations', { code: at.code, people: 1 }, { key });
    for (let tap = 0; tap < 8; tap++) await at.limin('countConsultations', { code: at.code, people: 1 });
    await at.limin('countConsultations', { code: at.code, people: 1 }, { key });
    await at.limin('countConsultations', { code: at.code, people: -2 });
    expect((await at.limin('getBoard', { code: at.code })).body).toMatchObject({
      onDuty: ['李敏'],
      figures: { consulted: 7 },
    });
  });
});
