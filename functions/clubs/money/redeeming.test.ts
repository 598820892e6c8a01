import type { Club } from '@niangjia/shared/clubs/club';
import { DAY, HOUR, instantOf } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { clubWithPoints, gradedActivity, handOver, makeClub } from '../../../proof/clubs/world.ts';
import { meeting } from '../../../proof/layers/meeting.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, worker } from '../../../proof/world.ts';
import { changeClub } from '../../clubRecords.ts';
import { seed } from '../../seed.ts';
import { chainOf } from '../ledgers.ts';

/** Points become money that is asked for: whole hundreds, no more than there is, no more than the year allows. */

let people = 5_300;
let leader: Actor;
let club: Club;

beforeAll(async () => {
  await seed();
  leader = await member(people++);
});
beforeEach(async () => {
  setClock(instantOf('2026-06-15', '12:00'));
  club = await clubWithPoints(leader, 340);
});
afterEach(letClockGo);

const redeem = (points: number, key = newKey(), who = leader) =>
  who.call('redeemPoints', { club: club.id, points }, { key });
const statement = async (who = leader) => (await who.call('getStatement', { club: club.id })).body;

it('holds the points at once, for ¥2,000 a hundred', async () => {
  const { body } = await redeem(200);
  expect(body).toMatchObject({ fen: 400_000, balance: 140 });
  expect(await statement()).toMatchObject({
    ...{ leads: true, balance: 140, redeemed: 400_000, yearLeft: 1_600_000, year: '2026' },
    possible: { points: 100, fen: 200_000 },
  });
  const [line] = (await statement()).lines;
  expect(line).toMatchObject({ kind: 'hold', change: -200, redemption: body.id, state: 'requested' });
});

it('everybody may read the statement, which names nobody', async () => {
  await redeem(100);
  const stranger = await worker(5_300);
  const body = await statement(stranger);
  expect(body).toMatchObject({ leads: false, balance: 240 });
  expect(JSON.stringify(body)).not.toContain(leader.id);
});

it('a club that nobody agreed to is its leader’s alone', async () => {
  club = await makeClub(leader, { state: 'applied' });
  expect(await statement()).toMatchObject({ balance: 0, lines: [] });
  const stranger = await worker(5_301);
  expect((await stranger.call('getStatement', { club: club.id })).refusal?.code).toBe('NOT_FOUND');
});

it.each([
  [50, 'REDEEM_HUNDREDS'],
  [0, 'REDEEM_HUNDREDS'],
  [400, 'POINTS_SHORT'],
] as const)('%i points: %s', async (points, why) => {
  expect((await redeem(points)).refusal?.code).toBe(why);
  expect((await statement()).balance).toBe(340);
});

it('is for who leads the club, as a member of the union, while it goes on', async () => {
  const other = await member(people++);
  expect((await redeem(100, newKey(), other)).refusal?.code).toBe('NOT_FOUND');
  await handOver(club, other);
  expect((await redeem(100)).refusal?.code).toBe('NOT_FOUND');
  expect((await redeem(100, newKey(), other)).status).toBe(200);
  const gone = await worker(5_302);
  const theirs = await makeClub(gone);
  const answer = await gone.call('redeemPoints', { club: theirs.id, points: 100 });
  expect(answer.refusal?.code).toBe('CLUB_MEMBERS_ONLY');
  await changeClub({ ...club, version: 2 }, (one) => ({ ...one, version: one.version + 1, state: 'closed' }));
  expect((await redeem(100, newKey(), leader)).refusal?.code).toBe('CLUB_NOT_ACTIVE');
});

it('sent again within a day it is the same request and answer; a day later its key asks anew, under another id', async () => {
  const key = newKey();
  const first = await redeem(100, key);
  await gradedActivity(club, 100);
  expect((await redeem(100, key)).body).toEqual(first.body);
  expect((await redeem(200, key)).refusal?.code).toBe('KEY_REUSED');
  setClock(Date.now() + DAY + HOUR);
  const later = await redeem(100, key);
  expect(later.status).toBe(200);
  expect(later.body.id).not.toBe(first.body.id);
  expect((await chainOf(club.id)).filter(({ kind }) => kind === 'hold')).toHaveLength(2);
});

describe('a year', () => {
  beforeEach(async () => {
    club = await clubWithPoints(leader, 1_200);
  });

  it('gives at most ¥20,000; the next one begins at midnight in Shanghai', async () => {
    setClock(instantOf('2026-12-31', '23:59'));
    expect((await redeem(1_000)).body).toMatchObject({ fen: 2_000_000, balance: 200 });
    expect((await redeem(100)).refusal?.code).toBe('YEAR_CAP');
    expect(await statement()).toMatchObject({ yearLeft: 0, possible: { points: 0 } });
    setClock(instantOf('2027-01-01', '00:00'));
    expect((await redeem(200)).status).toBe(200);
    expect(await statement()).toMatchObject({ year: '2027', redeemed: 400_000, yearLeft: 1_600_000 });
  });
});

describe('twenty at once of a club with 300 points', () => {
  const twenty = async () => {
    club = await clubWithPoints(leader, 300);
    return meeting(20, () => Promise.all(Array.from({ length: 20 }, () => redeem(100))));
  };

  it('three have it, and the others are told that there is no more', async () => {
    const answers = await twenty();
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = new Set(answers.flatMap(({ refusal }) => refusal?.code ?? []));
    expect([...refused].filter((code) => code !== 'BUSY')).toEqual(['POINTS_SHORT']);
    const holds = (await chainOf(club.id)).filter(({ kind }) => kind === 'hold');
    expect(holds.map(({ balance }) => balance)).toEqual([200, 100, 0]);
  });

  it('negative control: without the condition more are told that they have it', async () => {
    const answers = await sabotaged('conditions', twenty);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(3);
  });
});
