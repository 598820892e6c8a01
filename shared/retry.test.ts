import { expect, it } from 'vitest';
import { acceptedBefore, remember } from './retry.ts';
import { DAY } from './time.ts';

const request = { key: 'k', hash: 'h' };

it('finds a request accepted within 24 hours and refuses its key with another body', () => {
  const accepted = remember([], request, 1000, 12);
  expect(acceptedBefore(accepted, request, 1000 + DAY - 1)).toMatchObject({ at: 1000 });
  expect(acceptedBefore(accepted, request, 1000 + DAY)).toBeUndefined();
  expect(acceptedBefore(accepted, { key: 'other', hash: 'h' }, 1000)).toBeUndefined();
  expect(() => acceptedBefore(accepted, { key: 'k', hash: 'other' }, 1000)).toThrow('KEY_REUSED');
});

it('drops what is older than a day, and refuses a thirteenth write in a day', () => {
  const day = Array.from({ length: 12 }, (_, i) => ({ key: `k${i}`, hash: 'h', at: i }));
  expect(() => remember(day, request, 100, 12)).toThrow('TOO_OFTEN');
  expect(remember(day, request, DAY + 5, 12).map(({ key }) => key)).toEqual([
    'k6',
    'k7',
    'k8',
    'k9',
    'k10',
    'k11',
    'k',
  ]);
});
