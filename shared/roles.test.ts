import { expect, it } from 'vitest';
import { grantFor, holdsAny, type Staff } from './roles.ts';

const zhouyun: Staff = {
  id: 'zhouyun',
  grants: [
    { role: 'reviewer', path: '/1/1/', authority: 'district' },
    { role: 'reviewer', path: '/1/1/1/', authority: 'street' },
    { role: 'auditor', path: '/1/', authority: 'city' },
  ],
};

it.each([
  ['/1/1/1/1/', ['reviewer'], 'street'],
  ['/1/1/1/', ['reviewer'], 'street'],
  ['/1/1/2/', ['reviewer'], 'district'],
  ['/1/2/', ['reviewer'], undefined],
  ['/1/11/', ['reviewer'], undefined],
  ['/1/2/', ['reviewer', 'auditor'], 'city'],
  ['/1/1/', ['finance'], undefined],
] as const)('at %s as %j acts under the authority of the %s', (path, roles, authority) => {
  expect(grantFor(zhouyun, roles, path)?.authority).toBe(authority);
});

it('knows whether a role is held anywhere', () => {
  expect(holdsAny(zhouyun, ['auditor'])).toBe(true);
  expect(holdsAny(zhouyun, ['finance', 'admin'])).toBe(false);
});
