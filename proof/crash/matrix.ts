import { DAY, HOUR } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Dump, dump, restore } from '../dump.ts';
import type { Fault } from '../layers/faults.ts';
import { type Case, disturbances, faultsOfRepeat, faultsUnder, undisturbed } from './faultRuns.ts';
import { scenarios, type WriteName } from './scenarios.ts';
import { type Stage, setStage } from './stage.ts';

/** Every call of a request to the table, and every way in which it can go wrong. */

/** The world of this file's tests. */
export let stage: Stage;
let start: Dump;

/** The small world, as it was before each test. */
export function inThatWorld(): void {
  beforeAll(async () => {
    stage = await setStage();
    start = await dump();
  });
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    // The pauses between tries are random; here they are none.
    vi.spyOn(Math, 'random').mockReturnValue(0);
    return restore(start);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

/** The end as the worker and the reviewer see it. */
export async function see(): Promise<unknown> {
  const { reviewer, workers, code } = stage;
  const replies = [
    workers[0].call('getMyApplication', {}),
    workers[0].call('getCard', {}),
    reviewer.call('listApplications', { session: code }),
  ];
  return (await Promise.all(replies)).map(({ body }) => body);
}

const scenarioOf = (name: WriteName, title: string) => {
  const scenario = scenarios[name].find((one) => one.title === title);
  if (!scenario) throw new Error(`no scenario ${title}`);
  return scenario;
};
/** A scenario's request, and how it ends undisturbed. */
export const prepared = async (name: WriteName, title: string): Promise<Case> =>
  undisturbed(await scenarioOf(name, title).prepare(stage), see);

/** What is wrong, by what went wrong on the way. */
export async function failures(one: Case, of?: readonly Fault[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await restore(one.before);
  for (const disturbance of disturbances(one, of)) {
    const wrong = await faultsUnder(one, disturbance);
    if (wrong.length > 0) found[disturbance.title] = wrong;
  }
  return found;
}

/** The matrix of some endpoints: each of their scenarios with each fault at each of its calls. */
export function crashMatrix(names: readonly WriteName[]): void {
  const rows = names.flatMap((name) => scenarios[name].map(({ title }) => [name, title] as const));
  describe.each(rows)('%s %s', (name, title) => {
    it('takes effect exactly once whatever happens to any of its calls', async () => {
      const one = await prepared(name, title);
      expect(one.accepted).toMatchObject({ status: 200 });
      expect(one.calls.length).toBeGreaterThan(0);
      expect(await failures(one)).toEqual({});
    });

    it('is answered the same when it is asked again 23 hours later, or as long as it is good', async () => {
      const one = await prepared(name, title);
      const { good = DAY - HOUR } = scenarioOf(name, title);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + good });
      expect(await faultsOfRepeat(one)).toEqual([]);
    });
  });
}
