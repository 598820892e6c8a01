import { expect, it } from 'vitest';
import { type Ruling, whyNotAmongMany } from './ruling.ts';

it.each<[string, Ruling, string | undefined]>([
  ['the document seen', { outcome: 'approved', evidence: 'seenAtDesk' }, undefined],
  ['checked online', { outcome: 'approved', evidence: 'checkedOnline' }, undefined],
  ['nothing checked', { outcome: 'approved', evidence: 'none' }, 'EVIDENCE_MISSING'],
  ['nothing said of it', { outcome: 'approved' }, 'EVIDENCE_MISSING'],
  ['voiding', { outcome: 'voided' }, undefined],
])('one of many at once, %s: %3$s', (_case, ruling, why) => {
  expect(whyNotAmongMany(ruling)).toBe(why);
});
