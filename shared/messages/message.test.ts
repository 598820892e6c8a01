import { describe, expect, it } from 'vitest';
import { DAY } from '../time.ts';
import { keptUntil, messageKinds } from './message.ts';

describe.each(Object.entries(messageKinds))('%s', (_kind, { title, text }) => {
  it('is told in a few calm words', () => {
    expect(title.length).toBeLessThanOrEqual(14);
    expect(title).not.toMatch(/[。！!]/);
    expect(text).toMatch(/。$/);
    expect(text).not.toMatch(/[！!]/);
  });
});

it('is kept from when it happened', () => {
  expect(keptUntil({ at: 5 * DAY }, 180 * DAY)).toBe(185 * DAY);
});
