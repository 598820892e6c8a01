import { describe, expect, it } from 'vitest';
import { madeIdNumber, orgs } from '../cast.ts';
import { refusalOf } from '../refusalOf.ts';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { Application } from './application.ts';
import { bytes, fresh, member, noon, rejected, waiting, withdrawn } from './someMember.ts';
import { type Submission, submit, whyNotEligible, withdraw } from './submission.ts';

const { kind: _, ...org } = orgs.xinjiekouJoint;
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
const left: Application = { ...member, membership: 'left' };

describe('submitting', () => {
  it.each([
    ['20101122', undefined],
    ['20101123', 'UNDER_16'],
  ])('born %s on 22 November 2026: %s', (birth, why) => {
    expect(whyNotEligible(madeIdNumber('110102', birth, 1), noon)).toBe(why);
  });

  it.each<[string, Application, string | undefined]>([
    ['waiting', waiting, 'ALREADY_SUBMITTED'],
    ['a member', member, 'ALREADY_MEMBER'],
    ['suspended', { ...member, membership: 'suspended' }, 'ALREADY_MEMBER'],
    ['one who left', left, undefined],
    ['rejected', rejected, undefined],
    ['withdrawn', withdrawn, undefined],
  ])('somebody who is %s: %s', (_state, before, why) => {
    expect(refusalOf(() => submit(before, submission, fresh(), noon + HOUR))).toBe(why);
  });

  it('counts rounds and drops the decision that was mended', () => {
    const again = submit(rejected, submission, fresh(), noon + HOUR);
    expect(again).toMatchObject({ status: 'submitted', round: 2 });
    expect(again).not.toHaveProperty('decision');
  });

  it('keeps the card number of somebody who comes back', () => {
    const { cardNumber } = member;
    expect(submit(left, submission, fresh(), noon + DAY)).toMatchObject({ cardNumber });
  });

  it('lets an account try three ID numbers a day, and another three the next', () => {
    let application = submit(undefined, submission, fresh(), noon);
    const tryNumber = (idHash: string, at: number) => {
      application = submit(withdraw(application, fresh(), at), { ...submission, idHash }, fresh(), at);
    };
    tryNumber('second', noon + 1);
    tryNumber('third', noon + 2);
    expect(refusalOf(() => tryNumber('fourth', noon + 3))).toBe('TOO_MANY_NUMBERS');
    tryNumber('second', noon + 4);
    tryNumber('fourth', noon + DAY);
  });
});

describe('the same request again', () => {
  const request = { key: 'again', hash: 'body' };
  const first = submit(undefined, submission, request, noon);
  it('changes nothing, even after more has happened', () => {
    const later: Application = { ...rejected, accepted: first.accepted };
    expect(submit(later, submission, request, noon + HOUR)).toBe(later);
  });
  it('with another body is refused', () => {
    const other = { key: 'again', hash: 'another' };
    expect(refusalOf(() => submit(first, submission, other, noon + HOUR))).toBe('KEY_REUSED');
  });
  it('is forgotten after 24 hours', () => {
    expect(refusalOf(() => submit(first, submission, request, noon + DAY))).toBe('ALREADY_SUBMITTED');
  });
});

it('withdraws only what waits', () => {
  expect(refusalOf(() => withdraw(undefined, fresh(), noon))).toBe('NOTHING_TO_WITHDRAW');
  expect(refusalOf(() => withdraw(member, fresh(), noon))).toBe('NOTHING_TO_WITHDRAW');
  expect(withdraw(waiting, fresh(), noon)).toMatchObject({ status: 'withdrawn' });
});
