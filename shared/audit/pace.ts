import type { Instant } from '../time.ts';

/** One approval of a reviewer: when it was given, and when they had opened the case, if they had. */
export interface Approval {
  readonly at: Instant;
  readonly openedAt?: Instant | undefined;
}

/** How fast people can look: so many approvals take at least so long, milliseconds (policy). */
export interface Pace {
  readonly people: number;
  readonly within: number;
}

/** Runs in which more than `people` moments fall within the span; each moment is in at most one run. */
function crowded<A>(all: readonly A[], momentOf: (one: A) => Instant, { people, within }: Pace): A[][] {
  const sorted = [...all].sort((a, b) => momentOf(a) - momentOf(b));
  const moments = sorted.map(momentOf);
  const at = (i: number) => moments[i] ?? Number.POSITIVE_INFINITY;
  // A place is crowded when one of the windows it is in holds one moment too many.
  const marked = sorted.map((_, i) =>
    Array.from({ length: people + 1 }, (_, back) => i - back).some(
      (first) => first >= 0 && at(first + people) - at(first) < within,
    ),
  );
  const runs: A[][] = [];
  for (const [i, one] of sorted.entries()) {
    if (!marked[i]) continue;
    const goesOn = i > 0 && marked[i - 1] && at(i) - at(i - 1) < within;
    const run = goesOn ? runs[runs.length - 1] : undefined;
    if (run) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** A stretch of approvals that came faster than people can look. */
export interface Stretch<A extends Approval> {
  readonly approvals: readonly A[];
  readonly from: Instant;
  readonly to: Instant;
  /** How many of the cases had been opened before. */
  readonly opened: number;
}

/**
 * Where a reviewer approved faster than people can look: more than `people` approvals `within` the span,
 * one by one or many at once. Whoever opened the cases beforehand, slowly enough, and then approved them
 * in one go has looked; so a stretch counts only if the openings were crowded too, a case that was not
 * opened being looked at when it is approved. Source: joining rules, review.
 */
export function tooFast<A extends Approval>(approvals: readonly A[], pace: Pace): Stretch<A>[] {
  return crowded(approvals, ({ at }) => at, pace)
    .flatMap((run) => crowded(run, ({ at, openedAt }) => openedAt ?? at, pace))
    .map((run) => {
      const times = run.map(({ at }) => at);
      return {
        approvals: run,
        from: Math.min(...times),
        to: Math.max(...times),
        opened: run.filter(({ openedAt }) => openedAt !== undefined).length,
      };
    });
}
