import * as v from 'valibot';
import { expect, it } from 'vitest';
import { MINUTE } from '../time.ts';
import { correct, OwnCorrection, whyNotCorrect } from './correction.ts';
import { leave } from './membership.ts';
import { bytes, fresh, member, noon, rejected, waiting } from './someMember.ts';

it.each([
  ['a member', member, undefined],
  ['a member whose membership rests', { ...member, membership: 'suspended' as const }, undefined],
  ['who waits', waiting, 'STILL_WAITING'],
  ['who was rejected', rejected, 'NOT_A_MEMBER'],
  ['who has left', leave(member, fresh(), noon), 'NOT_A_MEMBER'],
  ['nobody', undefined, 'NOT_A_MEMBER'],
])('correcting by %s: %s', (_who, application, why) => {
  expect(whyNotCorrect(application)).toBe(why);
  if (why) expect(() => correct(application, { education: '20' }, fresh(), noon)).toThrow(why);
});

it.each([
  [{ education: '20' }, true],
  [{ phone: { kind: 'typed', number: '138 0000 5678' } }, true],
  [{ employment: { kind: 'unit', unit: '京轨装备' } }, true],
  [{}, false],
  [{ education: '99' }, false],
  [{ phone: { kind: 'typed', number: '123' } }, false],
])('takes %j: %s', (asked, taken) => {
  expect(v.safeParse(OwnCorrection, asked).success).toBe(taken);
});

it('changes what was said and nothing else, and tells the records which fields, not what', () => {
  const phone = new Uint8Array([2]);
  const at = noon + MINUTE;
  const after = correct(member, { phone, education: '20', political: undefined }, fresh(), at);
  expect(after).toEqual({
    ...member,
    education: '20',
    sealed: { name: bytes, idNumber: bytes, phone },
    version: member.version + 1,
    own: { kind: 'correction', from: 'kept', to: 'corrected', at, fields: ['phone', 'education'] },
    accepted: after.accepted,
  });
});

it('happens once, however often it is sent', () => {
  const request = fresh();
  const first = correct(member, { education: '20' }, request, noon);
  expect(correct(first, { education: '20' }, request, noon + MINUTE)).toBe(first);
});
