import { MINUTE, SECOND } from '@niangjia/shared/time';
import { expect, test } from 'vitest';
import { nextPoll } from './pollRhythm.ts';

const waiting = { since: 0, now: 0, visible: true, decided: false };

test.each([
  ['at first', waiting, 2 * SECOND],
  ['just before five minutes', { ...waiting, now: 5 * MINUTE - 1 }, 2 * SECOND],
  ['from five minutes', { ...waiting, now: 5 * MINUTE }, 15 * SECOND],
  ['just before half an hour', { ...waiting, now: 30 * MINUTE - 1 }, 15 * SECOND],
  ['after half an hour', { ...waiting, now: 30 * MINUTE }, undefined],
  ['hidden', { ...waiting, visible: false }, undefined],
  ['decided', { ...waiting, decided: true }, undefined],
  ['returned to after an hour', { ...waiting, since: 60 * MINUTE, now: 60 * MINUTE }, 2 * SECOND],
])('%s', (_name, state, expected) => {
  expect(nextPoll(state)).toBe(expected);
});

test('three minutes of waiting cost at most 95 polls', () => {
  let now = 0;
  let polls = 1;
  for (;;) {
    const pause = nextPoll({ ...waiting, now });
    if (pause === undefined || now + pause > 3 * MINUTE) break;
    now += pause;
    polls += 1;
  }
  expect(polls).toBeLessThanOrEqual(95);
});
