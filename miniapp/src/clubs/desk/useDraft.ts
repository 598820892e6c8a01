import { ClubNumbers, type Grade, grades, type Nature } from '@niangjia/shared/clubs/policy';
import { faultsOf } from '@niangjia/shared/faults';
import { useState } from 'react';
import { inUnit, outOfUnit, type PlainField, plainFields } from './policyFields.ts';
import type { Version } from './versions.ts';

const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

interface Typed {
  readonly bands: readonly string[];
  readonly table: ClubNumbers['table'];
  readonly points: Readonly<Record<Grade, string>>;
  readonly plain: Readonly<Record<PlainField, string>>;
}

const record = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

const typedFrom = (numbers: ClubNumbers): Typed => ({
  bands: numbers.bands.map(String),
  table: numbers.table,
  points: record(grades, (grade) => String(numbers.points[grade])),
  plain: record(plainFields, (field) => String(inUnit(field, numbers[field]))),
});

const numbersFrom = ({ bands, table, points, plain }: Typed): ClubNumbers => ({
  ...record(plainFields, (field) => outOfUnit(field, numberOf(plain[field]))),
  bands: bands.map(numberOf),
  table,
  points: record(grades, (grade) => numberOf(points[grade])),
});

/** The next version while it is typed: every number in its own unit, and what it comes to. */
export function useDraft(latest: Version) {
  const [typed, setTyped] = useState(() => typedFrom(latest.numbers));
  const change = (what: Partial<Typed>) => setTyped((before) => ({ ...before, ...what }));
  const numbers = numbersFrom(typed);
  return {
    typed,
    numbers,
    /** What is wrong, by the number's place: `bands.2`, `points.A+`, `aYear`. */
    faults: faultsOf(ClubNumbers, numbers),
    isSame: JSON.stringify(numbersFrom(typedFrom(latest.numbers))) === JSON.stringify(numbers),
    setBand: (place: number, value: string) =>
      change({ bands: typed.bands.map((band, i) => (i === place ? value : band)) }),
    setCell: (nature: Nature, place: number, grade: Grade) =>
      change({
        table: { ...typed.table, [nature]: typed.table[nature].map((one, i) => (i === place ? grade : one)) },
      }),
    setPoints: (grade: Grade, value: string) => change({ points: { ...typed.points, [grade]: value } }),
    setPlain: (field: PlainField, value: string) => change({ plain: { ...typed.plain, [field]: value } }),
  };
}
