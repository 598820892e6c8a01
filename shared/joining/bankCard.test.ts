import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Role, Staff } from '../roles.ts';
import { MINUTE } from '../time.ts';
import { issueBankCard, LastFour, requestBankCard, whyNotIssueBankCard } from './bankCard.ts';
import { bytes, member, noon } from './someMember.ts';

const given = { consent: '2026-11', display: bytes };
const waiting = requestBankCard(member, given, noon);
const clerk = (path: string, role: Role = 'bankClerk', id = 'qianli'): Staff => ({
  id,
  grants: [{ role, path, authority: '1' }],
});
const request = { key: 'a', hash: '1' };
const issued = issueBankCard(waiting, { clerk: clerk('/1/1/1/1/'), lastFour: bytes }, request, noon + MINUTE);

it.each([
  ['6688', true],
  [' 6688 ', true],
  ['668', false],
  ['66888', false],
  ['668x', false],
])('takes %j as last four digits: %s', (typed, taken) => {
  expect(v.safeParse(LastFour, typed).success).toBe(taken);
});

it('is requested once, by an active member', () => {
  expect(waiting.bankCard).toEqual({ status: 'requested', requestedAt: noon, ...given });
  expect(requestBankCard(waiting, given, noon + MINUTE)).toBe(waiting);
  expect(() => requestBankCard({ ...member, membership: 'suspended' }, given, noon)).toThrow('NO_CARD');
  expect(() => requestBankCard(undefined, given, noon)).toThrow('NO_CARD');
});

it.each([
  ['on site', waiting, clerk('/1/1/1/1/'), undefined],
  ['from the district', waiting, clerk('/1/1/'), undefined],
  ['elsewhere', waiting, clerk('/1/2/'), 'NOT_YOURS'],
  ['a reviewer', waiting, clerk('/1/1/1/1/', 'reviewer'), 'NOT_YOURS'],
  ['their own', waiting, clerk('/1/1/1/1/', 'bankClerk', 'wangfang'), 'OWN_CASE'],
  ['not requested', member, clerk('/1/1/1/1/'), 'BANK_CARD_NOT_REQUESTED'],
  ['a second time', issued, clerk('/1/1/1/1/'), 'BANK_CARD_ISSUED'],
])('issued %s: %s', (_case, application, who, why) => {
  expect(whyNotIssueBankCard(application, who)).toBe(why);
});

it('keeps when, by whom and the sealed digits, and no masked name any more', () => {
  expect(issued).toMatchObject({
    bankCard: { status: 'issued', requestedAt: noon, issuedAt: noon + MINUTE, by: 'qianli', lastFour: bytes },
  });
  expect(issued.status === 'approved' && issued.bankCard).not.toHaveProperty('display');
  const again = { clerk: clerk('/1/1/1/1/'), lastFour: bytes };
  expect(issueBankCard(issued, again, request, noon + 2 * MINUTE)).toBe(issued);
});
