import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seed } from '../../functions/seed.ts';
import { following } from '../changes.ts';
import { startStaleReads } from '../layers/staleReads.ts';
import { seeded, seeds } from '../seeded.ts';
import { type Choice, walks } from './model/choosing.ts';
import { calm, type House, openedHouse, rough } from './model/real.ts';
import { SHORT, type Walk, walked } from './model/walking.ts';

/** The functions do what the rules say, whatever is done in whatever order: early, late, twice, at once. */

const settled = following();
let house: House;

beforeAll(async () => {
  await seed();
  house = await openedHouse();
  await settled();
});
afterAll(() => {
  vi.useRealTimers();
});
// Thousands of requests say a line each; handing those over takes a good part of the time.
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

const walkMany = (walk: Walk, parameters: fc.Parameters<[Choice[]]>) =>
  fc.assert(
    fc.asyncProperty(walks, (choices) => walked(walk, choices)),
    {
      ...SHORT,
      ...parameters,
      interruptAfterTimeLimit: 4 * 60_000,
      markInterruptAsFailure: true,
    },
  );

/** What a run must have come upon, whatever its seed. */
const mustHappen = [
  'book OK',
  'book SLOT_TAKEN',
  'book ELSEWHERE_THEN',
  'book BOOKING_BANNED',
  'change OK',
  'wait OK',
  'giveUp OK',
  'accept OK',
  'accept OFFER_OVER',
  'pass OK',
  'cancel OK',
  'cancel CANCEL_TOO_LATE',
  'checkIn OK',
  'cancelFor OK',
  'settle OK',
  'close OK',
  'lift OK',
  'appeal OK',
];

describe.each(seeds())('what is answered and kept is what the rules say (seed %i)', (seed) => {
  const reached = new Map<string, number>();

  it('on a quiet day', async () => {
    await walkMany({ house, settled, weather: calm, isRough: false, reached }, { seed });
    // Otherwise it has shown little.
    expect(mustHappen.filter((what) => !reached.has(what))).toEqual([]);
  });

  it('with old reads, calls turned down, replies lost, and processes that die', async () => {
    const stale = await startStaleReads({ random: seeded(seed) });
    const weather = rough(seeded(seed + 1000));
    await walkMany(
      { house, settled, weather, isRough: true, reached },
      { seed: seed + 1, numRuns: 5 },
    ).finally(stale.stop);
    expect(stale.served()).toBeGreaterThan(0);
  });
});
