import { describe, expect, it } from 'vitest';
import { orgs } from '../cast.ts';
import { allowing } from '../messages/reminder.ts';
import { refusalOf } from '../refusalOf.ts';
import { DAY } from '../time.ts';
import {
  type Club,
  change,
  close,
  decide,
  nameSuccessor,
  putLeader,
  register,
  takeLead,
  whyNotDecide,
  whyNotLead,
  whyNotLeave,
  whyNotRegister,
} from './club.ts';

const { kind: _, ...org } = orgs.xinjiekouJoint;
const now = Date.UTC(2026, 10, 25);
const request = (key = 'one', hash = 'a') => ({ key, hash });
const facts = { name: '喜阅社', category: 'reading', words: '每周一起读书' } as const;
const said = (by = 'fang') => ({ by, role: 'clubReviewer', authority: '工发〔2026〕3号', at: now }) as const;

const applied = register({ id: 'club', org, leader: 'liu', facts }, request(), now);
const club = (changed: Partial<Club> = {}): Club => ({
  ...applied,
  state: 'active',
  accepted: [],
  ...changed,
});

it('is asked for by who will lead it, with what they allowed', () => {
  const allowed = allowing(['decision'], now);
  const asked = register({ id: 'club', org, leader: 'liu', facts, allowed }, request(), now);
  expect(asked).toMatchObject({ ...facts, state: 'applied', leader: 'liu', since: now, version: 1 });
  expect(asked.allowed).toEqual({ at: now, templates: ['decision'] });
});

it.each([
  ['none', [], undefined],
  ['two', [club(), club({ state: 'applied' })], undefined],
  ['three', [club(), club(), club({ state: 'applied' })], 'CLUBS_TOO_MANY'],
  ['three, one refused', [club(), club(), club({ state: 'refused' })], undefined],
  ['three, one closed', [club(), club(), club({ state: 'closed' })], undefined],
  ['three, one led by somebody else by now', [club(), club(), club({ leader: 'lin' })], undefined],
] as const)('one more club of somebody who leads %s', (_title, led, why) => {
  expect(whyNotRegister(led, 'liu')).toBe(why);
});

describe('is decided on', () => {
  it.each([
    ['by a reviewer', club({ state: 'applied' }), 'fang', undefined],
    ['by who leads it', club({ state: 'applied' }), 'liu', 'OWN_CLUB'],
    ['twice', club(), 'fang', 'CLUB_DECIDED'],
    ['when it is closed', club({ state: 'closed' }), 'fang', 'CLUB_DECIDED'],
  ] as const)('%s', (_title, of, by, why) => {
    expect(whyNotDecide(of, by)).toBe(why);
    expect(refusalOf(() => decide(of, { approved: true, decided: said(by) }, request('two'), now))).toBe(why);
  });

  it('for or against, once', () => {
    const yes = decide(applied, { approved: true, decided: said() }, request('two'), now);
    expect(yes).toMatchObject({ state: 'active', decided: said(), version: 2 });
    expect(decide(yes, { approved: true, decided: said() }, request('two'), now)).toBe(yes);
    const no = { ...said(), words: '请写清楚做什么' };
    expect(decide(applied, { approved: false, decided: no }, request('two'), now)).toMatchObject({
      state: 'refused',
      decided: no,
    });
  });
});

it.each([
  ['refused', 'applied', undefined],
  ['applied', 'applied', undefined],
  ['active', 'active', undefined],
  ['closed', undefined, 'CLUB_CLOSED'],
] as const)('is changed by its leader when it is %s', (state, then, why) => {
  const next = () => change(club({ state }), { ...facts, name: '悦读社' }, request('two'), now + DAY);
  expect(refusalOf(next)).toBe(why);
  if (then) expect(next()).toMatchObject({ name: '悦读社', state: then, version: 2 });
});

it.each([
  ['its leader', club(), 'liu', undefined],
  ['somebody else', club(), 'lin', 'NOT_FOUND'],
  ['its leader before it was agreed to', club({ state: 'applied' }), 'liu', 'CLUB_NOT_ACTIVE'],
  ['nobody', undefined, 'liu', 'NOT_FOUND'],
] as const)('is led by %s', (_title, of, person, why) => {
  expect(whyNotLead(of, person)).toBe(why);
});

it.each([
  ['a member', club(), 'lin', undefined],
  ['the leader', club(), 'liu', 'LEADER_FIRST'],
  ['the leader of one that is closed', club({ state: 'closed' }), 'liu', undefined],
] as const)('is left by %s', (_title, of, person, why) => {
  expect(whyNotLeave(of, person)).toBe(why);
});

describe('is handed over', () => {
  const asked = nameSuccessor(club(), 'lin', 'liu', request('two'), now);

  it('when who was asked agrees; until then it stays with who led it', () => {
    expect(asked).toMatchObject({ leader: 'liu', successor: { person: 'lin', by: 'liu', at: now } });
    const taken = takeLead(asked, 'lin', now + DAY);
    expect(taken).toMatchObject({ leader: 'lin', led: { by: 'liu', at: now + DAY, before: 'liu' } });
    expect(taken.successor).toBeUndefined();
    expect(takeLead(taken, 'lin', now + DAY)).toBe(taken);
  });

  it.each([
    ['to somebody who was not asked', () => takeLead(asked, 'zhao', now), 'NOT_ASKED'],
    ['when it is closed', () => takeLead({ ...asked, state: 'closed' }, 'lin', now), 'NOT_ASKED'],
    ['by somebody else', () => nameSuccessor(club(), 'lin', 'zhao', request('two'), now), 'NOT_FOUND'],
    ['to its leader', () => nameSuccessor(club(), 'liu', 'liu', request('two'), now), 'LEADS_ALREADY'],
    ['by staff to themself', () => putLeader(club(), 'fang', said(), request('two'), now), 'OWN_CLUB'],
    ['by staff to its leader', () => putLeader(club(), 'liu', said(), request('two'), now), 'LEADS_ALREADY'],
    [
      'by staff when it is closed',
      () => putLeader(club({ state: 'closed' }), 'lin', said(), request('two'), now),
      'CLUB_NOT_ACTIVE',
    ],
  ] as const)('not %s', (_title, act, why) => {
    expect(refusalOf(act)).toBe(why);
  });

  it('by staff, at once; who was asked before is asked no more', () => {
    const { at: _at, ...by } = said();
    expect(putLeader(asked, 'zhao', by, request('three'), now)).toMatchObject({
      leader: 'zhao',
      successor: undefined,
      led: { ...by, at: now, before: 'liu' },
    });
  });
});

it.each([
  ['a reviewer', club(), 'fang', undefined],
  ['its leader', club(), 'liu', 'OWN_CLUB'],
  ['a reviewer once more', club({ state: 'closed' }), 'fang', 'CLUB_CLOSED'],
] as const)('is closed by %s', (_title, of, by, why) => {
  expect(refusalOf(() => close(of, said(by), request('two'), now))).toBe(why);
});

it('the same key with another body is refused, and thirteen requests in a day are too many', () => {
  const { accepted } = change(club(), facts, request('two'), now);
  expect(refusalOf(() => change(club({ accepted }), facts, request('two', 'b'), now))).toBe('KEY_REUSED');
  const many = Array.from({ length: 12 }, (_, i) => ({ key: `k${i}`, hash: 'a', at: now }));
  expect(refusalOf(() => change(club({ accepted: many }), facts, request('more'), now))).toBe('TOO_OFTEN');
  expect(
    refusalOf(() => change(club({ accepted: many }), facts, request('more'), now + DAY)),
  ).toBeUndefined();
});
