import { describe, expect, it } from 'vitest';
import { orgs } from '../cast.ts';
import { firstJoiningPolicy } from '../joining/policy.ts';
import { refusalOf } from '../refusalOf.ts';
import type { Role, Staff } from '../roles.ts';
import { HOUR, instantOf, MINUTE } from '../time.ts';
import {
  type CallBack,
  type CallBackResult,
  isDrawn,
  lapse,
  nodeAbove,
  noteCallBack,
  settleCallBack,
  takeCallBack,
  whyNotNote,
  whyNotOpenCallBack,
  whyNotSettle,
} from './callBack.ts';

const noon = instantOf('2026-11-22', '12:00');
const policy = firstJoiningPolicy;
const words = new Uint8Array([1]);
const staff = (id: string, role: Role, path: string): Staff => ({
  id,
  grants: [{ role, path, authority: '工发〔2026〕3号' }],
});
const sunjing = staff('sunjing', 'auditor', orgs.city.path);
const other = staff('other', 'auditor', orgs.xicheng.path);
const zhouyun = staff('zhouyun', 'reviewer', orgs.xicheng.path);
const limin = staff('limin', 'reviewer', orgs.xinjiekouJoint.path);

const fresh: CallBack = {
  status: 'open',
  person: 'wangfang',
  round: 1,
  version: 1,
  org: orgs.xinjiekouJoint,
  approvedBy: 'limin',
  approvedAt: noon - HOUR,
  evidence: 'seenAtDesk',
  tries: 0,
  accepted: [],
};
let keys = 0;
const request = () => ({ key: `key ${++keys}`, hash: 'body' });
const taken = takeCallBack(fresh, sunjing, noon);
const noted = (result: CallBackResult, callBack = taken) =>
  noteCallBack(callBack, { auditor: sunjing, result, words, policy }, request(), noon + MINUTE);
const denied = noted('denied');

describe('drawing', () => {
  it.each([
    [0, true],
    [0.0199, true],
    [0.02, false],
    [0.99, false],
  ])('%d is drawn: %s', (lot, drawn) => expect(isDrawn(lot, policy)).toBe(drawn));

  it.each([0, 1])('a city may draw none, or all (%d)', (auditShare) => {
    expect([0, 0.5, 0.999].map((lot) => isDrawn(lot, { ...policy, auditShare }))).toEqual(
      Array(3).fill(auditShare === 1),
    );
  });
});

it.each([
  [orgs.xinjiekouJoint.path, orgs.xinjiekou.path],
  [orgs.jinggui.path, orgs.city.path],
  [orgs.city.path, orgs.city.path],
])('above %s is %s', (path, above) => expect(nodeAbove(path)).toBe(above));

describe('opening', () => {
  it.each<[string, CallBack, Staff, number, string | undefined]>([
    ['by an auditor above', fresh, sunjing, noon, undefined],
    ['by a reviewer', fresh, zhouyun, noon, 'NOT_YOURS'],
    ['by an auditor elsewhere', fresh, staff('x', 'auditor', orgs.haidian.path), noon, 'NOT_YOURS'],
    ['by who approved it', fresh, staff('limin', 'auditor', orgs.city.path), noon, 'OWN_CASE'],
    ['by the member', fresh, staff('wangfang', 'auditor', orgs.city.path), noon, 'OWN_CASE'],
    ['again by who has it', taken, sunjing, noon + MINUTE, undefined],
    ['while a colleague has it', taken, other, noon + HOUR, 'CALL_BACK_TAKEN'],
    ['after a colleague let it lie', taken, other, noon + 2 * HOUR, undefined],
    ['once it is noted', denied, sunjing, noon + HOUR, 'CALL_BACK_DONE'],
    ['once it has lapsed', lapse(fresh), sunjing, noon, undefined],
  ])('%s: %4$s', (_what, callBack, auditor, now, why) => {
    expect(whyNotOpenCallBack(callBack, auditor, now)).toBe(why);
    expect(refusalOf(() => takeCallBack(callBack, auditor, now))).toBe(why);
  });

  it('leaves one that has lapsed as it is', () => {
    const lapsed = lapse(taken);
    expect(takeCallBack(lapsed, sunjing, noon)).toBe(lapsed);
  });

  it('makes it this auditor’s, once', () => {
    expect(taken).toMatchObject({ version: 2, taken: { by: 'sunjing', at: noon } });
    expect(takeCallBack(taken, sunjing, noon + MINUTE)).toBe(taken);
    expect(takeCallBack(taken, other, noon + 3 * HOUR)).toMatchObject({ taken: { by: 'other' } });
  });
});

