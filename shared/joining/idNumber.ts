import * as v from 'valibot';
import { text } from '../bounds.ts';
import { provinces } from '../codes.ts';
import { ageOn, dayOf, type Instant } from '../time.ts';

// GB 11643-1999: weights of the first 17 digits, and the check character for each remainder of the sum by 11.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check character that belongs to the first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS.charAt(sum % 11);
}

/** What a well-formed ID number says of its holder: sex by GB/T 2261.1 (1 male, 2 female), birth date `YYYY-MM-DD`. */
export function idNumberFacts(idNumber: string): { sex: '1' | '2'; birthDate: string } {
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  return { sex: Number(idNumber[16]) % 2 === 1 ? '1' : '2', birthDate };
}

/** Full years on the Shanghai day of `now`. */
export function ageOf(idNumber: string, now: Instant): number {
  return ageOn(idNumberFacts(idNumber).birthDate, dayOf(now));
}

function isRealDate(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

/** What is wrong with a number as typed, the first fault found; undefined when it is well formed. Source: GB 11643-1999. */
export function whyNotIdNumber(
  typed: string,
): 'ID_NUMBER_LENGTH' | 'ID_NUMBER_DIVISION' | 'ID_NUMBER_DATE' | 'ID_NUMBER_CHECKSUM' | undefined {
  if (!/^\d{17}[\dX]$/.test(typed)) return 'ID_NUMBER_LENGTH';
  if (!provinces[typed.slice(0, 2)]) return 'ID_NUMBER_DIVISION';
  const { birthDate } = idNumberFacts(typed);
  if (birthDate < '1900-01-01' || !isRealDate(birthDate)) return 'ID_NUMBER_DATE';
  if (checkCharacter(typed.slice(0, 17)) !== typed[17]) return 'ID_NUMBER_CHECKSUM';
  return undefined;
}

/** An 18-character citizen ID number; spaces are dropped and a small x becomes X before it is judged. */
export const IdNumber = v.pipe(
  text(40),
  v.transform((typed) => typed.replace(/\s/g, '').toUpperCase()),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const fault = whyNotIdNumber(dataset.value);
    if (fault) addIssue({ message: fault });
  }),
);
