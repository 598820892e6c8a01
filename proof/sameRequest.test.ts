import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { tenAtOnce } from './crash/faultRuns.ts';
import { scenarios } from './crash/scenarios.ts';
import { type Stage, setStage } from './crash/stage.ts';
import { type Dump, dump, restore } from './dump.ts';
import { sabotaged } from './layers/sabotage.ts';
import { faultsOfInterleaving } from './races/serial.ts';

/** A phone that sends a request twice has no order: both are on their way at once. */

let stage: Stage;
let start: Dump;

beforeAll(async () => {
  stage = await setStage();
  start = await dump();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  return restore(start);
});
// Some scenarios are about another day.
afterEach(() => void vi.useRealTimers());

const all = Object.entries(scenarios).flatMap(([name, some]) =>
  some.map((one) => [name, one.title, one] as const),
);

describe.each(all)('%s %s', (_name, _title, { prepare }) => {
  it('has one effect and one answer, ten times at once', async () => {
    expect(await tenAtOnce(await prepare(stage))).toEqual([]);
  });

  it('comes out the same when it is sent again between any two of its calls', async () => {
    const request = await prepare(stage);
    expect(await faultsOfInterleaving(request, request)).toEqual([]);
  });
});

it('negative control: without conditions there are more effects or answers', async () => {
  const [scenario] = scenarios.decideApplication;
  const request = await scenario?.prepare(stage);
  if (!request) throw new Error('no scenario');
  expect(await sabotaged('conditions', () => tenAtOnce(request))).not.toEqual([]);
});
