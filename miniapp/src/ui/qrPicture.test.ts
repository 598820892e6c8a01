import { expect, test } from 'vitest';
import { scanned } from '../../test/scanned.ts';
import { qrPicture } from './qrPicture.ts';

test.each(['abc', 'eyJhbGciOiJIUzI1NiJ9.'.repeat(9), '工会会员'])('a scanner reads %s back', (text) => {
  expect(scanned(qrPicture(text))).toBe(text);
});
