import { orgs } from '@niangjia/shared/cast';
import { HOUR, instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changes, following } from '../../../proof/changes.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { dayFromNow, makeActivity, makeClub, reportedActivity } from '../../../proof/clubs/world.ts';
import { dump } from '../../../proof/dump.ts';
import { seeded, shuffled } from '../../../proof/seeded.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';
import { main as consume } from '../../stream.ts';

/** A year in figures: how far activities came, where the money is, beside the budget. */

const settled = following();
let reviewer: Actor;
let finance: Actor;

const figures = async (org: string, year = '2026', who = finance) =>
  (await who.call('getClubFigures', { org, year })).body;

beforeAll(async () => {
  setClock(instantOf('2026-06-15', '12:00'));
  await seed();
  [reviewer, finance] = [await staffActor('fangling'), await staffActor('majun')];
  const leader = await member(5_600);
  const club = await makeClub(leader);
  for (const days of [-20, -17, -14, -11]) {
    const start = dayFromNow(days, '14:00');
    const { id: activity } = await reportedActivity(club, {
      people: 30,
      changed: { start, nature: 'district' },
    });
    await reviewer.call('gradeActivity', { activity, club: club.id, as: 'table', seen: 'A' });
  }
  await makeActivity(club);
  await makeActivity(club, { status: 'approved' });
  await makeActivity(club, { status: 'booking' });
  await reportedActivity(club, { people: 5 });
  const redeem = () => leader.call('redeemPoints', { club: club.id, points: 100 });
  const [one, two, three] = [await redeem(), await redeem(), await redeem()];
  await settled();
  setClock(Date.now() + 24 * HOUR);
  for (const { body } of [one, three])
    await reviewer.call('reviewRedemption', { redemption: body.id, approved: true });
  setClock(Date.now() + 24 * HOUR);
  await finance.call('payRedemption', { redemption: one.body.id, voucher: '记-0617' });
  await reviewer.call('reviewRedemption', { redemption: two.body.id, approved: false, words: '账户不对' });
  await settled();
});
afterAll(letClockGo);

it('says how far activities came, and what was paid and promised, by month and union', async () => {
  expect(await figures(orgs.xinjiekou.id)).toMatchObject({
    org: { name: orgs.xinjiekou.name },
    funnel: { declared: 7, approved: 6, held: 5, reported: 5, graded: 4 },
    ...{ clubs: 1, points: 320, paid: 200_000, promised: 200_000, toMoney: 48 * HOUR, mayBudget: true },
    unions: [{ name: orgs.xinjiekouJoint.name, paid: 200_000, promised: 200_000 }],
  });
  const { months } = await figures(orgs.xinjiekou.id);
  expect(months[5]).toEqual({ month: '2026-06', paid: 200_000, promised: 200_000 });
  expect(months.filter(({ paid }) => paid > 0)).toHaveLength(1);
});

it('another year, and another street, have none of it', async () => {
  expect(await figures(orgs.xinjiekou.id, '2027')).toMatchObject({ paid: 0, promised: 0, points: 0 });
  const elsewhere = { org: orgs.zhongguancun.id, year: '2026' };
  expect((await finance.call('getClubFigures', elsewhere)).refusal?.code).toBe('NOT_YOURS');
  const city = await figures(orgs.zhongguancun.id, '2026', await staffActor('sunjing'));
  expect(city).toMatchObject({ paid: 0, clubs: 0, mayBudget: false });
});

it('what is paid in the year after counts there', async () => {
  setClock(instantOf('2027-01-05', '12:00'));
  const { body } = await finance.call('listRedemptions', { org: orgs.xinjiekou.id, state: 'reviewed' });
  const redemption = body.redemptions[0]?.id ?? '';
  await finance.call('payRedemption', { redemption, voucher: '记-0105' });
  await settled();
  expect(await figures(orgs.xinjiekou.id)).toMatchObject({ paid: 200_000, promised: 0 });
  expect(await figures(orgs.xinjiekou.id, '2027')).toMatchObject({ paid: 200_000, promised: 0 });
});

it('a budget is set once however often it is said, and recorded', async () => {
  const input = { org: orgs.xicheng.id, year: '2026', fen: 10_000_000 };
  for (let i = 0; i < 2; i++) expect((await finance.call('setClubBudget', input)).body.fen).toBe(10_000_000);
  setClock(Date.now() + HOUR);
  await finance.call('setClubBudget', { ...input, fen: 12_000_000 });
  await settled();
  expect((await figures(orgs.xicheng.id)).budget).toBe(12_000_000);
  const recorded = await decisionsAbout(orgs.xicheng.id);
  const sets = recorded.flatMap(({ kind, changes: changed }) => (kind === 'budget' ? (changed ?? []) : []));
  expect(sets.map(({ after }) => after).sort()).toEqual(['10000000', '12000000']);
  expect((await reviewer.call('setClubBudget', input)).refusal?.code).toBe('NOT_YOURS');
});

it('told three times in any order, all that the stream makes is as it was', async () => {
  const before = [...(await dump())].sort();
  const records = await changes();
  const thrice = shuffled([...records, ...records, ...records], seeded(7));
  await consume({ Records: thrice });
  expect([...(await dump())].sort()).toEqual(before);
});
