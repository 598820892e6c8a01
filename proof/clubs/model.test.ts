import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seed } from '../../functions/seed.ts';
import { documents } from '../../functions/table.ts';
import { startStaleReads } from '../layers/staleReads.ts';
import { seeded, seeds } from '../seeded.ts';
import { calm, rough } from '../venues/model/real.ts';
import { type Staffed, staffed } from './model/real.ts';
import { type Choice, SHORT, type Walk, walk, walks } from './model/walking.ts';

/**
 * Points and money do what the rules say, whatever is done in whatever order: early, late, twice, at once. Points never
 * fall below zero, a year never exceeds its allowance, no activity is paid twice, and a ledger replayed is its balance.
 */

let people: Staffed;

beforeAll(async () => {
  await seed();
  people = await staffed();
});
afterAll(() => {
  vi.useRealTimers();
});
// Thousands of requests say a line each; handing those over takes a good part of the time.
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

const walkMany = (how: Walk, parameters: fc.Parameters<[Choice[]]>) =>
  fc.assert(
    fc.asyncProperty(walks, (choices) => walk(how, choices)),
    {
      ...SHORT,
      ...parameters,
      endOnFailure: true,
      interruptAfterTimeLimit: 4 * 60_000,
      markInterruptAsFailure: true,
    },
  );

/** What a run must have come upon, whatever its seed. */
const mustHappen = [
  'grade OK',
  'grade GRADED_THAT_DAY',
  'grade ACTIVITY_DECIDED',
  'reverse OK',
  'redeem OK',
  'redeem POINTS_SHORT',
  'redeem NOT_FOUND',
  'review OK',
  'pay OK',
  'pay REDEMPTION_CHANGED',
  'pay SAME_PERSON',
  'bounce OK',
  'refuse OK',
];

describe.each(seeds())('what is answered and kept is what the rules say (seed %i)', (seed) => {
  const reached = new Map<string, number>();

  it('on a quiet day', async () => {
    await walkMany({ people, weather: calm, random: seeded(seed), reached }, { seed });
    // Otherwise it has shown little.
    expect(mustHappen.filter((what) => !reached.has(what))).toEqual([]);
  });

  it('with old reads, calls turned down, replies lost, and processes that die', async () => {
    const stale = await startStaleReads({ random: seeded(seed), now: () => Date.now() });
    const weather = rough(seeded(seed + 1000));
    const how = { people, weather, random: seeded(seed), reached };
    await walkMany(how, { seed: seed + 1, numRuns: 3 }).finally(stale.stop);
    expect(stale.served()).toBeGreaterThan(0);
  });
});

interface Put {
  Item?: { sk?: unknown };
  ConditionExpression?: string;
}
const isEntry = ({ Item }: Put) => String(Item?.sk).startsWith('LEDGER#');

/** An entry is written whatever has its number: what was there is gone. */
function forgetNumbers(): () => void {
  const forget = ({ ConditionExpression, ...put }: Put): Put =>
    isEntry(put) ? put : { ...put, ConditionExpression };
  documents.middlewareStack.add(
    (next) => (args) => {
      const input = args.input as Put & { TransactItems?: Record<string, Put>[] };
      const items = input.TransactItems?.map((one) =>
        Object.fromEntries(Object.entries(one).map(([kind, put]) => [kind, forget(put)])),
      );
      const changed = items ? { ...input, TransactItems: items } : forget(input);
      return next({ ...args, input: changed as typeof args.input });
    },
    { step: 'initialize', name: 'forgetNumbers', priority: 'high' },
  );
  return () => documents.middlewareStack.remove('forgetNumbers');
}

it('negative control: entries that are put where there is one already are found', async () => {
  const remember = forgetNumbers();
  const how = { people, weather: calm, random: seeded(1), reached: new Map<string, number>() };
  const property = fc.asyncProperty(walks, (choices) => walk(how, choices));
  const { failed } = await Promise.resolve(
    fc.check(property, { ...SHORT, seed: 1, endOnFailure: true }),
  ).finally(remember);
  expect(failed).toBe(true);
});
