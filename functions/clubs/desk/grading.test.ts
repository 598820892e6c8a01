import type { Club } from '@niangjia/shared/clubs/club';
import { firstClubsPolicy } from '@niangjia/shared/clubs/policy';
import { DAY, HOUR } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { letClockGo, setClock } from '../../../proof/clock.ts';
import { dayFromNow, gradedActivity, makeClub, reportedActivity } from '../../../proof/clubs/world.ts';
import { meeting } from '../../../proof/layers/meeting.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { putClubsPolicy } from '../../policies.ts';
import { seed } from '../../seed.ts';
import { chainOf } from '../ledgers.ts';

/** Grades become points: once an activity, so many a day, by the table or as two reviewers agree; and are taken back. */

let reviewer: Actor;
let other: Actor;
let leader: Actor;
let club: Club;

beforeAll(async () => {
  await seed();
  [reviewer, other] = [await staffActor('fangling'), await staffActor('guohao')];
  leader = await member(5_200);
});
beforeEach(async () => {
  club = await makeClub(leader);
});
afterEach(letClockGo);

type Seen = 'A+' | 'A' | 'B' | 'C' | 'D' | 'E' | undefined;
const grade = (activity: string, seen: Seen, who = reviewer, key = newKey()) =>
  who.call('gradeActivity', { activity, club: club.id, as: 'table', seen }, { key });
const confirm = (activity: string, seen: Seen, who = other) =>
  who.call('gradeActivity', { activity, club: club.id, as: 'proposed', seen });
const waiting = (people: number, start = dayFromNow(-3, '14:00')) =>
  reportedActivity(club, { people, changed: { start } });
const statement = async () => (await leader.call('getStatement', { club: club.id })).body;

it('the grade of the table is in the ledger with its award, line by line as the leader sees it', async () => {
  const { id } = await waiting(31);
  const { body } = await grade(id, 'B');
  expect(body).toEqual({ grade: 'B', points: 60, balance: 60 });
  const { balance, lines } = await statement();
  expect(balance).toBe(60);
  expect(lines).toMatchObject([
    { seq: 1, kind: 'award', change: 60, balance: 60, activity: { id }, grade: 'B', headcount: 31, rule: 1 },
  ]);
});

it('sent again it is the same award and the same answer, whatever came after', async () => {
  const { id } = await waiting(12);
  const key = newKey();
  const first = await grade(id, 'C', reviewer, key);
  await gradedActivity(club, 100);
  expect((await grade(id, 'C', reviewer, key)).body).toEqual(first.body);
  expect(await chainOf(club.id)).toHaveLength(2);
  expect((await grade(id, 'C', other)).refusal?.code).toBe('ACTIVITY_DECIDED');
});

it('too few people have no grade and no entry, and that is answered the same again', async () => {
  const { id } = await waiting(4);
  const key = newKey();
  const first = await grade(id, undefined, reviewer, key);
  expect(first.body).toEqual({ points: 0, balance: 0 });
  setClock(Date.now() + HOUR);
  await gradedActivity(club, 100);
  expect((await grade(id, undefined, reviewer, key)).body).toEqual(first.body);
  expect(await chainOf(club.id)).toHaveLength(1);
});

describe('is not graded', () => {
  it.each([
    ['as another grade than was seen', {}, 'B', 'GRADE_CHANGED'],
    ['before it is reported', { status: 'held' }, 'C', 'NOT_REPORTED'],
    ['before everybody was asked', { counted: undefined }, 'C', 'ANSWERS_PENDING'],
    ['when it was voided', { status: 'voided' }, 'C', 'ACTIVITY_DECIDED'],
  ] as const)('%s', async (_, changed, seen, why) => {
    const { id } = await reportedActivity(club, { people: 12, changed });
    expect((await grade(id, seen)).refusal?.code).toBe(why);
    expect(await chainOf(club.id)).toEqual([]);
  });

  it('by who was there, who led it, or who leads the club by now', async () => {
    const there = await reportedActivity(club, { people: [reviewer.id, '1', '2', '3', '4'] });
    const led = await reportedActivity(club, { people: 5, changed: { leader: reviewer.id } });
    for (const { id } of [there, led]) expect((await grade(id, 'D')).refusal?.code).toBe('OWN_CLUB');
    club = await makeClub(reviewer);
    const theirs = await reportedActivity(club, { people: 5, changed: { leader: leader.id } });
    expect((await grade(theirs.id, 'D')).refusal?.code).toBe('OWN_CLUB');
  });

  it('under the name of another club', async () => {
    const [{ id }, elsewhere] = [await waiting(12), await makeClub(leader)];
    const wrong = { activity: id, club: elsewhere.id, as: 'table', seen: 'C' } as const;
    expect((await reviewer.call('gradeActivity', wrong)).refusal?.code).toBe('NOT_FOUND');
  });

  it('a second time for one day, also when the day is many entries ago', async () => {
    const [one, two] = [await waiting(12), await waiting(12, dayFromNow(-3, '19:00'))];
    expect((await grade(one.id, 'C')).status).toBe(200);
    for (let i = 0; i < 8; i++) await gradedActivity(club, 20);
    expect((await grade(two.id, 'C')).refusal?.code).toBe('GRADED_THAT_DAY');
    await reviewer.call('reverseAward', { activity: one.id, words: '没有办' });
    expect((await grade(two.id, 'C')).status).toBe(200);
  });
});

