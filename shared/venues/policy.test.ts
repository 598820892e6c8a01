import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../time.ts';
import { firstVenuesPolicy, whyNotTogether } from './policy.ts';

describe('numbers that contradict each other', () => {
  it.each([
    ['those a city starts with', {}, undefined],
    ['an offer as long as the least', { offerFor: 5 * MINUTE }, undefined],
    ['an offer shorter than the least', { offerFor: 30 * MINUTE, offerAtLeast: HOUR }, 'POLICY_NO_OFFER'],
    ['quiet from midnight to midnight', { quietFrom: 0, quietUntil: 24 }, 'POLICY_ALL_QUIET'],
    ['quiet by night', { quietFrom: 0, quietUntil: 7 }, undefined],
    ['never quiet', { quietFrom: 24, quietUntil: 0 }, undefined],
  ] as const)('%s', (_, changed, expected) => {
    expect(whyNotTogether({ ...firstVenuesPolicy, ...changed })).toBe(expected);
  });
});
