import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../time.ts';
import { isLive } from './application.ts';
import { leave, showCard, whyNotLeave } from './membership.ts';
import { atTheBank, fresh, member, noon, rejected, waiting, withBankCard, withdrawn } from './someMember.ts';
import { submit, whyNotSubmit } from './submission.ts';

const left = leave(member, fresh(), noon + HOUR);

it.each([
  ['a member', member, undefined],
  ['a member whose membership rests', { ...member, membership: 'suspended' as const }, undefined],
  ['who has left', left, 'NOT_A_MEMBER'],
  ['who waits', waiting, 'STILL_WAITING'],
  ['who was rejected', rejected, 'NOT_A_MEMBER'],
  ['who withdrew', withdrawn, 'NOT_A_MEMBER'],
  ['nobody', undefined, 'NOT_A_MEMBER'],
])('leaving by %s: %s', (_who, application, why) => {
  expect(whyNotLeave(application)).toBe(why);
});

it('ends the membership, keeps the card number, and says so to the records', () => {
  expect(left).toMatchObject({
    membership: 'left',
    cardNumber: member.cardNumber,
    endedAt: noon + HOUR,
    version: member.version + 1,
    own: { kind: 'membership', from: 'active', to: 'left', at: noon + HOUR },
  });
  expect(isLive(left)).toBe(false);
});

it('takes back what waits at the bank, and keeps no digits of a card that was issued', () => {
  expect(leave(atTheBank, fresh(), noon)).toMatchObject({ bankCard: undefined });
  const bankCard = { status: 'issued', issuedAt: noon, lastFour: undefined };
  expect(leave(withBankCard, fresh(), noon)).toMatchObject({ bankCard });
});

it('happens once, however often it is sent', () => {
  const request = fresh();
  const first = leave(member, request, noon);
  expect(leave(first, request, noon + HOUR)).toBe(first);
  expect(() => leave(first, fresh(), noon)).toThrow('NOT_A_MEMBER');
});

it('lets them join again with the same card number, and remembers that a membership ended', () => {
  expect(whyNotSubmit(left, 'number', noon)).toBeUndefined();
  const { status: _s, display, ...form } = waiting;
  const again = submit(left, { ...form, display, rivals: undefined }, fresh(), noon + 2 * HOUR);
  expect(again).toMatchObject({
    status: 'submitted',
    round: 2,
    cardNumber: member.cardNumber,
    endedAt: noon + HOUR,
  });
  expect(again).not.toHaveProperty('membership');
});

it('notes the first showing of the card only', () => {
  const shown = showCard(member, noon + 2 * MINUTE);
  expect(shown.shownAt).toBe(noon + 2 * MINUTE);
  expect(showCard(shown, noon + HOUR)).toBe(shown);
});