it('another grade takes a second reviewer, who confirms or declines it', async () => {
  const { id } = await waiting(12);
  const far = await reviewer.call('proposeGrade', { activity: id, grade: 'A', words: '影响很好' });
  expect(far.refusal?.code).toBe('GRADE_ONE_STEP');
  await reviewer.call('proposeGrade', { activity: id, grade: 'B', words: '影响很好' });
  expect((await confirm(id, 'B', reviewer)).refusal?.code).toBe('SECOND_REVIEWER');
  expect((await reviewer.call('declineProposal', { activity: id })).refusal?.code).toBe('SECOND_REVIEWER');
  expect((await other.call('declineProposal', { activity: id })).status).toBe(200);
  expect((await confirm(id, 'B')).refusal?.code).toBe('NOTHING_PROPOSED');
  await reviewer.call('proposeGrade', { activity: id, grade: 'B', words: '影响很好' });
  expect((await confirm(id, 'B')).body).toEqual({ grade: 'B', points: 60, balance: 60 });
  expect((await statement()).lines).toMatchObject([{ grade: 'B', headcount: 12, points: 60 }]);
});

it('a proposal that is no step beside the table any more, by another policy, is not confirmed', async () => {
  const { id } = await waiting(12);
  await reviewer.call('proposeGrade', { activity: id, grade: 'B', words: '影响很好' });
  const at = Date.now() + 10 * DAY;
  const table = { ...firstClubsPolicy.table, acrossUnions: ['E', 'E', 'E', 'E', 'E'] as Seen[] };
  await putClubsPolicy({
    ...firstClubsPolicy,
    version: 2,
    effectiveFrom: at,
    table,
  } as typeof firstClubsPolicy);
  setClock(at + HOUR);
  expect((await confirm(id, 'B')).refusal?.code).toBe('GRADE_ONE_STEP');
  expect((await grade(id, 'C')).refusal?.code).toBe('GRADE_CHANGED');
  expect((await grade(id, 'E')).body).toMatchObject({ grade: 'E', points: 10 });
  expect((await statement()).lines).toMatchObject([{ rule: 2 }]);
});

describe('taking an award back', () => {
  const reverse = (activity: string, key = newKey()) =>
    reviewer.call('reverseAward', { activity, words: '名单不实' }, { key });

  it('takes what is there; the rest is owed and set against what comes in; once', async () => {
    const { id } = await gradedActivity(club, 100);
    await gradedActivity(club, 20);
    await leader.call('redeemPoints', { club: club.id, points: 100 });
    const key = newKey();
    const first = await reverse(id, key);
    expect(first.body).toEqual({ taken: 20, owed: 80, balance: 0 });
    await gradedActivity(club, 60);
    expect((await reverse(id, key)).body).toEqual(first.body);
    expect((await reverse(id)).refusal?.code).toBe('NOT_GRADED');
    const { balance, owed, lines } = await statement();
    expect([balance, owed]).toEqual([0, 20]);
    expect(lines.map(({ kind, change }) => [kind, change])).toEqual([
      ['award', 0],
      ['reversal', -20],
      ['hold', -100],
      ['award', 20],
      ['award', 100],
    ]);
    expect(lines[1]?.words).toBe('名单不实');
  });
});

describe('at once', () => {
  const entries = async () => (await chainOf(club.id)).map(({ kind }) => kind);
  const all = <T>(requests: readonly (() => Promise<T>)[]) =>
    meeting(requests.length, () => Promise.all(requests.map((send) => send())));
  const codes = (answers: readonly { refusal: { code: string } | undefined }[]) =>
    answers.map(({ refusal }) => refusal?.code ?? 'OK').sort();
  const twoReviewers = async () => {
    const { id } = await waiting(12);
    return all([() => grade(id, 'C', reviewer), () => grade(id, 'C', other)]);
  };
  const twoOfADay = async () => {
    const [one, two] = [await waiting(12), await waiting(12, dayFromNow(-3, '19:00'))];
    return all([() => grade(one.id, 'C', reviewer), () => grade(two.id, 'C', other)]);
  };

  it('two reviewers give one award', async () => {
    expect(codes(await twoReviewers())).toEqual(['ACTIVITY_DECIDED', 'OK']);
    expect(await entries()).toEqual(['award']);
  });

  it('of two activities of one day one is graded', async () => {
    expect(codes(await twoOfADay())).toEqual(['GRADED_THAT_DAY', 'OK']);
    expect(await entries()).toEqual(['award']);
  });

  it('grading and taking back another award both hold', async () => {
    const [earlier, { id }] = [await gradedActivity(club, 40), await waiting(12)];
    const reverse = () => other.call('reverseAward', { activity: earlier.id, words: '名单不实' });
    const answers = await all<{ refusal: { code: string } | undefined }>([() => grade(id, 'C'), reverse]);
    expect(codes(answers)).toEqual(['OK', 'OK']);
    expect((await statement()).balance).toBe(40);
  });

  it('negative control: without conditions both are paid, or one award is lost', async () => {
    const unguarded = <T>(run: () => Promise<T>) => sabotaged('conditions', run);
    expect(codes(await unguarded(twoReviewers))).toEqual(['OK', 'OK']);
    club = await makeClub(leader);
    expect(codes(await unguarded(twoOfADay))).toEqual(['OK', 'OK']);
  });
});
