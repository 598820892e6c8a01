import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { madeIdNumber } from '../cast.ts';
import type { Role, Staff } from '../roles.ts';
import { DAY, HOUR } from '../time.ts';
import type { Application, Approved } from './application.ts';
import { withdrawConsent } from './consents.ts';
import {
  Asked,
  type Correcting,
  type CorrectionRuling,
  decideCorrection,
  fieldsOf,
  requestCorrection,
  whyNotDecideCorrection,
  whyNotRequestCorrection,
  withdrawCorrection,
} from './identityCorrection.ts';
import { leave } from './membership.ts';
import { firstJoiningPolicy as policy } from './policy.ts';
import { atTheBank, bytes, fresh, member, noon, rejected, waiting } from './someMember.ts';

const kept = { name: '王芳', idNumber: madeIdNumber('110102', '19910302', 124) };
const other = madeIdNumber('110102', '19910302', 144);
const child = madeIdNumber('110102', '20150302', 144);
const sealed = { name: new Uint8Array([2]), idNumber: new Uint8Array([3]) };
const asks = {
  kept,
  plain: { name: '王芳芳', idNumber: other },
  sealed,
  idHash: 'other number',
  reason: bytes,
};
const ask = (
  application: Application | undefined,
  changed: Partial<typeof asks> = {},
  correction?: Correcting['correction'],
  at = noon,
) => requestCorrection({ application, correction }, { ...asks, ...changed }, fresh(), at);
const asked = ask(member);
const reviewer = (path: string, role: Role = 'reviewer', id = 'limin'): Staff => ({
  id,
  grants: [{ role, path, authority: '工发〔2026〕1号' }],
});
const limin = reviewer('/1/1/1/1/');
const grant: CorrectionRuling = { outcome: 'approved', evidence: 'seenAtDesk' };
const decline: CorrectionRuling = { outcome: 'rejected', words: '请带身份证来窗口' };
const ruled = (both: Correcting, ruling: CorrectionRuling, more: object = {}) =>
  decideCorrection(
    both,
    { staff: limin, number: 1, ruling, rivals: [], policy, ...more },
    fresh(),
    noon + HOUR,
  );

describe('asking', () => {
  it.each([
    ['a member, both', member, asks.plain, undefined],
    ['a member, the name', member, { name: '王芳芳' }, undefined],
    ['a member, as it is already', member, kept, 'NOTHING_TO_CORRECT'],
    ['a member, nothing', member, {}, 'NOTHING_TO_CORRECT'],
    ['a member, with a number of a child', member, { idNumber: child }, 'UNDER_16'],
    ['a member who has asked already', asked.application, asks.plain, 'CORRECTION_WAITING'],
    ['who waits', waiting, asks.plain, 'STILL_WAITING'],
    ['who was rejected', rejected, asks.plain, 'NOT_A_MEMBER'],
    ['who has left', leave(member, fresh(), noon), asks.plain, 'NOT_A_MEMBER'],
    ['nobody', undefined, asks.plain, 'NOT_A_MEMBER'],
  ] as const)('by %s: %s', (_who, application, plain, why) => {
    expect(whyNotRequestCorrection(application as Approved, kept, plain, noon)).toBe(why);
    if (why) expect(() => ask(application, { plain } as never)).toThrow(why);
  });

  it.each([
    [{ name: '王芳芳', reason: '写错了' }, true],
    [{ idNumber: other, reason: '写错了' }, true],
    [{ reason: '写错了' }, false],
    [{ name: '王芳芳', reason: '' }, false],
    [{ idNumber: '110102199103021249', reason: '写错了' }, false],
  ])('takes %j: %s', (typed, taken) => {
    expect(v.safeParse(Asked, typed).success).toBe(taken);
  });

  it('notes on the membership that it waits, and which number it claims', () => {
    expect(asked.application).toMatchObject({
      correcting: { number: 1, idHash: 'other number' },
      idHash: 'number',
      version: member.version + 1,
    });
    expect(asked.correction).toMatchObject({ status: 'requested', number: 1, sealed, requestedAt: noon });
  });

  it('claims no number that is the person’s already', () => {
    const { application, correction } = ask(member, { idHash: 'number' });
    expect(application).toMatchObject({ correcting: { number: 1, idHash: undefined } });
    expect(correction && fieldsOf(correction)).toEqual(['name']);
  });

  it('takes three different numbers a day', () => {
    let both: Correcting = { application: member, correction: undefined };
    for (const idHash of ['a', 'b', 'c', 'b']) {
      both = ask(both.application, { idHash }, both.correction);
      both = withdrawCorrection(both, policy, fresh(), noon);
    }
    const { application, correction } = both;
    expect(() => ask(application, { idHash: 'd' }, correction)).toThrow('TOO_MANY_NUMBERS');
    expect(ask(application, { idHash: 'd' }, correction, noon + DAY).correction?.number).toBe(5);
  });

  it('happens once, however often it is sent; so does taking it back', () => {
    const request = fresh();
    const none = { application: member, correction: undefined };
    const first = requestCorrection(none, asks, request, noon);
    expect(requestCorrection(first, asks, request, noon + HOUR)).toEqual(first);
    const back = withdrawCorrection(first, policy, request, noon + HOUR);
    expect(back).toEqual(first);
    const again = fresh();
    const taken = withdrawCorrection(first, policy, again, noon + HOUR);
    expect(taken).toMatchObject({
      application: { correcting: undefined },
      correction: { status: 'withdrawn', expiresAt: (noon + HOUR + 30 * DAY) / 1000 },
    });
    expect(withdrawCorrection(taken, policy, again, noon + HOUR)).toEqual(taken);
    expect(() => withdrawCorrection(taken, policy, fresh(), noon)).toThrow('NOTHING_TO_WITHDRAW');
  });
});

