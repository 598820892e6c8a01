import { orgs } from '@niangjia/shared/cast';
import type { Club } from '@niangjia/shared/clubs/club';
import { instantOf, MINUTE } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { clubWithPoints, gradedActivity, handOver } from '../../../proof/clubs/world.ts';
import { meeting } from '../../../proof/layers/meeting.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, actingFor, staffActor } from '../../../proof/world.ts';
import { personOf } from '../../accounts.ts';
import { latestMessages } from '../../inbox.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { appoint } from '../../staff.ts';
import { chainOf } from '../ledgers.ts';

/** From asking to money: a reviewer of the street, then finance of the district, never the same person, never the leader. */

const settled = following();
let people = 5_400;
let reviewer: Actor;
let finance: Actor;
let leader: Actor;
let club: Club;
let redemption: string;

const hired = async (
  name: string,
  org: (typeof orgs)[keyof typeof orgs],
  roles: ('clubReviewer' | 'finance')[],
) => {
  const id = await personOf(`paying-${name}`);
  await appoint(id, name, org, roles, '工发〔2026〕5号');
  return { id, call: actingFor(id) };
};

beforeAll(async () => {
  setClock(instantOf('2026-06-15', '12:00'));
  await seed();
  [reviewer, finance] = [await staffActor('fangling'), await staffActor('majun')];
});
beforeEach(async () => {
  setClock(instantOf('2026-06-15', '12:00'));
  leader = await member(people++);
  club = await clubWithPoints(leader, 200);
  redemption = (await leader.call('redeemPoints', { club: club.id, points: 200 })).body.id;
  await settled();
});
afterEach(letClockGo);

const review = (who = reviewer, key = newKey()) =>
  who.call('reviewRedemption', { redemption, approved: true }, { key });
const refuseFirst = (who = reviewer) =>
  who.call('reviewRedemption', { redemption, approved: false, words: '账户不对' });
const pay = (who = finance, key = newKey(), voucher = '记-2026-0615') =>
  who.call('payRedemption', { redemption, voucher }, { key });
const refuse = (who = finance, key = newKey()) =>
  who.call('refuseRedemption', { redemption, words: '账户不对' }, { key });
const bounce = (who = finance) => who.call('returnRedemption', { redemption, words: '户名不符' });
const statement = async () => {
  await settled();
  return (await leader.call('getStatement', { club: club.id })).body;
};
const listed = async (state: 'requested' | 'reviewed' | 'paid' | 'returned', who: Actor) =>
  (await who.call('listRedemptions', { org: orgs.xinjiekou.id, state })).body.redemptions.find(
    ({ id }) => id === redemption,
  );
const later = () => setClock(Date.now() + MINUTE);

it('goes from the street to the district to the bank, and each list shows it where it is', async () => {
  expect(await listed('requested', reviewer)).toMatchObject({ points: 200, fen: 400_000, year: '2026' });
  expect((await listed('requested', finance))?.why).toBe('NOT_YOURS');
  later();
  expect((await review()).body.state).toBe('reviewed');
  expect(await listed('requested', reviewer)).toBeUndefined();
  expect(await listed('reviewed', finance)).toMatchObject({ reviewedBy: '方玲' });
  expect((await listed('reviewed', finance))?.why).toBeUndefined();
  later();
  expect((await pay()).body.state).toBe('paid');
  expect(await listed('paid', finance)).toMatchObject({ voucher: '记-2026-0615', paidAt: Date.now() });
  const { balance, lines } = await statement();
  expect(balance).toBe(0);
  expect(lines[0]).toMatchObject({ state: 'paid', voucher: '记-2026-0615', paidAt: Date.now() });
});

