import { expect, it } from 'vitest';
import { fieldText, fieldTexts, refusals } from './refusal.ts';

it.each(Object.entries(refusals))('%s speaks plainly', (_code, { text }) => {
  expect(text).toMatch(/^[\u4e00-\u9fff].*。$/);
  expect(text).not.toMatch(/[!！A-Za-z]/);
  expect(text.length).toBeLessThanOrEqual(40);
});

it('has a sentence for every field fault, known or not', () => {
  expect(fieldText('ID_NUMBER_CHECKSUM')).toBe(fieldTexts.ID_NUMBER_CHECKSUM);
  expect(fieldText('Invalid type')).toBe(fieldTexts.FORMAT);
});
