import { expect, test } from 'vitest';
import { sayYuan } from './sayYuan.ts';

test.each([
  [0, '¥0'],
  [5, '¥0.05'],
  [100, '¥1'],
  [99_900, '¥999'],
  [100_000, '¥1,000'],
  [1_400_050, '¥14,000.50'],
  [1_234_567_800, '¥12,345,678'],
])('%i fen are %s', (fen, said) => {
  expect(sayYuan(fen)).toBe(said);
});