it('the leader is told each step, and each is recorded with who decided', async () => {
  await review();
  later();
  await pay();
  await settled();
  const { messages } = await latestMessages(leader.id, 10);
  expect(messages.map(({ kind, club: told }) => [kind, told?.name])).toEqual([
    ['redemptionPaid', '喜阅社'],
    ['redemptionReviewed', '喜阅社'],
  ]);
  expect(await decisionsAbout(redemption)).toMatchObject([
    { kind: 'redemption', from: 'reviewed', to: 'paid', by: finance.id, role: 'finance' },
    { kind: 'redemption', from: 'requested', to: 'reviewed', by: reviewer.id, role: 'clubReviewer' },
  ]);
});

it('refused on the street or by finance, its points and the year’s allowance come back', async () => {
  expect((await reviewer.call('reviewRedemption', { redemption, approved: false })).refusal?.code).toBe(
    'REASON_MISSING',
  );
  expect((await refuseFirst()).body.state).toBe('refused');
  expect(await statement()).toMatchObject({ balance: 200, redeemed: 0 });
  redemption = (await leader.call('redeemPoints', { club: club.id, points: 100 })).body.id;
  await settled();
  await review();
  later();
  expect((await refuse()).body.state).toBe('refused');
  const { balance, redeemed, lines } = await statement();
  expect([balance, redeemed]).toEqual([200, 0]);
  expect(lines.map(({ kind, state, words }) => [kind, state, words])).toMatchObject([
    ['release', undefined, undefined],
    ['hold', 'refused', '账户不对'],
    ['release', undefined, undefined],
    ['hold', 'refused', '账户不对'],
    ['award', undefined, undefined],
    ['award', undefined, undefined],
  ]);
});

it('what the bank returned is paid again, or cancelled, which frees the year in which it was asked', async () => {
  await review();
  await pay();
  expect((await bounce()).body.state).toBe('returned');
  expect((await statement()).balance).toBe(0);
  expect((await pay(finance, newKey(), '记-2026-0620')).body.state).toBe('paid');
  await bounce();
  setClock(instantOf('2027-02-01', '12:00'));
  expect((await refuse()).body.state).toBe('cancelled');
  const { balance, redeemed, year } = await statement();
  expect([balance, redeemed, year]).toEqual([200, 0, '2027']);
  const chain = await chainOf(club.id);
  expect(chain[chain.length - 1]).toMatchObject({ kind: 'release', year: '2026', redeemed: { '2026': 0 } });
});

it('each act sent again is answered the same, whatever came after, and done once', async () => {
  const keys = [newKey(), newKey(), newKey()] as const;
  const all = async () => [
    (await review(reviewer, keys[0])).body.state,
    (await pay(finance, keys[1])).body.state,
    (await finance.call('returnRedemption', { redemption, words: '户名不符' }, { key: keys[2] })).body.state,
  ];
  expect(await all()).toEqual(['reviewed', 'paid', 'returned']);
  expect(await all()).toEqual(['reviewed', 'paid', 'returned']);
  const key = newKey();
  expect([(await refuse(finance, key)).body.state, (await refuse(finance, key)).body.state]).toEqual([
    'cancelled',
    'cancelled',
  ]);
  expect((await statement()).lines.filter(({ kind }) => kind === 'release')).toHaveLength(1);
});

