import { describe, expect, it } from 'vitest';
import { madeIdNumber, orgs } from '../cast.ts';
import { Refusal } from '../refusal.ts';
import type { Role, Staff } from '../roles.ts';
import { DAY, HOUR, instantOf, MINUTE } from '../time.ts';
import { type Application, type Approved, isLive } from './application.ts';
import { leave, showCard } from './membership.ts';
import { firstJoiningPolicy } from './policy.ts';
import { decide, type Ruling, whyNotDecide } from './ruling.ts';
import { type Submission, submit, whyNotEligible, withdraw } from './submission.ts';

const noon = instantOf('2026-11-22', '12:40');
const { kind: _, ...org } = orgs.xinjiekouJoint;
const bytes = new Uint8Array([1]);
const submission: Submission = {
  id: 'wangfang',
  org,
  session: 'session',
  scannedAt: noon - 3 * MINUTE,
  openedAt: noon - 2 * MINUTE,
  ethnicity: '01',
  education: '30',
  political: '13',
  employment: { kind: 'newForm', occupation: 'courier', platform: '顺达快递' },
  consents: { privacy: '1', realName: '1', pledge: '1' },
  idHash: 'number',
  sealed: { name: bytes, idNumber: bytes, phone: bytes },
  display: bytes,
  rivals: undefined,
};
const staff = (id: string, path: string, role: Role = 'reviewer'): Staff => ({
  id,
  grants: [{ role, path, authority: '工发〔2026〕1号' }],
});
const limin = staff('limin', '/1/1/1/1/');
const approve: Ruling = { outcome: 'approved', evidence: 'seenAtDesk' };
const reject: Ruling = {
  outcome: 'rejected',
  reason: { code: 'idMismatch', words: '最后两位和证件不同', fields: ['idNumber'] },
};
const cardNumber = '110102000001';
const policy = firstJoiningPolicy;
const lot = 0.5;
let keys = 0;
const fresh = () => ({ key: `key ${++keys}`, hash: 'body' });
const code = (run: () => unknown) => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const submitted = () => submit(undefined, submission, fresh(), noon);
const ruled = (ruling: Ruling, application = submitted()) =>
  decide(
    application,
    { staff: limin, round: application.round, ruling, rivals: [], cardNumber, words: bytes, policy, lot },
    fresh(),
    noon + MINUTE,
  );

describe('submitting', () => {
  it.each([
    ['20101122', undefined],
    ['20101123', 'UNDER_16'],
  ])('born %s on 22 November 2026: %s', (birth, why) => {
    expect(whyNotEligible(madeIdNumber('110102', birth, 1), noon)).toBe(why);
  });

  it.each<[string, () => Application, string | undefined]>([
    ['waiting', submitted, 'ALREADY_SUBMITTED'],
    ['a member', () => ruled(approve), 'ALREADY_MEMBER'],
    ['suspended', () => ({ ...(ruled(approve) as Approved), membership: 'suspended' }), 'ALREADY_MEMBER'],
    ['one who left', () => ({ ...(ruled(approve) as Approved), membership: 'left' }), undefined],
    ['rejected', () => ruled(reject), undefined],
    ['withdrawn', () => withdraw(submitted(), fresh(), noon), undefined],
  ])('somebody who is %s: %s', (_state, before, why) => {
    expect(code(() => submit(before(), submission, fresh(), noon + HOUR))).toBe(why);
  });

  it('counts rounds and drops the decision that was mended', () => {
    const again = submit(ruled(reject), submission, fresh(), noon + HOUR);
    expect(again).toMatchObject({ status: 'submitted', round: 2 });
    expect(again).not.toHaveProperty('decision');
  });

  it('keeps the card number of somebody who comes back', () => {
    const left: Application = { ...(ruled(approve) as Approved), membership: 'left' };
    const back = submit(left, submission, fresh(), noon + DAY);
    expect(ruled(approve, back)).toMatchObject({ cardNumber });
  });

  it('lets an account try three ID numbers a day, and another three the next', () => {
    let application: Application = submitted();
    const tryNumber = (idHash: string, at: number) => {
      application = submit(withdraw(application, fresh(), at), { ...submission, idHash }, fresh(), at);
    };
    tryNumber('second', noon + 1);
    tryNumber('third', noon + 2);
    expect(code(() => tryNumber('fourth', noon + 3))).toBe('TOO_MANY_NUMBERS');
    tryNumber('second', noon + 4);
    tryNumber('fourth', noon + DAY);
  });
});

describe('the same request again', () => {
  const request = { key: 'again', hash: 'body' };
  const first = submit(undefined, submission, request, noon);
  it('changes nothing, even after more has happened', () => {
    const rejected = ruled(reject, first);
    expect(submit(rejected, submission, request, noon + HOUR)).toBe(rejected);
  });
  it('with another body is refused', () => {
    const other = { key: 'again', hash: 'another' };
    expect(code(() => submit(first, submission, other, noon + HOUR))).toBe('KEY_REUSED');
  });
  it('is forgotten after 24 hours', () => {
    expect(code(() => submit(first, submission, request, noon + DAY))).toBe('ALREADY_SUBMITTED');
  });
  it('holds for a decision', () => {
    const question = { staff: limin, round: 1, ruling: approve, rivals: [], cardNumber, policy, lot };
    const approved = decide(first, question, { key: 'decision', hash: 'x' }, noon);
    expect(decide(approved, question, { key: 'decision', hash: 'x' }, noon + MINUTE)).toBe(approved);
  });
});

