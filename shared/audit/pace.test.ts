import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../time.ts';
import { type Approval, tooFast } from './pace.ts';

const pace = { people: 10, within: 100 * SECOND };
const noon = Date.UTC(2026, 10, 22, 4);

/** So many approvals, one every so many seconds, from a while after noon. */
const every = (seconds: number, people: number, from = 0): Approval[] =>
  Array.from({ length: people }, (_, i) => ({ at: noon + from + i * seconds * SECOND }));
/** So many at one moment, each opened that much earlier than the one before it. */
const together = (people: number, openedEvery?: number): Approval[] =>
  Array.from({ length: people }, (_, i) => ({
    at: noon,
    openedAt: openedEvery === undefined ? undefined : noon - (i + 1) * openedEvery * SECOND,
  }));
/** How many people each stretch has. */
const sizes = (approvals: readonly Approval[]) => tooFast(approvals, pace).map((one) => one.approvals.length);

describe('a reviewer', () => {
  it.each<[what: string, approvals: Approval[], stretches: number[]]>([
    ['who decided on nobody', [], []],
    ['who takes fifteen seconds for each', every(15, 200), []],
    ['who takes ten seconds for each', every(10, 200), []],
    ['who takes nine seconds for each', every(9, 200), [200]],
    ['who looked at ten people and then taps ten times', every(1, 10), []],
    ['who taps eleven times', every(1, 11), [11]],
    [
      'who taps ten times, again and again after a while',
      [every(1, 10), every(1, 10, 2 * MINUTE)].flat(),
      [],
    ],
    ['who is fast twice', [every(2, 12), every(2, 15, 10 * MINUTE)].flat(), [12, 15]],
    [
      'who is fast between slow ones',
      [every(30, 5), every(1, 20, 5 * MINUTE), every(30, 5, 20 * MINUTE)].flat(),
      [20],
    ],
    ['who approves thirty at once that nobody opened', together(30), [30]],
    ['who approves ten at once', together(10), []],
    ['who opened thirty one by one and then approves them at once', together(30, 20), []],
    ['who opened thirty in a rush and approves them at once', together(30, 2), [30]],
    ['who opened only some of them in time', [...together(12), ...together(20, 20)], [16]],
  ])('%s', (_what, approvals, stretches) => {
    expect(sizes(approvals)).toEqual(stretches);
  });

  it('who opened many pages at once and takes time for each is not too fast', () => {
    const slowly = every(20, 30).map((one, i) => ({ ...one, openedAt: noon - MINUTE + i * SECOND }));
    expect(sizes(slowly)).toEqual([]);
  });

  it('is judged alike in whatever order the approvals are known', () => {
    const approvals = [...every(2, 12), ...every(40, 6, 10 * MINUTE)];
    expect(sizes([...approvals].reverse())).toEqual(sizes(approvals));
  });

  it('is shown with the figures behind it', () => {
    const opened = every(3, 12).map((one, i) => (i < 2 ? { ...one, openedAt: one.at - SECOND } : one));
    const [stretch] = tooFast(opened, pace);
    expect(stretch).toMatchObject({ from: noon, to: noon + 33 * SECOND, opened: 2 });
  });
});
