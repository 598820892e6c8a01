import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../../dev/api.ts';
import { dump, restore } from '../dump.ts';
import { none, type Plan, pausedAt, underFaults } from '../layers/faults.ts';
import { faultsOfState, normalisedAnswer, normalisedDump, valuesOf } from '../normalised.ts';

export type Act = () => Promise<Reply<unknown>>;

interface Outcome {
  faults: string[];
  answers: unknown[];
  end: string[];
}

/** The fault plan of the request under test; it is also paused. */
interface Options {
  readonly plan?: Plan;
  /** What staff do before they decide: looking at the cases also puts claims right that were cut short. */
  readonly look?: () => Promise<unknown>;
}

/** What `other`, run from beginning to end before each of `one`'s calls to the table in turn, brings about. */
async function interleaved(one: Act, other: Act, { plan = none, look = async () => {} }: Options) {
  const before = await dump();
  const known = valuesOf(before);
  const told = ({ status, body }: Reply<unknown>) => ({ status, body: normalisedAnswer(body, known) });
  let calls = 0;
  const outcome = async (run: () => Promise<Reply<unknown>[]>) => {
    const answers = (await run()).map(told);
    const faults = faultsOfState(await dump());
    await look();
    const after = await dump();
    await restore(before, after);
    return { faults, answers, end: normalisedDump(after, before) };
  };
  const oneFirst = await outcome(async () => {
    const first = await underFaults(plan, one);
    calls = first.calls.length;
    return [first.answer, await other()];
  });
  const otherFirst = await outcome(async () => {
    const second = await other();
    return [(await underFaults(plan, one)).answer, second];
  });
  const mixed: Outcome[] = [];
  for (let k = 1; k <= calls; k++) {
    const between: Reply<unknown>[] = [];
    const meanwhile = async () => {
      between.push(await other());
    };
    const came = await outcome(async () => {
      const { answer } = await underFaults(pausedAt(k, meanwhile, plan), one);
      return [answer, ...between];
    });
    // What a process keeps from the first run, it does not ask for again: there are fewer calls to pause at.
    if (between.length > 0) mixed.push(came);
  }
  if (mixed.length === 0) throw new Error('nothing was run in between');
  return { serial: [oneFirst, otherFirst], mixed };
}

/**
 * The interleavings after which the state is wrong, or of which comes what does not come of the two
 * requests one after the other in either order: answers and end state. Leaves the world as it found it.
 */
export async function faultsOfInterleaving(one: Act, other: Act, options: Options = {}): Promise<unknown[]> {
  const { serial, mixed } = await interleaved(one, other, options);
  return mixed
    .filter(
      ({ faults, ...came }) =>
        faults.length > 0 || !serial.some(({ faults: _, ...whole }) => isDeepStrictEqual(came, whole)),
    )
    .map(({ end, ...rest }) => ({
      ...rest,
      end: end.filter((line) => !serial.some((whole) => whole.end.includes(line))),
    }));
}

/** Only what is wrong with the states that the interleavings lead to, for requests of several steps. */
export async function faultsOfStates(one: Act, other: Act, options: Options = {}): Promise<string[]> {
  const { mixed } = await interleaved(one, other, options);
  return mixed.flatMap(({ faults }, i) => faults.map((fault) => `${fault} (before call ${i + 1})`));
}
