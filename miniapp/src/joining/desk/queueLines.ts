import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import type { Instant } from '@niangjia/shared/time';

/** An application in the queue, masked. */
export type QueueRow = ResponseOf<typeof joining.listApplications>['applications'][number];

/** What became of an application while the queue was open. */
export interface Outcome {
  readonly by: 'me' | 'colleague';
  /** Undefined while it is not known yet what a colleague decided; `unknown` when it could not be found. */
  readonly status?: 'approved' | 'rejected' | 'voided' | 'unknown';
  readonly at?: Instant;
  /** The colleague's working name. */
  readonly name?: string;
}

/** A line of the queue: the application, and what became of it. */
export interface Line {
  readonly row: QueueRow;
  readonly outcome?: Outcome;
}

/** On site first, oldest first, as the API orders them. */
function order(a: QueueRow, b: QueueRow): number {
  if (a.onSite !== b.onSite) return a.onSite ? -1 : 1;
  return a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1);
}

/**
 * The lines after a fresh look. Nobody changes place, so that nothing moves under a thumb: whoever is
 * decided stays as a line that says so, until `put away`; whoever came joins at the end of their part.
 * `further` says that the fresh list goes on beyond its last row, where nothing can be said of anybody.
 */
export function mergeLines(
  before: readonly Line[],
  fresh: readonly QueueRow[],
  further: boolean,
  putAway: ReadonlySet<string>,
): Line[] {
  const last = fresh[fresh.length - 1];
  const kept = before.flatMap((line): Line[] => {
    if (line.outcome?.status && line.outcome.status !== 'unknown') return [line];
    const now = fresh.find((row) => row.id === line.row.id);
    if (now) return [{ row: now }];
    if (line.outcome?.status) return [line];
    if (further && last && order(line.row, last) > 0) return [line];
    return [{ row: line.row, outcome: { by: 'colleague' } }];
  });
  const known = new Set(before.map(({ row }) => row.id));
  const came = fresh.filter((row) => !known.has(row.id) && !putAway.has(row.id)).map((row) => ({ row }));
  return [...kept, ...came].sort((a, b) => order(a.row, b.row));
}

/** The lines with some outcomes filled in. */
export function settleLines(lines: readonly Line[], outcomes: ReadonlyMap<string, Outcome>): Line[] {
  return lines.map((line) => {
    const outcome = outcomes.get(line.row.id);
    return outcome ? { row: line.row, outcome } : line;
  });
}
