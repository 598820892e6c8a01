import { describe, expect, it } from 'vitest';
import { refusalOf } from '../refusalOf.ts';
import { DAY } from '../time.ts';
import { award, emptyLedger, hold } from './ledger.ts';
import { firstClubsPolicy as policy } from './policy.ts';
import {
  type Act,
  type Acting,
  act,
  ledTo,
  nextAct,
  paymentOf,
  type Redemption,
  releases,
  requested,
  reviewOf,
  roleFor,
} from './redemption.ts';

const now = 1_781_000_000_000;
const org = { id: 'o', path: '/1/1/1/1/', name: '某工会', division: '110102' };
const points = award(
  emptyLedger('club'),
  {
    ...{ activity: 'a', title: '读书分享会', day: '2026-06-01', nature: 'district', headcount: 120 },
    ...{ grade: 'A+', rule: 1, points: 100 },
  },
  { by: 'reviewer' },
  now,
);
const fresh = requested(
  hold(
    points,
    { redemption: 'r', points: 100, request: { key: 'k', hash: 'h' } },
    policy,
    { by: 'leader' },
    now,
  ),
  { id: 'club', name: '喜阅社', org },
);
const reviewer: Acting = { by: 'fangling', role: 'clubReviewer', leads: false };
const finance: Acting = { by: 'majun', role: 'finance', leads: false };

let keys = 0;
const done = (redemption: Redemption, what: Act, who = finance, key = `key${keys++}`) =>
  act(redemption, what, who, { key, hash: key }, now + redemption.steps.length);
const reviewed = done(fresh, 'review', reviewer);
const paid = done(reviewed, 'pay');
const returned = done(paid, 'return');
const states = {
  ...{ requested: fresh, reviewed, paid, returned },
  ...{ refused: done(reviewed, 'refuse'), cancelled: done(returned, 'cancel') },
};

it('begins as the ledger holds it', () => {
  expect(fresh).toMatchObject({
    ...{ id: 'r', state: 'requested', points: 100, fen: 200_000, year: '2026', entry: 2, leader: 'leader' },
    steps: [{ to: 'requested', by: 'leader' }],
  });
});

describe('its way', () => {
  const ways: Record<keyof typeof states, Partial<Record<Act, Redemption['state']>>> = {
    requested: { review: 'reviewed', refuse: 'refused' },
    reviewed: { pay: 'paid', refuse: 'refused' },
    paid: { return: 'returned' },
    returned: { payAgain: 'paid', cancel: 'cancelled' },
    refused: {},
    cancelled: {},
  };
  const acts = ['review', 'refuse', 'pay', 'return', 'payAgain', 'cancel'] as const;
  const rows = (Object.keys(ways) as (keyof typeof states)[]).flatMap((state) =>
    acts.map((what) => [state, what, ways[state][what]] as const),
  );
  it.each(rows)('%s, %s: %s', (state, what, to) => {
    const redemption = states[state];
    const who = roleFor(what, redemption) === 'finance' ? finance : reviewer;
    const goes = () => done(redemption, what, who);
    if (to) expect(goes()).toMatchObject({ state: to, version: redemption.version + 1 });
    else expect(refusalOf(goes)).toBe('REDEMPTION_CHANGED');
  });

  it('has one thing to be done next', () => {
    const next = Object.values(states).map(nextAct);
    expect(next).toEqual(['review', 'pay', 'return', 'payAgain', undefined, undefined]);
  });

  it('gives the points back where it ends without money', () => {
    expect(acts.filter(releases)).toEqual(['refuse', 'cancel']);
  });
});

describe('who', () => {
  it.each([
    ['the street refuses what finance has', reviewed, 'refuse', reviewer, 'REDEMPTION_CHANGED'],
    ['finance refuses what the street has', fresh, 'refuse', finance, 'REDEMPTION_CHANGED'],
    ['finance reviews', fresh, 'review', finance, 'REDEMPTION_CHANGED'],
    ['the leader of then', fresh, 'review', { ...reviewer, by: 'leader' }, 'OWN_CLUB'],
    ['the leader of now', reviewed, 'pay', { ...finance, leads: true }, 'OWN_CLUB'],
    ['who reviewed it pays', reviewed, 'pay', { ...finance, by: 'fangling' }, 'SAME_PERSON'],
    ['who reviewed it pays again', returned, 'payAgain', { ...finance, by: 'fangling' }, 'SAME_PERSON'],
    ['who reviewed it cancels', returned, 'cancel', { ...finance, by: 'fangling' }, 'SAME_PERSON'],
  ] as const)('%s', (_, redemption, what, who, why) => {
    expect(refusalOf(() => done(redemption, what, who))).toBe(why);
  });
});

it('the same request again changes nothing, and says where it led, whatever came after', () => {
  const mark = { key: 'same', hash: 'same' };
  const once = act(fresh, 'review', reviewer, mark, now);
  expect(act(once, 'review', reviewer, mark, now)).toBe(once);
  const later = done(once, 'pay');
  expect(ledTo(later, mark, now)).toBe('reviewed');
  expect(ledTo(later, mark, now + DAY)).toBeUndefined();
  expect(refusalOf(() => act(later, 'return', finance, { key: 'same', hash: 'x' }, now))).toBe('KEY_REUSED');
});

it('knows who reviewed it, and the last payment', () => {
  const again = act(
    returned,
    'payAgain',
    { ...finance, voucher: '记-2' },
    { key: 'again', hash: 'again' },
    now + 9,
  );
  expect(reviewOf(again)?.by).toBe('fangling');
  expect(paymentOf(again)).toMatchObject({ voucher: '记-2', at: now + 9 });
  expect(paymentOf(reviewed)).toBeUndefined();
});
