import { describe, expect, test } from 'vitest';
import { type Line, mergeLines, type QueueRow, settleLines } from './queueLines.ts';

const row = (id: string, submittedAt: number, onSite = true): QueueRow => ({
  id,
  status: 'submitted',
  name: '王*',
  idNumber: '1101**********1248',
  employment: { kind: 'unit', unit: '物业' },
  onSite,
  submittedAt,
  contested: false,
  helped: false,
  reachable: true,
});
const [a, b, c, online] = [row('a', 1), row('b', 2), row('c', 3), row('o', 0, false)];
const nobody = new Set<string>();
const waiting = (...rows: QueueRow[]): Line[] => rows.map((one) => ({ row: one }));
const ids = (lines: readonly Line[]) => lines.map(({ row: { id } }) => id).join('');

describe('the queue after a fresh look', () => {
  test('keeps everybody in place and adds who came, those on site before those online', () => {
    expect(ids(mergeLines(waiting(a, online), [a, b, online], false, nobody))).toBe('abo');
  });

  test('says of whoever is gone that a colleague was first', () => {
    const [gone, still] = mergeLines(waiting(a, b), [b], false, nobody);
    expect(gone).toEqual({ row: a, outcome: { by: 'colleague' } });
    expect(still).toEqual({ row: b });
  });

  test('says nothing of those beyond the page that was read', () => {
    expect(mergeLines(waiting(a, b, c), [a, b], true, nobody)[2]).toEqual({ row: c });
  });

  test('takes back what an index that was behind made it believe', () => {
    const unknown: Line = { row: a, outcome: { by: 'colleague', status: 'unknown' } };
    expect(mergeLines([unknown], [a], false, nobody)).toEqual([{ row: a }]);
    expect(mergeLines([{ row: a, outcome: { by: 'colleague' } }], [a], false, nobody)).toEqual([{ row: a }]);
  });

  test('never takes back what is decided, nor shows again what was put away', () => {
    const mine: Line = { row: a, outcome: { by: 'me', status: 'approved', at: 5 } };
    expect(mergeLines([mine], [a, b], false, new Set(['b']))).toEqual([mine]);
  });
});

test('outcomes are filled in by id', () => {
  const outcome = { by: 'me', status: 'rejected', at: 7 } as const;
  expect(settleLines(waiting(a, b), new Map([['b', outcome]]))).toEqual([{ row: a }, { row: b, outcome }]);
});
