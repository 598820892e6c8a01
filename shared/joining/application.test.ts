import { expect, it } from 'vitest';
import { isLive } from './application.ts';
import { member, rejected, waiting } from './someMember.ts';

it.each([
  ['waiting', waiting, true],
  ['a member', member, true],
  ['rejected', rejected, false],
])('%s is live: %s', (_state, application, live) => {
  expect(isLive(application)).toBe(live);
});
