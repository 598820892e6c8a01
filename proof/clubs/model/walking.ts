import { DAY, dayOf, HOUR, type Instant, instantOf, SECOND } from '@niangjia/shared/time';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import type { Plan } from '../../layers/faults.ts';
import {
  begun,
  checkEnd,
  hear,
  led,
  perform,
  type Run,
  read,
  reported,
  type Staffed,
  seen,
  sizes,
} from './real.ts';
import { type Act, type Do, emptyWorld, type Outcome, rules, type World } from './rules.ts';

/** Walks the model and the functions side by side, and compares them after every step. */

const acts = ['grade', 'void', 'reverse', 'redeem', 'review', 'pay', 'bounce', 'refuse', 'repay'] as const;
const steps = [
  ...acts,
  ...(['report', 'hear', 'again', 'handOver', 'later', 'newYear', 'atOnce', 'wholeWay'] as const),
] as const;
type Step = (typeof steps)[number];
export interface Choice {
  readonly step: Step;
  readonly who: number;
  readonly pick: number;
  readonly yes: boolean;
  readonly together?: readonly Choice[];
}

/** How much oftener than once. */
const often: Partial<Record<Step, number>> = {
  ...{ report: 6, grade: 8, redeem: 8, review: 7, pay: 6, bounce: 4, refuse: 3, hear: 7, atOnce: 9 },
  ...{ reverse: 2, repay: 2, wholeWay: 3 },
};
const of = (among: readonly Step[]): fc.Arbitrary<Omit<Choice, 'together'>> =>
  fc.record({
    step: fc.oneof(...among.map((step) => ({ weight: often[step] ?? 1, arbitrary: fc.constant(step) }))),
    who: fc.nat(1),
    pick: fc.nat(99),
    // Mostly.
    yes: fc.nat(4).map((drawn) => drawn > 0),
  });
const choice: fc.Arbitrary<Choice> = of(steps).chain((one) =>
  one.step === 'atOnce'
    ? fc.array(of(acts), { minLength: 2, maxLength: 3 }).map((together) => ({ ...one, together }))
    : fc.constant(one),
);
const STEPS = 36;
export const walks = fc.array(choice, { minLength: STEPS, maxLength: STEPS });

export interface Walk {
  readonly people: Staffed;
  readonly weather: () => Plan;
  readonly random: () => number;
  /** Each act with what it was answered, of all walks. */
  readonly reached: Map<string, number>;
}
interface Here {
  readonly walk: Walk;
  readonly run: Run;
  world: World;
  /** What was accepted, under which key, with its answer. */
  readonly sent: { act: Act; key: number; body: unknown; at: Instant }[];
  next: number;
}

const nth = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];
/** What each act is mostly about. */
const about: Partial<Record<Do, readonly string[]>> = {
  ...{ grade: ['waiting'], void: ['waiting'], reverse: ['graded'], review: ['requested'] },
  ...{ pay: ['reviewed', 'returned'], bounce: ['paid'], refuse: ['reviewed', 'returned'] },
};
const isStep = (step: Step): step is Do => acts.some((act) => act === step);

/** The act that is meant; undefined where there is nothing to do it to. */
function actOf({ world, next }: Here, { step, who, pick, yes }: Choice): Act | undefined {
  if (!isStep(step)) return undefined;
  const rest = Math.floor(pick / 5);
  const plain = { do: step, n: next, who, yes, points: 0 };
  if (step === 'repay') return { ...plain, points: 10 * (1 + (pick % 6)) };
  if (step === 'redeem') {
    const points = pick % 9 === 0 ? 50 : 100 * (1 + (rest % 2));
    // Now and then it is somebody who leads the club no more.
    return { ...plain, points, who: pick % 4 === 0 ? 1 - world.leader : world.leader };
  }
  const known: readonly { n: number; state: string }[] =
    step === 'grade' || step === 'void' || step === 'reverse' ? world.activities : world.redemptions;
  const meant = known.filter(({ state }) => about[step]?.includes(state));
  const target = nth(pick % 5 === 0 ? known : meant, rest);
  return target && { ...plain, n: target.n };
}