describe('deciding', () => {
  const question = { staff: limin, number: 1, outcome: 'approved', rivals: [] } as const;
  it.each([
    ['granting', {}, undefined],
    ['from the district', { staff: reviewer('/1/1/') }, undefined],
    ['elsewhere', { staff: reviewer('/1/2/') }, 'NOT_YOURS'],
    ['as a clerk', { staff: reviewer('/1/1/1/1/', 'bankClerk') }, 'NOT_YOURS'],
    ['their own', { staff: reviewer('/1/1/1/1/', 'reviewer', 'wangfang') }, 'OWN_CASE'],
    ['a number they claim themselves', { rivals: ['limin'] }, 'OWN_CASE'],
    ['one they have not seen', { number: 2 }, 'CHANGED_SINCE'],
    ['granting a number that others claim', { rivals: ['somebody'] }, 'CONTESTED'],
    ['declining a number that others claim', { rivals: ['somebody'], outcome: 'rejected' }, undefined],
  ] as const)('%s: %s', (_case, changed, why) => {
    expect(whyNotDecideCorrection(asked, { ...question, ...changed })).toBe(why);
  });

  it('granted, the values take their place; the document was seen', () => {
    const { application, correction } = ruled(asked, grant);
    expect(application).toMatchObject({
      sealed: { ...sealed, phone: bytes },
      idHash: 'other number',
      evidence: 'seenAtDesk',
      correcting: undefined,
      cardNumber: member.cardNumber,
    });
    expect(correction).toMatchObject({
      status: 'approved',
      decision: { by: 'limin', role: 'reviewer', authority: '工发〔2026〕1号', at: noon + HOUR },
    });
  });

  it('changes only the field asked for, and the masked name at the bank with it', () => {
    const name = { name: sealed.name };
    const both = ask(atTheBank, { plain: { name: '王芳芳' }, sealed: name, idHash: undefined } as never);
    const display = new Uint8Array([9]);
    expect(ruled(both, grant, { display }).application).toMatchObject({
      sealed: { ...name, idNumber: bytes },
      idHash: 'number',
      bankCard: { status: 'requested', display },
    });
  });

  it('declined, nothing changes but that it is over', () => {
    const { application, correction } = ruled(asked, decline, { words: bytes });
    expect(application).toMatchObject({ sealed: member.sealed, idHash: 'number', correcting: undefined });
    expect(correction).toMatchObject({ status: 'rejected', decision: { words: bytes } });
  });

  it('tells whoever comes second what was decided', () => {
    expect(() => ruled(ruled(asked, decline), grant)).toThrow(
      expect.objectContaining({
        code: 'ALREADY_DECIDED',
        details: { outcome: 'rejected', decidedAt: noon + HOUR },
      }),
    );
  });
});

it.each([
  ['leaving', leave(asked.application, fresh(), noon)],
  ['withdrawing the consent', withdrawConsent(asked.application, 'privacy', fresh(), noon)],
])('%s takes the request back', (_how, application) => {
  expect(application).toMatchObject({ correcting: undefined });
});