describe('deciding', () => {
  const member = ruled(approve);
  it.each<[string, Partial<Parameters<typeof whyNotDecide>[0]>, string | undefined]>([
    ['one tap on site', {}, undefined],
    ['a street above', { staff: staff('up', '/1/1/1/') }, undefined],
    ['the city', { staff: staff('city', '/1/') }, undefined],
    ['another union of the street', { staff: staff('side', '/1/1/1/2/') }, 'NOT_YOURS'],
    ['a node below', { staff: staff('down', '/1/1/1/1/5/') }, 'NOT_YOURS'],
    ['a path that only looks alike', { staff: staff('alike', '/1/1/1/11/') }, 'NOT_YOURS'],
    ['an auditor', { staff: staff('sunjing', '/1/', 'auditor') }, 'NOT_YOURS'],
    ['an admin', { staff: staff('zhenghua', '/1/', 'admin') }, 'NOT_YOURS'],
    ['the applicant', { staff: staff('wangfang', '/1/') }, 'OWN_CASE'],
    ['an older round', { round: 0 }, 'CHANGED_SINCE'],
    ['a second decision', { application: member }, 'ALREADY_DECIDED'],
    ['no evidence named', { ruling: { outcome: 'approved' } }, 'EVIDENCE_MISSING'],
    ['evidence named as none', { ruling: { outcome: 'approved', evidence: 'none' } }, undefined],
    ['no reason', { ruling: { outcome: 'rejected' } }, 'REASON_MISSING'],
    ['a reason', { ruling: reject }, undefined],
    ['approving while contested', { rivals: ['somebody'] }, 'CONTESTED'],
    ['rejecting while contested', { rivals: ['somebody'], ruling: reject }, undefined],
    ['voiding while contested', { rivals: ['somebody'], ruling: { outcome: 'voided' } }, undefined],
    ['voiding a lone one', { ruling: { outcome: 'voided' } }, 'NOT_CONTESTED'],
    [
      'voiding a contested member',
      { application: member, rivals: ['somebody'], ruling: { outcome: 'voided' } },
      undefined,
    ],
    [
      'voiding who has left',
      { application: leave(member, fresh(), noon), rivals: ['somebody'], ruling: { outcome: 'voided' } },
      'ALREADY_DECIDED',
    ],
    ['voiding a lone member', { application: member, ruling: { outcome: 'voided' } }, 'NOT_CONTESTED'],
  ])('%s: %s', (_case, changed, why) => {
    const asked = {
      application: submitted(),
      staff: limin,
      round: 1,
      ruling: approve,
      rivals: [],
      ...changed,
    };
    expect(whyNotDecide(asked)).toBe(why);
  });

  it('approves with the evidence, the authority and the card number on record', () => {
    expect(member).toMatchObject({
      status: 'approved',
      membership: 'active',
      evidence: 'seenAtDesk',
      cardNumber,
      decision: {
        by: 'limin',
        role: 'reviewer',
        authority: '工发〔2026〕1号',
        from: 'submitted',
        to: 'approved',
      },
    });
    expect(member).not.toHaveProperty('display');
  });

  it.each<[string, Ruling, number, true | undefined]>([
    ['an approval under the share', approve, 0.01, true],
    ['an approval above it', approve, 0.02, undefined],
    ['a rejection', reject, 0.01, undefined],
  ])('%s is drawn to be called back: %3$s', (_what, ruling, one, drawn) => {
    const question = {
      staff: limin,
      round: 1,
      ruling,
      rivals: [],
      cardNumber,
      words: bytes,
      policy,
      lot: one,
    };
    expect(decide(submitted(), question, fresh(), noon)).toMatchObject({ decision: { drawn } });
  });

  it('rejects with what to mend, and keeps it for 30 days', () => {
    expect(ruled(reject)).toMatchObject({
      status: 'rejected',
      decision: { reason: 'idMismatch', words: bytes, fields: ['idNumber'] },
    });
  });

  it('remembers that a membership ended, when one is voided and until there is one again', () => {
    const voiding = {
      staff: limin,
      round: 1,
      ruling: { outcome: 'voided' as const },
      rivals: ['x'],
      policy,
      lot,
    };
    const voided = decide(member, voiding, fresh(), noon + HOUR);
    expect(voided).toMatchObject({ status: 'voided', endedAt: noon + HOUR });
    const again = submit(voided, submission, fresh(), noon + DAY);
    expect(again).toMatchObject({ cardNumber, endedAt: noon + HOUR });
    expect(ruled(approve, again)).toMatchObject({ cardNumber, endedAt: undefined });
  });

  it('tells whoever comes second what was decided', () => {
    const second = () =>
      decide(
        member,
        { staff: limin, round: 1, ruling: reject, rivals: [], policy, lot },
        fresh(),
        noon + HOUR,
      );
    expect(second).toThrow(
      expect.objectContaining({
        code: 'ALREADY_DECIDED',
        details: { outcome: 'approved', decidedAt: noon + MINUTE, by: limin.id },
      }),
    );
  });
});

it('withdraws only what waits', () => {
  expect(code(() => withdraw(undefined, fresh(), noon))).toBe('NOTHING_TO_WITHDRAW');
  expect(code(() => withdraw(ruled(approve), fresh(), noon))).toBe('NOTHING_TO_WITHDRAW');
  expect(withdraw(submitted(), fresh(), noon)).toMatchObject({ status: 'withdrawn' });
});

it.each([
  ['waiting', submitted(), true],
  ['a member', ruled(approve), true],
  ['rejected', ruled(reject), false],
])('%s is live: %s', (_state, application, live) => {
  expect(isLive(application)).toBe(live);
});

it('notes the first showing of the card only', () => {
  const shown = showCard(ruled(approve) as Approved, noon + 2 * MINUTE);
  expect(shown.shownAt).toBe(noon + 2 * MINUTE);
  expect(showCard(shown, noon + HOUR)).toBe(shown);
});