const orders = <T>(list: readonly T[]): T[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((one) => orders(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** A world after some acts one after another, and what each was answered. */
function told(world: World, list: readonly Act[]) {
  const next = structuredClone(world);
  const outcomes = new Map(list.map((act) => [act, rules[act.do](next, act)]));
  return { next, outcomes };
}

const plain = ({ now: _now, leader: _leader, ...world }: World) => ({
  ...world,
  // What was asked for and came back is as if it had never been asked.
  redeemed: Object.fromEntries(Object.entries(world.redeemed).filter(([, fen]) => fen !== 0)),
  redemptions: world.redemptions.toSorted((a, b) => a.n - b.n),
});

/** Does acts of one moment: what comes of them is what comes of them one after the other, in some order. */
async function doAll(here: Here, list: readonly Act[]): Promise<void> {
  const keys = new Map(list.map((act) => [act, here.next++]));
  const answers = await Promise.all(
    list.map(async (act) => [act, await perform(here.run, act, keys.get(act) ?? 0)] as const),
  );
  for (const [act, { outcome, body }] of answers) {
    const { reached } = here.walk;
    reached.set(`${act.do} ${outcome}`, (reached.get(`${act.do} ${outcome}`) ?? 0) + 1);
    if (outcome === 'OK') here.sent.push({ act, key: keys.get(act) ?? 0, body, at: here.world.now });
  }
  const outcomes = answers.map(([act, { outcome }]) => [act.do, outcome] as [Do, Outcome]);
  const possible = orders(list).map((order) => told(here.world, order));
  const there = await read(here.run);
  const all = possible.map(({ next }) => plain({ ...next, ...seen(there, next) }));
  const fits = possible.findIndex(
    ({ next, outcomes: said }, i) =>
      list.every((act, at) => said.get(act) === outcomes[at]?.[1]) &&
      JSON.stringify(plain(next)) === JSON.stringify(all[i]),
  );
  const found = possible[fits];
  // Otherwise what is there is shown beside the first order.
  if (!found) {
    const [first] = possible;
    expect({ outcomes, world: all[0] }).toEqual({
      outcomes: list.map((act) => [act.do, first?.outcomes.get(act)]),
      world: first && plain(first.next),
    });
    throw new Error(`nothing leads to ${JSON.stringify({ list, outcomes })}`);
  }
  here.world = found.next;
}

function setClock(here: Here, now: Instant): void {
  here.world.now = now;
  vi.setSystemTime(now);
}

/** The same request again has the same answer, and no effect. */
async function again(here: Here, { pick }: Choice): Promise<void> {
  const fresh = here.sent.filter(({ at }) => at > here.world.now - DAY / 2);
  const sent = nth(fresh, pick);
  if (!sent) return;
  const { outcome, body } = await perform(here.run, sent.act, sent.key);
  expect({ outcome, body }).toEqual({ outcome: 'OK', body: sent.body });
  await doAll(here, []);
}

/** Acts of one moment, each about something else or by somebody else. */
function actsAtOnce(here: Here, { together = [] }: Choice): Act[] {
  const list: Act[] = [];
  for (const choice of together) {
    const act = actOf(here, choice);
    if (act) list.push({ ...act, n: act.do === 'redeem' ? here.next : act.n });
    here.next += 1;
  }
  return list;
}

/** From points to money, and sometimes back again; whoever is meant, it is about what waits. */
const wayOf = ({ who, pick }: Choice): Choice[] =>
  (
    [
      'redeem',
      'hear',
      'review',
      'pay',
      ...(pick % 2 ? (['bounce'] as const) : []),
      ...(pick % 4 > 1 ? (['refuse'] as const) : []),
    ] as const
  ).map((one) => ({ step: one, who, pick: 1, yes: true }));

async function step(here: Here, choice: Choice): Promise<void> {
  const { world, run } = here;
  switch (choice.step) {
    case 'report': {
      // A few days of the week before, so that some are of one day.
      const start = instantOf(dayOf(world.now - (3 + ((choice.who + choice.pick) % 4)) * DAY), '14:00');
      const n = here.next++;
      await reported(run, n, choice.pick, start);
      const { points = 0 } = sizes[choice.pick % sizes.length] ?? {};
      world.activities.push({ n, day: dayOf(start), points, state: 'waiting' });
      return;
    }
    case 'hear':
      await hear(run);
      for (const redemption of world.redemptions) redemption.heard = true;
      return doAll(here, []);
    case 'handOver':
      world.leader = 1 - world.leader;
      await led(run, world.leader);
      // By then nobody reads who led it before.
      return setClock(here, world.now + 3 * SECOND);
    case 'later':
      return setClock(here, world.now + (1 + choice.pick) * HOUR);
    case 'newYear': {
      const year = Number(dayOf(world.now).slice(0, 4));
      return setClock(
        here,
        instantOf(`${year + (choice.yes ? 1 : 0)}-12-31`, '23:59') + (choice.pick % 3) * 30 * SECOND,
      );
    }
    case 'wholeWay':
      for (const one of wayOf(choice)) await step(here, one);
      return;
    case 'again':
      return again(here, choice);
    case 'atOnce':
      return doAll(here, actsAtOnce(here, choice));
    default: {
      const act = actOf(here, choice);
      here.next += 1;
      if (act) await doAll(here, [act]);
    }
  }
}

/** What every club has done before: an activity of each day is paid. */
const founding: readonly Choice[] = [0, 5, 10, 15].flatMap((pick) => [
  { step: 'report', who: 0, pick, yes: true },
  { step: 'grade', who: 0, pick: 1, yes: true },
]);

/** So many walks are the short form; without unbiased, the first are the shortest. */
export const SHORT = { numRuns: 5, unbiased: true };

const FIRST_DAY = instantOf('2026-10-01', '12:00');
let walked = 0;

/** One walk, by these choices, of a club of its own. */
export async function walk(how: Walk, choices: readonly Choice[]): Promise<void> {
  walked += 1;
  const now = FIRST_DAY + walked * 7 * DAY;
  vi.setSystemTime(now);
  const { people, weather, random } = how;
  const run = await begun({ people, weather, random, run: walked });
  const here: Here = { walk: how, run, world: emptyWorld(now), sent: [], next: 0 };
  for (const choice of [...founding, ...choices]) await step(here, choice);
  await step(here, { step: 'hear', who: 0, pick: 0, yes: true });
  await hear(run);
  // By then no read is as old as that.
  setClock(here, here.world.now + 3 * SECOND);
  await checkEnd(run, here.world);
}
