import { describe, expect, it } from 'vitest';
import { DAY } from '../time.ts';
import type { Application, Approved } from './application.ts';
import { askToForget, endedOf, forgottenAt, PASSING_LASTS, whyNotForget } from './forgetting.ts';
import { firstJoiningPolicy as policy } from './policy.ts';
import { member, noon, rejected, waiting, withdrawn } from './someMember.ts';

const { keepRefused, keepMembership } = policy;

const resting: Approved = { ...member, membership: 'suspended' };
const left: Approved = { ...member, membership: 'left', endedAt: noon + DAY };
const { decision } = member;
const voided: Application = { ...rejected, status: 'voided', decision };
const { cardNumber } = member;
const voidedMember: Application = { ...voided, cardNumber, endedAt: noon };
const again: Application = { ...rejected, cardNumber, endedAt: noon - keepMembership };

describe('a person is forgotten', () => {
  it.each<[string, Application, ReturnType<typeof endedOf>, number | undefined]>([
    ['never while they wait', waiting, undefined, undefined],
    ['never while they are a member', member, undefined, undefined],
    ['never while their membership rests', resting, undefined, undefined],
    [
      'when a membership that was left is out of the register',
      left,
      { as: 'membership', since: noon + DAY },
      noon + DAY + keepMembership,
    ],
    [
      'when a membership that was voided is out of the register',
      voidedMember,
      { as: 'membership', since: noon },
      noon + keepMembership,
    ],
    ['30 days after a rejection', rejected, { as: 'application', since: noon }, noon + keepRefused],
    ['30 days after taking back', withdrawn, { as: 'application', since: noon }, noon + keepRefused],
    ['30 days after a voiding', voided, { as: 'application', since: noon }, noon + keepRefused],
    [
      'not before an application of theirs after an old membership is over too',
      again,
      { as: 'membership', since: noon - keepMembership },
      noon + keepRefused,
    ],
  ])('%s', (_title, application, ended, until) => {
    expect(endedOf(application)).toEqual(ended);
    expect(forgottenAt(application, policy)).toBe(until);
  });

  it('never before what queues showed of them is unreadable, however short the policy', () => {
    expect(forgottenAt(rejected, { ...policy, keepRefused: 0 })).toBe(noon + PASSING_LASTS);
  });
});

describe('asking to be forgotten', () => {
  it.each([
    ['of who is staff', left, true, 'STILL_STAFF'],
    ['of who waits', waiting, false, 'STILL_WAITING'],
    ['of a member', member, false, 'LEAVE_FIRST'],
    ['of a member whose membership rests', resting, false, 'LEAVE_FIRST'],
    ['of who left', left, false, undefined],
    ['of who was sent back', rejected, false, undefined],
    ['of who never applied', undefined, false, undefined],
  ])('%s', (_title, application, isStaff, why) => {
    expect(whyNotForget({ application, isStaff })).toBe(why);
    if (application && why) expect(() => askToForget(application, isStaff, noon)).toThrow(why);
  });

  it('is noted once, and is the person’s own act', () => {
    const asked = askToForget(left, false, noon + 2 * DAY);
    expect(asked).toMatchObject({
      version: left.version + 1,
      forgetAskedAt: noon + 2 * DAY,
      own: { kind: 'forgetting', to: 'asked' },
    });
    expect(askToForget(asked, false, noon + 3 * DAY)).toBe(asked);
    expect(forgottenAt(asked, policy)).toBe(forgottenAt(left, policy));
  });
});
