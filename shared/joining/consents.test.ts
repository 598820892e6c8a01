import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../time.ts';
import type { Approved } from './application.ts';
import {
  type BasicConsent,
  type ConsentName,
  consentsOf,
  giveConsent,
  whyNotGiveConsent,
  whyNotWithdrawConsent,
  withdrawConsent,
} from './consents.ts';
import { consentVersions } from './form.ts';
import { leave } from './membership.ts';
import { mayBeRead } from './ruling.ts';
import { atTheBank, fresh, member, noon, rejected, waiting, withBankCard, withdrawn } from './someMember.ts';

const without = (application: Parameters<typeof withdrawConsent>[0], consent: ConsentName, at = noon) =>
  withdrawConsent(application, consent, fresh(), at) as Approved;
const again = (application: Approved, consent: BasicConsent, at = noon) =>
  giveConsent(application, consent, fresh(), at) as Approved;
const resting = without(member, 'privacy');
const left = leave(withBankCard, fresh(), noon);

describe('withdrawing', () => {
  it.each([
    ['privacy', 'a member', member, undefined],
    ['realName', 'a member', member, undefined],
    ['privacy', 'who withdrew it', resting, 'CONSENT_NOT_GIVEN'],
    ['realName', 'who withdrew another', resting, undefined],
    ['privacy', 'who waits', waiting, undefined],
    ['privacy', 'who was rejected', rejected, 'CONSENT_OVER'],
    ['realName', 'who took the application back', withdrawn, 'CONSENT_OVER'],
    ['privacy', 'who has left', left, 'CONSENT_OVER'],
    ['privacy', 'nobody', undefined, 'CONSENT_NOT_GIVEN'],
    ['pledge', 'a member', member, 'PLEDGE_STAYS'],
    ['pledge', 'nobody', undefined, 'PLEDGE_STAYS'],
    ['bank', 'who never asked for a bank card', member, 'CONSENT_NOT_GIVEN'],
    ['bank', 'who waits at the bank', atTheBank, undefined],
    ['bank', 'who has the card', withBankCard, undefined],
    ['bank', 'who withdrew it', without(withBankCard, 'bank'), 'CONSENT_NOT_GIVEN'],
    ['bank', 'who has left', left, 'CONSENT_NOT_GIVEN'],
    ['bank', 'nobody', undefined, 'CONSENT_NOT_GIVEN'],
  ] as const)('%s by %s: %s', (consent, _who, application, why) => {
    expect(whyNotWithdrawConsent(application, consent)).toBe(why);
    if (why) expect(() => without(application, consent)).toThrow(why);
  });

  it('lets a membership rest, and nobody opens its data meanwhile', () => {
    expect(resting).toMatchObject({
      membership: 'suspended',
      withdrawn: { privacy: noon },
      own: { kind: 'consent', from: 'given', to: 'withdrawn', at: noon, fields: ['privacy'], version: '1' },
    });
    expect([member, resting, left, waiting].map(mayBeRead)).toEqual([true, false, false, true]);
  });

  it('takes what waits at the bank out of the clerk’s queue', () => {
    expect(without(atTheBank, 'realName')).toMatchObject({ membership: 'suspended', bankCard: undefined });
    expect(without(atTheBank, 'bank')).toMatchObject({ membership: 'active', bankCard: undefined });
  });

  it('leaves of an issued bank card that it was issued, without its digits', () => {
    expect(without(withBankCard, 'bank', noon + HOUR)).toMatchObject({
      membership: 'active',
      bankCard: { status: 'issued', issuedAt: noon, lastFour: undefined, withdrawnAt: noon + HOUR },
    });
  });

  it('takes a waiting application back', () => {
    expect(without(waiting, 'privacy')).toMatchObject({
      status: 'withdrawn',
      own: { kind: 'consent', to: 'withdrawn', fields: ['privacy'] },
    });
  });

  it('happens once, however often it is sent', () => {
    const request = fresh();
    const asked = 'privacy' as const;
    const first = withdrawConsent(member, asked, request, noon);
    expect(withdrawConsent(first, asked, request, noon + HOUR)).toBe(first);
  });
});

describe('giving again', () => {
  it.each([
    ['who withdrew it', resting, undefined],
    ['who never withdrew it', member, 'CONSENT_GIVEN'],
    ['who has left', left, 'NOT_A_MEMBER'],
    ['who waits', waiting, 'STILL_WAITING'],
    ['nobody', undefined, 'NOT_A_MEMBER'],
  ] as const)('by %s: %s', (_who, application, why) => {
    expect(whyNotGiveConsent(application, 'privacy')).toBe(why);
    if (why) expect(() => giveConsent(application, 'privacy', fresh(), noon)).toThrow(why);
  });

  it('lets the membership go on once none is missing, in today’s wording', () => {
    const both = without(resting, 'realName', noon + HOUR);
    const one = again(both, 'privacy', noon + DAY);
    expect(one).toMatchObject({ membership: 'suspended', withdrawn: { realName: noon + HOUR } });
    const all = again(one, 'realName', noon + DAY);
    expect(all).toMatchObject({
      membership: 'active',
      withdrawn: undefined,
      consents: { ...consentVersions, pledge: '1' },
      own: { kind: 'consent', from: 'withdrawn', to: 'given', fields: ['realName'] },
    });
  });
});

it('lists every consent with when it was given and withdrawn', () => {
  const given = { version: '1', givenAt: waiting.submittedAt, withdrawnAt: undefined };
  const basics = ['privacy', 'realName', 'pledge'].map((consent) => ({ consent, ...given }));
  expect(consentsOf(waiting)).toEqual(basics);
  const bank = { consent: 'bank', version: '2026-11', givenAt: noon, withdrawnAt: undefined };
  expect(consentsOf(withBankCard)).toEqual([...basics, bank]);
  expect(consentsOf(without(withBankCard, 'bank', noon + HOUR)).at(-1)).toEqual({
    ...bank,
    withdrawnAt: noon + HOUR,
  });
  expect(consentsOf(resting)[0]).toMatchObject({ consent: 'privacy', withdrawnAt: noon });
  expect(consentsOf(again(resting, 'privacy', noon + DAY))[0]).toEqual({
    consent: 'privacy',
    version: consentVersions.privacy,
    givenAt: noon + DAY,
    withdrawnAt: undefined,
  });
});
