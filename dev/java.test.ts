import { expect, it } from 'vitest';
import { javaMajor } from './java.ts';

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['bash: java: command not found', undefined],
])('reads %s as %s', (printed, major) => {
  expect(javaMajor(printed)).toBe(major);
});