describe('noting', () => {
  it.each<[string, CallBack, Staff, string | undefined]>([
    ['by who opened it', taken, sunjing, undefined],
    ['by somebody else', taken, other, 'CALL_BACK_NOT_OPENED'],
    ['unopened', fresh, sunjing, 'CALL_BACK_NOT_OPENED'],
    ['by a reviewer', taken, zhouyun, 'NOT_YOURS'],
    ['a second time', denied, sunjing, 'CALL_BACK_DONE'],
    ['by who approved it', taken, staff('limin', 'auditor', orgs.city.path), 'OWN_CASE'],
  ])('%s: %3$s', (_what, callBack, auditor, why) => {
    const note = () =>
      noteCallBack(callBack, { auditor, result: 'confirmed', policy }, request(), noon + MINUTE);
    expect(whyNotNote(callBack, auditor)).toBe(why);
    expect(refusalOf(note)).toBe(why);
  });

  it.each(['confirmed', 'denied'] as const)('%s ends it, with who, as what, when and why', (result) => {
    const note = { by: 'sunjing', role: 'auditor', at: noon + MINUTE, from: 'open', to: result, words };
    expect(noted(result)).toMatchObject({ status: result, note, tries: 0 });
    expect(noted(result)).not.toHaveProperty('taken');
  });

  it('puts back who could not be reached, until the tries are used up', () => {
    const again = (callBack: CallBack) => noted('notReached', takeCallBack(callBack, sunjing, noon));
    const [one, two] = [again(fresh), again(again(fresh))];
    expect([one, two, again(two)].map(({ status, tries }) => [status, tries])).toEqual([
      ['open', 1],
      ['open', 2],
      ['unreached', 3],
    ]);
    expect(one).not.toHaveProperty('taken');
  });

  it('twice is once', () => {
    const same = { key: 'same', hash: 'body' };
    const what = { auditor: sunjing, result: 'notReached' as const, policy };
    const once = noteCallBack(taken, what, same, noon);
    expect(noteCallBack(once, what, same, noon + MINUTE)).toBe(once);
    expect(refusalOf(() => noteCallBack(once, what, { ...same, hash: 'other' }, noon))).toBe('KEY_REUSED');
  });
});

describe('settling what was denied', () => {
  const above = staff('above', 'reviewer', orgs.xinjiekou.path);
  it.each<[string, CallBack, Staff, string | undefined]>([
    ['by the node above', denied, above, undefined],
    ['by a node further up', denied, zhouyun, undefined],
    ['by the union itself', denied, limin, 'NOT_YOURS'],
    [
      'by a colleague in the union',
      denied,
      staff('zhaoqiang', 'reviewer', orgs.xinjiekouJoint.path),
      'NOT_YOURS',
    ],
    ['by who approved it, now above', denied, staff('limin', 'reviewer', orgs.xicheng.path), 'OWN_CASE'],
    ['by an auditor', denied, sunjing, 'NOT_YOURS'],
    ['when nothing was denied', noted('confirmed'), above, 'CALL_BACK_DONE'],
  ])('%s: %3$s', (_what, callBack, who, why) => {
    expect(whyNotSettle(callBack, who)).toBe(why);
    expect(refusalOf(() => settleCallBack(callBack, { staff: who, words }, request(), noon))).toBe(why);
  });

  it('is noted with who, as what and why, once', () => {
    const same = { key: 'same', hash: 'body' };
    const settled = settleCallBack(denied, { staff: above, words }, same, noon);
    expect(settled).toMatchObject({
      status: 'settled',
      note: { by: 'above', from: 'denied', to: 'settled', words },
    });
    expect(settleCallBack(settled, { staff: above, words }, same, noon)).toBe(settled);
  });
});

it('lapses only while nothing has come of it', () => {
  expect(lapse(taken)).toMatchObject({ status: 'lapsed' });
  expect(lapse(taken)).not.toHaveProperty('taken');
  expect(lapse(denied)).toBe(denied);
});
