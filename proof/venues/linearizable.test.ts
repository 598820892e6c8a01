import { describe, expect, it } from 'vitest';
import { faultsOfHistory, isLinearizable, type Model, type Operation } from './linearizable.ts';

type Op = { do: 'book' | 'cancel'; who: string };
type Result = 'ok' | 'taken' | 'none';

/** A slot for one. */
const slot: Model<string | undefined, Op, Result> = {
  start: undefined,
  apply: (holder, op) => {
    if (op.do === 'cancel')
      return holder === op.who ? { state: undefined, result: 'ok' } : { state: holder, result: 'none' };
    return holder ? { state: holder, result: 'taken' } : { state: op.who, result: 'ok' };
  },
};

const op = (
  what: Op['do'],
  who: string,
  result: Result | undefined,
  called: number,
  answered: number,
): Operation<Op, Result> => ({ op: { do: what, who }, result, called, answered });

describe('histories of a slot for one', () => {
  it.each([
    ['nothing', [], true],
    ['one after another', [op('book', 'wang', 'ok', 0, 1), op('book', 'liu', 'taken', 2, 3)], true],
    ['at once, either wins', [op('book', 'wang', 'taken', 0, 3), op('book', 'liu', 'ok', 1, 2)], true],
    ['both win', [op('book', 'wang', 'ok', 0, 3), op('book', 'liu', 'ok', 1, 2)], false],
    ['nobody wins', [op('book', 'wang', 'taken', 0, 3), op('book', 'liu', 'taken', 1, 2)], false],
    [
      'taken, before anybody had it',
      [op('book', 'wang', 'taken', 0, 1), op('book', 'liu', 'ok', 2, 3)],
      false,
    ],
    [
      'free again after a cancellation that was on its way',
      [
        op('book', 'wang', 'ok', 0, 1),
        op('cancel', 'wang', 'ok', 2, 6),
        op('book', 'liu', 'ok', 3, 4),
        op('book', 'chen', 'taken', 5, 7),
      ],
      true,
    ],
    [
      'given twice, with a cancellation too late to explain it',
      [op('book', 'wang', 'ok', 0, 1), op('book', 'liu', 'ok', 2, 3), op('cancel', 'wang', 'ok', 4, 5)],
      false,
    ],
    [
      'a booking whose answer was lost explains the taken slot',
      [op('book', 'wang', undefined, 0, 0), op('book', 'liu', 'taken', 5, 6)],
      true,
    ],
    ['or never happened', [op('book', 'wang', undefined, 0, 0), op('book', 'liu', 'ok', 5, 6)], true],
    [
      'but not before it was called',
      [op('book', 'liu', 'taken', 0, 1), op('book', 'wang', undefined, 5, 5)],
      false,
    ],
    [
      'a stale answer: taken after it was given up',
      [op('book', 'wang', 'ok', 0, 1), op('cancel', 'wang', 'ok', 2, 3), op('book', 'liu', 'taken', 4, 5)],
      false,
    ],
  ] as const)('%s', (_, history, expected) => {
    expect(isLinearizable(history, slot)).toBe(expected);
  });
});

it('manages hundreds of overlapping operations', () => {
  const losers = Array.from({ length: 300 }, (_, i) => op('book', `p${i}`, 'taken', i, 1000 + i));
  expect(isLinearizable([op('book', 'wang', 'ok', 0, 900), ...losers], slot)).toBe(true);
});

it('judges each slot by itself', () => {
  const history = [
    op('book', 'a wang', 'ok', 0, 1),
    op('book', 'b liu', 'ok', 0, 1),
    op('book', 'b chen', 'ok', 2, 3),
  ];
  expect(faultsOfHistory(history, ({ who }) => who.slice(0, 1), slot)).toEqual(['b']);
});