describe('never', () => {
  it('by staff of the club’s own union', async () => {
    const own = await hired('own', orgs.xinjiekouJoint, ['clubReviewer', 'finance']);
    expect((await review(own)).refusal?.code).toBe('NOT_YOURS');
    await review();
    expect((await pay(own)).refusal?.code).toBe('NOT_YOURS');
    expect((await listed('reviewed', finance))?.why).toBeUndefined();
  });

  it('by who reviewed it', async () => {
    const both = await hired('both', orgs.xicheng, ['clubReviewer', 'finance']);
    await review(both);
    expect((await listed('reviewed', both))?.why).toBe('SAME_PERSON');
    for (const answer of [await pay(both), await refuse(both)])
      expect(answer.refusal?.code).toBe('SAME_PERSON');
    expect((await pay()).status).toBe(200);
  });

  it('by who asked for it, nor by who leads the club now', async () => {
    const asked = await hired('asked', orgs.xinjiekou, ['clubReviewer']);
    await handOver(club, asked);
    expect((await review(asked)).refusal?.code).toBe('OWN_CLUB');
    expect((await listed('requested', asked))?.why).toBe('OWN_CLUB');
    await handOver(club, leader);
    await appoint(leader.id, '柳雨', orgs.xicheng, ['clubReviewer', 'finance'], '工发〔2026〕5号');
    expect((await review(leader)).refusal?.code).toBe('OWN_CLUB');
    await handOver(club, asked);
    await review();
    expect((await pay(leader)).refusal?.code).toBe('OWN_CLUB');
  });

  it('out of turn', async () => {
    for (const answer of [await pay(), await refuse(), await bounce()])
      expect(answer.refusal?.code).toBe('REDEMPTION_CHANGED');
    await review();
    for (const answer of [await review(), await refuseFirst(), await bounce()])
      expect(answer.refusal?.code).toBe('REDEMPTION_CHANGED');
    await pay();
    for (const answer of [await pay(), await refuse()])
      expect(answer.refusal?.code).toBe('REDEMPTION_CHANGED');
  });
});

describe('at once', () => {
  const outcome = (answers: readonly { refusal: { code: string } | undefined }[]) =>
    answers.map(({ refusal }) => refusal?.code ?? 'OK').sort();
  const payAndRefuse = async () => outcome(await meeting(2, () => Promise.all([pay(), refuse()])));

  it('of paying and refusing one is done', async () => {
    await review();
    expect(await payAndRefuse()).toEqual(['OK', 'REDEMPTION_CHANGED']);
    const { balance, lines } = await statement();
    const paid = lines.some(({ state }) => state === 'paid');
    expect(balance).toBe(paid ? 0 : 200);
  });

  it('of agreeing and refusing on the street one is done', async () => {
    expect(outcome(await Promise.all([review(), refuseFirst(await staffActor('guohao'))]))).toEqual([
      'OK',
      'REDEMPTION_CHANGED',
    ]);
  });

  it('reviewing and paying are one after the other, or only reviewed', async () => {
    const [first, second] = await Promise.all([review(), pay()]);
    expect(first.status).toBe(200);
    expect([undefined, 'REDEMPTION_CHANGED']).toContain(second.refusal?.code);
  });

  it('negative control: without conditions it is paid, and its points come back', async () => {
    await review();
    expect(await sabotaged('conditions', payAndRefuse)).toEqual(['OK', 'OK']);
  });
});

describe('what a club owes', () => {
  it('is repaid in money, no more than that, once a request; and recorded', async () => {
    const { id: activity } = await gradedActivity(club, 100);
    await leader.call('redeemPoints', { club: club.id, points: 100 });
    await reviewer.call('reverseAward', { activity, words: '名单不实' });
    const key = newKey();
    const repay = (points: number, at = key) =>
      finance.call('recordRepayment', { club: club.id, points, voucher: '收-2026-07' }, { key: at });
    expect((await repay(60)).body).toEqual({ owed: 40, fen: 120_000 });
    expect((await repay(60)).body).toEqual({ owed: 40, fen: 120_000 });
    expect((await repay(50, newKey())).refusal?.code).toBe('NOT_OWED');
    const own = await hired('own', orgs.xinjiekouJoint, ['finance']);
    const input = { club: club.id, points: 40, voucher: '收-2026-08' };
    expect((await own.call('recordRepayment', input)).refusal?.code).toBe('NOT_YOURS');
    const { owed, lines } = await statement();
    expect([owed, lines[0]?.kind, lines[0]?.voucher]).toEqual([40, 'repayment', '收-2026-07']);
    expect(await decisionsAbout(club.id)).toMatchObject([{ kind: 'redemption', to: 'repaid' }]);
  });
});
