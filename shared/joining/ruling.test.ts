import { describe, expect, it } from 'vitest';
import type { Role, Staff } from '../roles.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { Application, Approved } from './application.ts';
import { leave } from './membership.ts';
import { firstJoiningPolicy as policy } from './policy.ts';
import { decide, type Ruling, whyNotAmongMany, whyNotDecide } from './ruling.ts';
import { bytes, fresh, noon, waiting } from './someMember.ts';
import { submit } from './submission.ts';

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
const lot = 0.5;
const ruled = (ruling: Ruling, application: Application = waiting) =>
  decide(
    application,
    { staff: limin, round: application.round, ruling, rivals: [], cardNumber, words: bytes, policy, lot },
    fresh(),
    noon + MINUTE,
  );
const approved = ruled(approve) as Approved;

describe('deciding', () => {
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
    ['a second decision', { application: approved }, 'ALREADY_DECIDED'],
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
      { application: approved, rivals: ['somebody'], ruling: { outcome: 'voided' } },
      undefined,
    ],
    [
      'voiding who has left',
      { application: leave(approved, fresh(), noon), rivals: ['somebody'], ruling: { outcome: 'voided' } },
      'ALREADY_DECIDED',
    ],
    ['voiding a lone member', { application: approved, ruling: { outcome: 'voided' } }, 'NOT_CONTESTED'],
  ])('%s: %s', (_case, changed, why) => {
    const asked = {
      application: waiting,
      staff: limin,
      round: 1,
      ruling: approve,
      rivals: [],
      ...changed,
    };
    expect(whyNotDecide(asked)).toBe(why);
  });

  it('approves with the evidence, the authority and the card number on record', () => {
    expect(approved).toMatchObject({
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
    expect(approved).not.toHaveProperty('display');
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
    expect(decide(waiting, question, fresh(), noon)).toMatchObject({ decision: { drawn } });
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
    const voided = decide(approved, voiding, fresh(), noon + HOUR);
    expect(voided).toMatchObject({ status: 'voided', endedAt: noon + HOUR });
    const again = submit(voided, waiting, fresh(), noon + DAY);
    expect(again).toMatchObject({ cardNumber, endedAt: noon + HOUR });
    expect(ruled(approve, again)).toMatchObject({ cardNumber, endedAt: undefined });
  });

  it('tells whoever comes second what was decided', () => {
    const second = () =>
      decide(
        approved,
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

  it('is made once, however often it is sent', () => {
    const question = { staff: limin, round: 1, ruling: approve, rivals: [], cardNumber, policy, lot };
    const once = decide(waiting, question, { key: 'decision', hash: 'x' }, noon);
    expect(decide(once, question, { key: 'decision', hash: 'x' }, noon + MINUTE)).toBe(once);
  });
});

it.each<[string, Ruling, string | undefined]>([
  ['the document seen', { outcome: 'approved', evidence: 'seenAtDesk' }, undefined],
  ['checked online', { outcome: 'approved', evidence: 'checkedOnline' }, undefined],
  ['nothing checked', { outcome: 'approved', evidence: 'none' }, 'EVIDENCE_MISSING'],
  ['nothing said of it', { outcome: 'approved' }, 'EVIDENCE_MISSING'],
  ['voiding', { outcome: 'voided' }, undefined],
])('one of many at once, %s: %3$s', (_case, ruling, why) => {
  expect(whyNotAmongMany(ruling)).toBe(why);
});
