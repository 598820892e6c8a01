import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { cast, madeIdNumber } from '../cast.ts';
import { instantOf } from '../time.ts';
import { ageOf, IdNumber, idNumberFacts, whyNotIdNumber } from './idNumber.ts';

it.each([
  ['34052419800101001X', undefined],
  ['11010519491231002X', undefined],
  ['340524198001010019', 'ID_NUMBER_CHECKSUM'],
  ['34052419800101001', 'ID_NUMBER_LENGTH'],
  ['3405241980010100XX', 'ID_NUMBER_LENGTH'],
  ['99052419800101001X', 'ID_NUMBER_DIVISION'],
  ['340524198002300017', 'ID_NUMBER_DATE'],
  ['340524190002290016', 'ID_NUMBER_DATE'],
  ['340524189912310013', 'ID_NUMBER_DATE'],
])('%s is judged %s', (typed, fault) => {
  expect(whyNotIdNumber(typed)).toBe(fault);
});

const right = fc
  .tuple(
    fc.constantFrom('110102', '340524', '650100'),
    fc.integer({ min: 0, max: 36_000 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, days, sequence]) => {
    const born = new Date(Date.UTC(1926, 0, 1 + days)).toISOString().slice(0, 10).replaceAll('-', '');
    return madeIdNumber(division, born, sequence);
  });

it('never takes a number with one digit mistyped, or two neighbours swapped', () => {
  fc.assert(
    fc.property(right, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      expect(whyNotIdNumber(number)).toBeUndefined();
      const digit = (Number(number[at]) + by) % 10;
      expect(whyNotIdNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBeDefined();
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
      if (swapped !== number) expect(whyNotIdNumber(swapped)).toBeDefined();
    }),
    { seed: 11_643, numRuns: 500 },
  );
});

it('takes spaces and a small x as people type them', () => {
  expect(v.parse(IdNumber, '340524 19800101 001x')).toBe('34052419800101001X');
});

it('reads sex and birth date off the number', () => {
  expect(idNumberFacts('34052419800101001X')).toEqual({ sex: '1', birthDate: '1980-01-01' });
  expect(idNumberFacts('11010519491231002X')).toEqual({ sex: '2', birthDate: '1949-12-31' });
});

it.each([
  ['2026-01-01', '00:00', 46],
  ['2025-12-31', '23:59', 45],
])('turns a year older at midnight in Shanghai: %s %s', (day, clock, age) => {
  expect(ageOf('34052419800101001X', instantOf(day, clock))).toBe(age);
});

it('gives everybody of the cast a well-formed number', () => {
  const faults = Object.values(cast).map(({ idNumber }) => whyNotIdNumber(idNumber));
  expect(faults.filter(Boolean)).toEqual([]);
});
