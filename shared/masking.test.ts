import { expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './masking.ts';

it.each([
  ['王芳', '王*'],
  ['赵敏敏', '赵**'],
  ['欧阳建国', '欧**'],
  ['𠮷田', '𠮷*'],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

it('shows the ends of numbers only', () => {
  expect(maskIdNumber('34052419800101001X')).toBe('3405**********001X');
  expect(maskPhone('13800005678')).toBe('138****5678');
});
