import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seed } from '../../functions/seed.ts';
import { documents } from '../../functions/table.ts';
import { following } from '../changes.ts';
import { walks } from './model/choosing.ts';
import { calm, type House, openedHouse } from './model/real.ts';
import { SHORT, walked } from './model/walking.ts';

/** Negative controls of the model: with one rule broken, the short form finds it. */

const broken = vi.hoisted(() => ({ rule: '' }));

vi.mock('@niangjia/shared/venues/due', async (original) => {
  const real = await original<typeof import('@niangjia/shared/venues/due')>();
  const tick: typeof real.tick = (slot, policy, now) => {
    const after = real.tick(slot, policy, broken.rule === 'time runs early' ? now + 60_000 : now);
    const waited = slot.waiting.filter(({ id }) => after.places.some((place) => place.id === id));
    return broken.rule === 'whoever is offered a place still waits' && waited.length > 0
      ? { ...after, waiting: slot.waiting }
      : after;
  };
  return { ...real, tick };
});
vi.mock('@niangjia/shared/venues/line', async (original) => {
  const real = await original<typeof import('@niangjia/shared/venues/line')>();
  const early = (now: number) => (broken.rule === 'an offer is taken after its time' ? 0 : now);
  const whyNotAccept: typeof real.whyNotAccept = (slot, id, now) => real.whyNotAccept(slot, id, early(now));
  const accept: typeof real.accept = (slot, id, state, now) => real.accept(slot, id, state, early(now));
  return { ...real, whyNotAccept, accept };
});
vi.mock('@niangjia/shared/venues/noShow', async (original) => {
  const real = await original<typeof import('@niangjia/shared/venues/noShow')>();
  const bannedUntil: typeof real.bannedUntil = (ledger, policy, now) => {
    const noShows = broken.rule === 'three no-shows ban' ? 3 : policy.noShows;
    return real.bannedUntil(ledger, { ...policy, noShows }, now);
  };
  return { ...real, bannedUntil };
});

documents.middlewareStack.add(
  (next) => (args) => {
    const input = args.input as { ConditionExpression?: string };
    const condition = input.ConditionExpression?.replace(' AND attribute_not_exists(waiting)', '');
    return broken.rule === 'a place is taken past the line' && condition
      ? next({ ...args, input: { ...args.input, ConditionExpression: condition } as typeof args.input })
      : next(args);
  },
  { step: 'initialize', name: 'pastTheLine' },
);

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
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
});

/** Whether the short form finds anything wrong. */
async function isFound(rule: string): Promise<boolean> {
  broken.rule = rule;
  const walk = { house, settled, weather: calm, isRough: false, reached: new Map<string, number>() };
  const property = fc.asyncProperty(walks, (choices) => walked(walk, choices));
  return (await fc.check(property, { ...SHORT, seed: 1, endOnFailure: true })).failed;
}

describe('is found when', () => {
  it.each([
    'whoever is offered a place still waits',
    'an offer is taken after its time',
    'a place is taken past the line',
    'time runs early',
    'three no-shows ban',
  ])('%s', async (rule) => {
    expect(await isFound(rule)).toBe(true);
  });
});
