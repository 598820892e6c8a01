import * as v from 'valibot';
import { expect, it } from 'vitest';
import { Consents, consentVersions, Employment, Phone, RealName } from './form.ts';

const judge = (schema: v.GenericSchema, typed: unknown) => {
  const result = v.safeParse(schema, typed);
  return result.success ? { ok: result.output } : { fault: result.issues[0].message };
};

it.each([
  ['王芳', { ok: '王芳' }],
  [' 王芳 ', { ok: '王芳' }],
  ['迪丽热巴•迪力木拉提', { ok: '迪丽热巴·迪力木拉提' }],
  ['𠮷田', { ok: '𠮷田' }],
  ['王', { fault: 'NAME' }],
  ['王芳1', { fault: 'NAME' }],
  ['<b>王芳</b>', { fault: 'NAME' }],
  ['', { fault: 'NAME' }],
])('a name typed as %j', (typed, judged) => {
  expect(judge(RealName, typed)).toEqual(judged);
});

it.each([
  ['138 0000 5678', { ok: '13800005678' }],
  ['+8613800005678', { ok: '13800005678' }],
  ['12800005678', { fault: 'PHONE' }],
  ['1380000567', { fault: 'PHONE' }],
])('a phone typed as %j', (typed, judged) => {
  expect(judge(Phone, typed)).toEqual(judged);
});

it.each([
  [{ kind: 'newForm', occupation: 'courier', platform: '顺' }, 'PLATFORM'],
  [{ kind: 'newForm', occupation: 'pilot', platform: '顺达快递' }, 'CHOICE'],
  [{ kind: 'unit', unit: '' }, 'UNIT'],
])('work given as %j is refused for %s', (typed, fault) => {
  expect(judge(Employment, typed)).toEqual({ fault });
});

it('takes only the wording in force as consent', () => {
  expect(judge(Consents, { ...consentVersions })).toEqual({ ok: consentVersions });
  expect(judge(Consents, { ...consentVersions, pledge: '1998' })).toEqual({ fault: 'CONSENT' });
});
