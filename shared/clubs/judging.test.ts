import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { DAY } from '../time.ts';
import { type Activity, rule, whyNotRule } from './activity.ts';
import { type Attendee, countAgain, counts } from './attendance.ts';
import type { Decided } from './club.ts';
import {
  decline,
  type Grading,
  grade,
  propose,
  recount,
  reverse,
  settle,
  tableGrade,
  voidIt,
  whyNotConfirm,
  whyNotGrade,
  whyNotStrike,
} from './judging.ts';
import { firstClubsPolicy as policy } from './policy.ts';

/** What reviewers do with an activity: agree, settle, grade, propose, find that it was none, take back. */

const now = 1_781_000_000_000;
const org = { id: 'o', path: '/1/1/1/1/', name: '某工会', division: '110102' };
const counted = { at: now, headcount: 31, came: 33, far: 0, denied: 0, anomalies: [] };
const odd = { ...counted, anomalies: [{ kind: 'crowd' as const, people: 9 }] };
const base: Activity = {
  ...{ id: 'a', version: 7, club: { id: 'c', name: '喜阅社' }, org, leader: 'leader', title: '读书分享会' },
  ...{
    nature: 'street',
    start: now - 3 * DAY,
    end: now - 3 * DAY + 1,
    place: '某处',
    expected: 30,
    words: '',
  },
  ...{ status: 'reported', declaredAt: 0, counted, accepted: [] },
};
const like = (changed: Partial<Activity>): Activity => ({ ...base, ...changed });
const as = (by: string, rest: Partial<Grading> = {}): Grading => ({
  ...{ by, leads: false, wasThere: false, gradedThatDay: 0 },
  ...rest,
});
const decided = (by: string): Decided => ({ by, role: 'clubReviewer', authority: '工发', at: now });
const deciding = (by: string) => ({ decided: decided(by), reviewer: as(by) });
let keys = 0;
const request = (key = `k${keys++}`) => ({ key, hash: key });

const graded = (activity: Activity, rest: object = {}, mark = request()) =>
  grade(
    activity,
    { as: 'table', seen: 'B', decided: decided('one'), grading: as('one'), entry: 4, ...rest },
    policy,
    mark,
    now,
  );
const proposed = (activity: Activity, to: 'A' | 'C' | 'D' = 'A', by = 'one') =>
  propose(activity, { grade: to, decided: decided(by), grading: as(by) }, policy, request(), now);
const confirmed = (activity: Activity, by: string, seen = 'A') =>
  graded(activity, { as: 'proposed', seen, decided: decided(by), grading: as(by) });

describe('why an activity cannot be graded', () => {
  it.each([
    ['it can', base, as('one'), undefined],
    ['its leader', base, as('leader'), 'OWN_CLUB'],
    ['who leads the club by now', base, as('one', { leads: true }), 'OWN_CLUB'],
    ['who was there', base, as('one', { wasThere: true }), 'OWN_CLUB'],
    ['not reported', like({ status: 'held' }), as('one'), 'NOT_REPORTED'],
    ['graded', like({ status: 'graded' }), as('one'), 'ACTIVITY_DECIDED'],
    ['voided', like({ status: 'voided' }), as('one'), 'ACTIVITY_DECIDED'],
    ['not counted', like({ counted: undefined }), as('one'), 'ANSWERS_PENDING'],
    ['odd', like({ counted: odd }), as('one'), 'ANOMALIES_OPEN'],
    ['odd, and settled', like({ counted: odd, settled: decided('two') }), as('one'), undefined],
    ['another of that day', base, as('one', { gradedThatDay: 1 }), 'GRADED_THAT_DAY'],
  ] as const)('%s', (_, activity, grading, why) => {
    expect(whyNotGrade(activity, grading, policy)).toBe(why);
    const grades = () => graded(activity, { grading, decided: decided(grading.by) });
    if (why) expect(refusalOf(grades)).toBe(why);
    else expect(grades().status).toBe('graded');
  });
});

it('keeps grade, points, version and the number of its award', () => {
  expect(graded(base)).toMatchObject({
    ...{ status: 'graded', version: 8 },
    result: { grade: 'B', points: 60, rule: 1, at: now, entry: 4 },
    ruled: { by: 'one', from: 'reported', to: 'graded' },
  });
  const few = like({ counted: { ...counted, headcount: 4 } });
  expect(graded(few, { seen: undefined }).result).toEqual({
    ...{ grade: undefined, points: 0, rule: 1, at: now, entry: undefined },
  });
});

it('is another grade where it is not the one that was seen', () => {
  for (const seen of ['A', undefined]) expect(refusalOf(() => graded(base, { seen }))).toBe('GRADE_CHANGED');
  expect(tableGrade(base, policy)).toBe('B');
});

describe('a grade beside the table', () => {
  it.each(['A', 'C'] as const)('one step: %s', (to) => {
    expect(proposed(base, to).proposed).toMatchObject({ grade: to, by: 'one' });
  });

  it('no more than one, and only where it could be graded', () => {
    expect(refusalOf(() => proposed(base, 'D'))).toBe('GRADE_ONE_STEP');
    expect(refusalOf(() => proposed(like({ counted: odd })))).toBe('ANOMALIES_OPEN');
  });

  it('is confirmed, or declined, by a second reviewer', () => {
    const activity = proposed(base);
    expect(whyNotConfirm(base, 'two')).toBe('NOTHING_PROPOSED');
    expect(refusalOf(() => confirmed(activity, 'one'))).toBe('SECOND_REVIEWER');
    expect(refusalOf(() => decline(activity, as('one'), request(), now))).toBe('SECOND_REVIEWER');
    expect(confirmed(activity, 'two').result).toMatchObject({ grade: 'A', points: 80 });
    expect(decline(activity, as('two'), request(), now).proposed).toBeUndefined();
    expect(refusalOf(() => confirmed(activity, 'two', 'B'))).toBe('GRADE_CHANGED');
  });

  it('is none any more after another count', () => {
    const fewer = recount(proposed(base), { ...counted, headcount: 29 });
    expect(refusalOf(() => confirmed(fewer, 'two'))).toBe('NOTHING_PROPOSED');
  });

  it('is no step any more by another table', () => {
    const table = { ...policy.table, street: policy.table.inClub };
    const wanted = {
      as: 'proposed',
      seen: 'A',
      decided: decided('two'),
      grading: as('two'),
      entry: 1,
    } as const;
    const other = () => grade(proposed(base), wanted, { ...policy, table }, request(), now);
    expect(refusalOf(other)).toBe('GRADE_ONE_STEP');
  });
});

