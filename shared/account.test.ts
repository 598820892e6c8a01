import { describe, expect, it } from 'vitest';
import {
  type Account,
  BINDING_LIFE,
  bind,
  doneBefore,
  freeze,
  stateOf,
  whyNotBind,
  whyNotFreeze,
} from './account.ts';
import { orgs } from './cast.ts';
import { refusalOf } from './refusalOf.ts';
import { DAY, HOUR, instantOf, MINUTE } from './time.ts';

const noon = instantOf('2026-11-22', '12:40');
const bytes = new Uint8Array([1]);
const { id, path, name } = orgs.xinjiekouJoint;
const org = { id, path, name };
const grant = { role: 'reviewer', path, authority: '工发〔2026〕1号' } as const;
const account: Account = { version: 3, openid: bytes, openidHash: 'old phone' };
const lost: Account = { ...account, frozenAt: noon - HOUR };
const code = { openid: bytes, openidHash: 'new phone', until: noon + BINDING_LIFE };
const given = { openid: bytes, openidHash: 'new phone', previous: 'nobody yet' };
let keys = 0;
const fresh = () => ({ key: `key ${++keys}`, hash: 'body' });

const deed = { member: 'songguilan', staff: 'limin', account, seen: 3 };
type Question = Parameters<typeof whyNotBind>[0];
const question = (changed: Partial<Question>): Question => ({
  ...deed,
  code,
  newcomer: undefined,
  now: noon,
  ...changed,
});

describe('binding a phone', () => {
  const newcomer = { person: 'new phone’s person', hasOwn: false };
  it.each<[string, Partial<Question>, string | undefined]>([
    ['that never signed in', {}, undefined],
    ['that signed in, and has nothing', { newcomer }, undefined],
    ['to somebody who has none', { account: undefined, seen: 0 }, undefined],
    ['after the old one was lost', { account: lost }, undefined],
    [
      'that was lost and is found',
      { account: lost, newcomer: { person: 'songguilan', hasOwn: true } },
      undefined,
    ],
    ['in the last moment of the code', { now: code.until - 1 }, undefined],
    ['with a code that is over', { now: code.until }, 'BINDING_CODE_OVER'],
    ['with a code that is nobody’s', { code: undefined }, 'BINDING_CODE_OVER'],
    ['with a code that was used', { code: { ...code, usedFor: 'heping' } }, 'BINDING_CODE_OVER'],
    [
      'with a code that was used, on a phone found',
      {
        account: lost,
        newcomer: { person: 'songguilan', hasOwn: true },
        code: { ...code, usedFor: 'songguilan' },
      },
      'BINDING_CODE_OVER',
    ],
    ['that is the member’s already', { newcomer: { person: 'songguilan', hasOwn: true } }, 'ALREADY_BOUND'],
    [
      'of somebody who has something of their own',
      { newcomer: { ...newcomer, hasOwn: true } },
      'PHONE_TAKEN',
    ],
    ['to oneself', { staff: 'songguilan' }, 'OWN_ACCOUNT'],
    ['of one’s own to a member', { newcomer: { person: 'limin', hasOwn: true } }, 'OWN_ACCOUNT'],
    ['when a colleague was first', { account: { ...account, version: 4 } }, 'ACCOUNT_CHANGED'],
    ['when a colleague bound the first one', { seen: 0 }, 'ACCOUNT_CHANGED'],
  ])('%s', (_what, changed, why) => {
    expect(whyNotBind(question(changed))).toBe(why);
    const act = () => bind({ ...question(changed), grant, org }, given, fresh());
    expect(refusalOf(act)).toBe(why);
  });

  it.each([
    ['none', undefined, 0],
    ['bound', account, 3],
    ['frozen', lost, 3],
  ] as const)('ends a freeze, and tells who did it on what: from %s', (from, before, seen) => {
    const after = bind({ ...question({ account: before, seen }), grant, org }, given, fresh());
    expect(stateOf(after)).toBe('bound');
    expect(after).toMatchObject({ version: seen + 1, openidHash: 'new phone' });
    expect(after).not.toHaveProperty('previous');
    expect(after.decision).toEqual({
      by: 'limin',
      role: 'reviewer',
      authority: '工发〔2026〕1号',
      org,
      at: noon,
      from,
      to: 'bound',
      evidence: 'seenAtDesk',
      previous: 'nobody yet',
    });
  });
});

describe('freezing an account', () => {
  it.each<[string, Partial<typeof deed>, string | undefined]>([
    ['whose phone was lost', {}, undefined],
    ['that has no phone', { account: undefined as never, seen: 0 }, 'NO_PHONE_BOUND'],
    ['that is frozen', { account: lost }, 'ALREADY_FROZEN'],
    ['of one’s own', { staff: 'songguilan' }, 'OWN_ACCOUNT'],
    ['that a colleague bound meanwhile', { seen: 2 }, 'ACCOUNT_CHANGED'],
  ])('%s', (_what, changed, why) => {
    expect(whyNotFreeze({ ...deed, ...changed })).toBe(why);
    const act = () => freeze({ ...deed, ...changed, grant, org }, 'none', fresh(), noon);
    expect(refusalOf(act)).toBe(why);
  });

  it('keeps which phone it was, and who was told how', () => {
    const after = freeze({ ...deed, grant, org }, 'none', fresh(), noon);
    expect(stateOf(after)).toBe('frozen');
    expect(after).toMatchObject({ version: 4, openidHash: 'old phone', frozenAt: noon });
    expect(after.decision).toMatchObject({ from: 'bound', to: 'frozen', evidence: 'none', at: noon });
  });
});

describe('the same deed again', () => {
  const request = fresh();
  const after = freeze({ ...deed, grant, org }, 'none', request, noon);
  it('is known for a day', () => {
    expect(doneBefore(after, request, noon + DAY - 1)).toBe(noon);
    expect(doneBefore(after, request, noon + DAY)).toBeUndefined();
    expect(doneBefore(undefined, request, noon)).toBeUndefined();
  });
  it('with another body is refused', () => {
    expect(refusalOf(() => doneBefore(after, { ...request, hash: 'another' }, noon))).toBe('KEY_REUSED');
  });
  it('is known after the phone was bound again', () => {
    const bound = bind({ ...question({ account: after, seen: 4 }), grant, org }, given, fresh());
    expect(doneBefore(bound, request, noon + MINUTE)).toBe(noon);
  });
});

it('an account is touched so many times a day, and no more', () => {
  let now: Account = account;
  const turn = (at: number) => {
    const touched = { ...deed, account: now, seen: now.version };
    now = now.frozenAt
      ? bind({ ...question(touched), grant, org, now: noon }, given, fresh())
      : freeze({ ...touched, grant, org }, 'none', fresh(), at);
  };
  for (let deeds = 0; deeds < 12; deeds++) turn(noon);
  expect(refusalOf(() => turn(noon))).toBe('TOO_OFTEN');
});
