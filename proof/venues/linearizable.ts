/**
 * Whether a history of operations that overlapped could have come of some order one after another, each
 * taking effect at one moment between its call and its answer (Herlihy and Wing). The search is Wing and
 * Gong's, and remembers which sets of finished operations it has tried in which state, as Lowe's does.
 */

export interface Operation<Op, Result> {
  readonly op: Op;
  /** What came back; undefined when no answer ever arrived: then it may have happened at any later moment, or never. */
  readonly result: Result | undefined;
  /** When it was called and answered, on one clock; `answered` is ignored where there is no result. */
  readonly called: number;
  readonly answered: number;
}

/** What one operation after another does. States and results are compared as JSON. */
export interface Model<State, Op, Result> {
  readonly start: State;
  readonly apply: (state: State, op: Op) => { state: State; result: Result };
}

interface Search<State, Op, Result> {
  readonly history: readonly Operation<Op, Result>[];
  readonly model: Model<State, Op, Result>;
  readonly tried: Set<string>;
}

const endOf = ({ result, answered }: Operation<unknown, unknown>) =>
  result === undefined ? Number.POSITIVE_INFINITY : answered;

/** Operations that may come next: those called before any other that is left was answered. */
function candidates<Op, Result>(
  history: readonly Operation<Op, Result>[],
  left: readonly number[],
): number[] {
  const first = Math.min(...left.map((i) => endOf(history[i] as Operation<Op, Result>)));
  return left.filter((i) => (history[i] as Operation<Op, Result>).called <= first);
}

function goesOn<State, Op, Result>(
  search: Search<State, Op, Result>,
  left: readonly number[],
  state: State,
): boolean {
  const { history, model, tried } = search;
  if (left.every((i) => history[i]?.result === undefined)) return true;
  const seen = `${left.join()} ${JSON.stringify(state)}`;
  if (tried.has(seen)) return false;
  tried.add(seen);
  return candidates(history, left).some((i) => {
    const { op, result } = history[i] as Operation<Op, Result>;
    const rest = left.filter((other) => other !== i);
    const after = model.apply(state, op);
    const fits = result === undefined || JSON.stringify(after.result) === JSON.stringify(result);
    return fits && goesOn(search, rest, after.state);
  });
}

/** Whether the history is linearizable. */
export function isLinearizable<State, Op, Result>(
  history: readonly Operation<Op, Result>[],
  model: Model<State, Op, Result>,
): boolean {
  const left = history.map((_, i) => i);
  return goesOn({ history, model, tried: new Set() }, left, model.start);
}

/** The parts of a history that are not linearizable, each about one thing by itself: a slot, a person. */
export function faultsOfHistory<State, Op, Result>(
  history: readonly Operation<Op, Result>[],
  partOf: (op: Op) => string,
  model: Model<State, Op, Result>,
): string[] {
  const parts = new Map<string, Operation<Op, Result>[]>();
  for (const operation of history) {
    const part = partOf(operation.op);
    parts.set(part, [...(parts.get(part) ?? []), operation]);
  }
  return [...parts].filter(([, own]) => !isLinearizable(own, model)).map(([part]) => part);
}