describe('agreeing to what was declared', () => {
  const declared = like({ status: 'declared', counted: undefined });
  it.each([
    ['it is', declared, as('one'), undefined],
    ['its leader', declared, as('leader'), 'OWN_CLUB'],
    ['who leads the club by now', declared, as('one', { leads: true }), 'OWN_CLUB'],
    ['decided', like({ status: 'approved' }), as('one'), 'ACTIVITY_DECIDED'],
    ['cancelled', like({ status: 'cancelled' }), as('one'), 'ACTIVITY_DECIDED'],
  ] as const)('%s', (_, activity, reviewer, why) => {
    expect(whyNotRule(activity, reviewer)).toBe(why);
    const rules = (approved: boolean) =>
      rule(activity, { approved, decided: decided(reviewer.by), reviewer }, request(), now);
    if (why) expect(refusalOf(() => rules(true))).toBe(why);
    else expect([rules(true).status, rules(false).status]).toEqual(['approved', 'returned']);
  });
});

describe('what is odd', () => {
  it.each([
    ['is settled', like({ counted: odd }), 'one', undefined],
    ['not by its leader', like({ counted: odd }), 'leader', 'OWN_CLUB'],
    ['where nothing is', base, 'one', 'NOTHING_TO_SETTLE'],
    ['before it is counted', like({ counted: undefined }), 'one', 'NOTHING_TO_SETTLE'],
    ['once it is graded', graded(base), 'one', 'NOTHING_TO_SETTLE'],
  ] as const)('%s', (_, activity, by, why) => {
    const settles = () => settle(activity, deciding(by), request(), now);
    if (why) expect(refusalOf(settles)).toBe(why);
    else expect(settles().settled).toMatchObject({ by });
  });
});

describe('finding that it was none', () => {
  it.each([
    ['reported', base, 'one', undefined],
    ['held', like({ status: 'held' }), 'one', undefined],
    ['approved', like({ status: 'approved' }), 'one', 'ACTIVITY_DECIDED'],
    ['graded', graded(base), 'one', 'ACTIVITY_DECIDED'],
    ['by its leader', base, 'leader', 'OWN_CLUB'],
  ] as const)('%s', (_, activity, by, why) => {
    const voids = () => voidIt(activity, deciding(by), request(), now);
    if (why) expect(refusalOf(voids)).toBe(why);
    else expect(voids()).toMatchObject({ status: 'voided', ruled: { from: activity.status, to: 'voided' } });
  });
});

describe('taking an award back', () => {
  const none = graded(like({ counted: { ...counted, headcount: 4 } }), { seen: undefined });
  it.each([
    ['it is', graded(base), 'one', undefined],
    ['by its leader', graded(base), 'leader', 'OWN_CLUB'],
    ['not graded', base, 'one', 'NOT_GRADED'],
    ['graded with nothing', none, 'one', 'NOT_GRADED'],
  ] as const)('%s', (_, activity, by, why) => {
    const reverses = () => reverse(activity, deciding(by), request(), now);
    if (why) expect(refusalOf(reverses)).toBe(why);
    else {
      expect(reverses().status).toBe('reversed');
      expect(refusalOf(() => reverse(reverses(), deciding('one'), request(), now))).toBe('NOT_GRADED');
    }
  });
});

it('every request of a reviewer again changes nothing', () => {
  const mark = request();
  const once = graded(base, {}, mark);
  expect(graded(once, {}, mark)).toBe(once);
  expect(refusalOf(() => graded(once, {}, { ...mark, hash: 'x' }))).toBe('KEY_REUSED');
});

describe('striking somebody out', () => {
  const attendee = (person: string, rest: Partial<Attendee> = {}): Attendee => ({
    ...{ activity: 'a', person, version: 1, cameAt: now, where: 'near' },
    ...rest,
  });
  it.each([
    ['it can', base, as('one'), undefined],
    ['not reported yet', like({ status: 'held' }), as('one'), undefined],
    ['its leader', base, as('leader'), 'OWN_CLUB'],
    ['who was there', base, as('one', { wasThere: true }), 'OWN_CLUB'],
    ['not counted', like({ counted: undefined }), as('one'), 'ANSWERS_PENDING'],
    ['graded', graded(base), as('one'), 'ACTIVITY_DECIDED'],
  ] as const)('%s', (_, activity, reviewer, why) => {
    expect(whyNotStrike(activity, reviewer)).toBe(why);
  });

  it('counts again who counts, and leaves what was odd', () => {
    const struck = attendee('b', { struck: { by: 'one', at: now } });
    const all = [attendee('a'), struck, attendee('c', { where: 'far' })];
    expect(all.map(counts)).toEqual([true, false, false]);
    expect(countAgain(odd, all, now + 5)).toEqual({ ...odd, at: now + 5, headcount: 1 });
  });
});
