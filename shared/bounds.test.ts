import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Count, code, list, Time, text } from './bounds.ts';

describe('a text', () => {
  const schema = text(10);
  it.each(['', '顺达快递', '两行\n字', 'Ng\tWei', '维·吾尔', '👷🏽', '"<b>"'])('may be %j', (typed) => {
    expect(v.is(schema, typed)).toBe(true);
  });
  it.each([
    ['too long', '十一个字十一个字十一个'],
    ['with a NUL', 'a\u0000'],
    ['with a command to a terminal', '\u001b[2J'],
    ['with the end of a line that JavaScript alone knows', 'a\u0085'],
    ['turned around, so that it reads otherwise', '\u202efdp.exe'],
    ['turned around in part', '\u2066a\u2069'],
    ['with half a letter', 'a\ud800b'],
    ['with the other half', '\udc00'],
  ])('is not %s', (_what, typed) => {
    expect(v.is(schema, typed)).toBe(false);
  });
});

it('a code has its shape and its length', () => {
  const schema = code(/^\d*$/, 4);
  expect(['1234', '12345', 'abc'].map((typed) => v.is(schema, typed))).toEqual([true, false, false]);
});

it('a list ends', () => {
  const schema = list(v.boolean(), 2);
  expect([[true, true], [true, true, true], ['yes']].map((sent) => v.is(schema, sent))).toEqual([
    true,
    false,
    false,
  ]);
});

it.each([
  ['a count', Count, 2_147_483_647],
  ['a time', Time, Date.UTC(10_000, 0) - 1],
])('%s is whole, not below nothing, and has an end', (_what, schema, most) => {
  expect([0, most, most + 1, -1, 0.5, Number.NaN, '1'].map((sent) => v.is(schema, sent))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
