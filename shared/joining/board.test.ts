import { expect, it } from 'vitest';
import { instantOf, MINUTE, SECOND } from '../time.ts';
import { figures, isLate, type Passage, percentile } from './board.ts';
import { LONGEST, POSTER } from './session.ts';

const start = instantOf('2026-11-22', '12:30');
/** A passage with seconds between its steps: read, fill, review, show. */
const passage = (person: string, scannedAt: number, ...seconds: number[]): Passage => {
  const after = (steps: number) =>
    seconds.length < steps
      ? undefined
      : scannedAt + seconds.slice(0, steps).reduce((sum, span) => sum + span * SECOND, 0);
  const [openedAt = scannedAt, submittedAt, decidedAt, shownAt] = [1, 2, 3, 4].map(after);
  const status = decidedAt ? 'approved' : submittedAt ? 'submitted' : undefined;
  return { person, scannedAt, openedAt, submittedAt, decidedAt, shownAt, status, version: seconds.length };
};

it('is empty before anybody came', () => {
  expect(figures([], 4, { promised: 8 * MINUTE, now: start })).toEqual({
    consulted: 4,
    opened: 0,
    submitted: 0,
    waiting: 0,
    approved: 0,
    rejected: 0,
    card: undefined,
    bankCard: undefined,
    bankWaiting: 0,
    bankLate: 0,
    steps: [],
    slowestStep: undefined,
    perTenMinutes: [],
  });
});

it('counts people by how far they came and clocks those who have their card', () => {
  const passages = [
    {
      ...passage('a', start, 60, 120, 60, 2),
      bankRequestedAt: start + 250 * SECOND,
      bankIssuedAt: start + 402 * SECOND,
    },
    { ...passage('b', start + 11 * MINUTE, 60, 130, 70, 2), bankRequestedAt: start + 16 * MINUTE },
    { ...passage('c', start + 12 * MINUTE, 60, 140, 80, 2), bankRequestedAt: start + 17 * MINUTE },
    passage('d', start + 13 * MINUTE, 20, 90),
    passage('e', start + 14 * MINUTE, 20),
    { ...passage('f', start, 60, 60, 60), status: 'rejected' as const },
  ];
  expect(figures(passages, 0, { promised: 8 * MINUTE, now: start + 20 * MINUTE })).toEqual({
    consulted: 0,
    opened: 6,
    submitted: 5,
    waiting: 1,
    approved: 3,
    rejected: 1,
    card: { people: 3, median: 262 * SECOND, slowestTenth: 282 * SECOND },
    bankCard: { people: 1, median: 402 * SECOND, slowestTenth: 402 * SECOND },
    bankWaiting: 2,
    bankLate: 1,
    steps: [
      { step: 'read', median: 60 * SECOND },
      { step: 'fill', median: 130 * SECOND },
      { step: 'review', median: 70 * SECOND },
      { step: 'show', median: 2 * SECOND },
      { step: 'bank', median: 152 * SECOND },
    ],
    slowestStep: 'bank',
    perTenMinutes: [
      { from: start, people: 1 },
      { from: start + 10 * MINUTE, people: 2 },
    ],
  });
});

it.each([
  [[5], 0.5, 5],
  [[1, 2], 0.5, 1],
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[], 0.5, undefined],
])('of %j the value at %d is %d', (values, share, value) => {
  expect(percentile(values, share)).toBe(value);
});

it('shows nobody late before the alarm', () => {
  expect(isLate(start, start + 3 * MINUTE, 3 * MINUTE)).toBe(false);
  expect(isLate(start, start + 3 * MINUTE + 1, 3 * MINUTE)).toBe(true);
});

it('has room for every ten minutes of the longest session, from its poster to its poster', () => {
  const [first, last] = [start - POSTER.before, start + LONGEST + POSTER.after];
  const passages = [first, last].map((at, i) => passage(`${i}`, at - 6 * MINUTE, 60, 60, 240, 1));
  const { perTenMinutes } = figures(passages, 0, { promised: 8 * MINUTE, now: last });
  expect(perTenMinutes.at(-1)).toEqual({ from: last, people: 1 });
});
