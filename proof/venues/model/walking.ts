import { DAY, dayOf, instantOf, MINUTE, SECOND } from '@niangjia/shared/time';
import { expect, vi } from 'vitest';
import { latestMessages } from '../../../functions/inbox.ts';
import { actOf, after, type Choice, crowdOf, lastMoment } from './choosing.ts';
import { faults } from './never.ts';
import {
  allSeen,
  begun,
  type House,
  listed,
  looked,
  noted,
  perform,
  type Run,
  type Weather,
} from './real.ts';
import { type Act, membersActs, rules } from './rules.ts';
import { bannedUntil, emptyWorld, type Outcome, type Slot, slotOf, type World, whyNots } from './world.ts';

/** Walks the model and the functions side by side, and compares them after every step. */

export interface Walk {
  readonly house: House;
  readonly settled: () => Promise<void>;
  readonly weather: Weather;
  /** Whether reads are old, and ticks cut short: then a tick may leave out a slot, which is a late tick. */
  readonly isRough: boolean;
  /** Each act with what it was answered, of all walks. */
  readonly reached: Map<string, number>;
}

interface Here {
  readonly walk: Walk;
  readonly run: Run;
  world: World;
  /** The slots as they were seen last. */
  seen: Record<string, Slot>;
  /** What was sent under a key and accepted. */
  readonly sent: { act: Act; at: number }[];
  next: number;
}

type Slots = Readonly<Record<string, Slot>>;
const byNumber = (a: { n: number }, b: { n: number }) => a.n - b.n;
const plain = ({ places, ended, ...slot }: Slot) => ({
  ...slot,
  places: places.toSorted(byNumber),
  ended: ended.toSorted(byNumber),
});
const allPlain = (slots: Slots) =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, plain(slot)]));
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What somebody's list must say: all they have in slots that are not over. */
function expectedList(world: World, who: number) {
  const ahead = Object.values(world.slots).filter(({ end }) => end > world.now);
  const bookings = ahead.flatMap(({ places, line }) => [
    ...places
      .filter((place) => place.who === who)
      .map(({ n, state, until, came }) => ({ n, state: came ? 'came' : state, ...(until && { until }) })),
    ...line.flatMap(({ n, who: waiting }, i) =>
      waiting === who ? [{ n, state: 'waiting', position: i + 1 }] : [],
    ),
  ]);
  return { bookings: bookings.sort(byNumber), bannedUntil: bannedUntil(world, who) };
}

/** A world after some acts one after another, and what each was answered. */
function told(world: World, acts: readonly Act[]) {
  const next = structuredClone(world);
  return { world: next, outcomes: new Map(acts.map((act) => [act, rules[act.do](next, act)])) };
}

/** A world after a tick that may have left out some slots: each as it was, or as it is then. */
function tickedAsSeen(before: World, ticked: World, seen: Slots): World {
  const slots = Object.fromEntries(
    Object.entries(ticked.slots).map(([name, slot]) => {
      const was = before.slots[name];
      return [name, was && seen[name] && same(plain(was), plain(seen[name])) ? was : slot];
    }),
  );
  const merged = { ...ticked, slots };
  const isOut = ({ n, lifted }: { n: number; lifted: boolean }) =>
    lifted || slotOf(merged, n)?.ended.some((ended) => ended.n === n);
  return { ...merged, unheard: merged.unheard.filter(isOut) };
}

const orders = <T>(list: readonly T[]): T[][] =>
  list.length === 0
    ? [[]]
    : list.flatMap((one) => orders(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** Slots of late, and older ones that a tick has still to do with. */
const isOpen = (world: World, { end, places, line }: Slot) =>
  end > world.now - 2 * DAY || places.some(({ came }) => !came) || line.length > 0;

/** Compares after acts that were one after another, or at once, what is there with what the model has. */
async function compare(here: Here, acts: readonly Act[], outcomes: ReadonlyMap<Act, Outcome>): Promise<void> {
  const { walk, run } = here;
  // One that another of the same union found on its way takes its turn: as if it had not been.
  const counted = acts.filter((act) => acts.length === 1 || outcomes.get(act) !== 'BOOKING_OVERTAKEN');
  const worlds = orders(counted).map((order) => told(here.world, order));
  const touched = Object.entries(worlds[0]?.world.slots ?? {});
  const open = touched.filter(([name, slot]) =>
    [slot, here.world.slots[name]].some((it) => it && isOpen(here.world, it)),
  );
  const seen = await allSeen(run, Object.fromEntries(open));
  /** The part of a world that was looked at. */
  const looked = ({ slots }: World) =>
    allPlain(Object.fromEntries(Object.entries(slots).filter(([name]) => seen[name])));
  const isTick = walk.isRough && acts.length === 1 && acts[0]?.do === 'tick';
  const after = worlds.map((one) =>
    isTick ? { ...one, world: tickedAsSeen(here.world, one.world, seen) } : one,
  );
  expect(faults(here.seen, seen, acts, here.world.now)).toEqual([]);
  const found = after.find(
    (one) =>
      counted.every((act) => one.outcomes.get(act) === outcomes.get(act)) &&
      same(looked(one.world), allPlain(seen)),
  );
  if (!found) {
    const expected = after[0];
    const answers = (of: ReadonlyMap<Act, Outcome>) => counted.map((act) => `${act.do} ${of.get(act)}`);
    expect({ answers: answers(outcomes), slots: allPlain(seen) }).toEqual({
      answers: answers(expected?.outcomes ?? new Map()),
      slots: looked(expected?.world ?? here.world),
    });
    throw new Error('no order of what happened at once gives this');
  }
  here.world = found.world;
  here.seen = seen;
  // Those who did something, and one of the others.
  const { length } = run.house.people;
  const people = [...acts.map(({ who }) => who), here.next % length].filter((who) => who >= 0);
  await compareLists(here, [...new Set(people)]);
}

async function compareLists({ run, world }: Here, people: readonly number[]): Promise<void> {
  const lists = await Promise.all(people.map((who) => listed(run, who)));
  expect(lists).toEqual(people.map((who) => expectedList(world, who)));
}

/**
 * A calendar has as waits the lines somebody is in and the places held for them, as the stream has told of them. A
 * request that died may leave one that stands nowhere; one that stands is missing never.
 */
async function compareWaits({ run, walk, world }: Here): Promise<void> {
  for (const who of run.house.people.keys()) {
    const { entries, waits } = await noted(run, who);
    const ahead = Object.values(world.slots).filter(({ end }) => end > world.now);
    const inLine = ahead.flatMap(({ places, line }) => [
      ...line,
      ...places.filter(({ state }) => state === 'offered'),
    ]);
    // Of who took an offer and was refused after, it is among the bookings.
    const mine = inLine.filter((entry) => entry.who === who && !entries.includes(entry.n)).map(({ n }) => n);
    expect(walk.isRough ? waits.filter((n) => mine.includes(n)).sort() : waits.sort()).toEqual(mine.sort());
  }
}

async function doAll(here: Here, acts: readonly Act[]): Promise<void> {
  const outcomes = new Map(
    await Promise.all(acts.map(async (act) => [act, await perform(here.run, act)] as const)),
  );
  for (const [act, outcome] of outcomes) {
    const { reached } = here.walk;
    reached.set(`${act.do} ${outcome}`, (reached.get(`${act.do} ${outcome}`) ?? 0) + 1);
    if (outcome === 'OK' && ['book', 'change', 'wait', 'appeal'].includes(act.do))
      here.sent.push({ act, at: here.world.now });
  }
  await compare(here, acts, outcomes);
  if (acts.length === 1 && acts[0]?.do === 'hear') await compareWaits(here);
}

function setClock(here: Here, now: number): void {
  here.world.now = now;
  vi.setSystemTime(now);
}

const plainAct = (step: 'tick' | 'hear'): Act => ({
  ...{ do: step, n: -1, who: -1, at: { room: 0, start: 0 }, old: -1, yes: true, request: -1 },
});

/** What is shown before the tap is what would be said after it. */
async function look(here: Here, choice: Choice): Promise<void> {
  const act = actOf(here.world, { ...choice, step: 'book' }, -1);
  if (!act || here.walk.isRough) return;
  const reasons = whyNots(here.world, act.who, act.at);
  const shown = await looked(here.run, act.who, act.at);
  expect(reasons.length > 0 ? reasons : [undefined]).toContain(shown);
}

/** The same request again has the same answer, and no effect. */
async function again(here: Here, { pick }: Choice): Promise<void> {
  const fresh = here.sent.filter(({ at }) => at > here.world.now - DAY / 2);
  const sent = fresh[pick % fresh.length]?.act;
  if (!sent) return;
  expect(await perform(here.run, sent)).toBe('OK');
  await compare(here, [], new Map());
}

/** Acts of one moment: each of somebody else. */
function actsAtOnce(here: Here, { together = [] }: Choice): Act[] {
  const acts: Act[] = [];
  for (const choice of together) {
    const act = actOf(here.world, choice, here.next++);
    const isMembers = act && membersActs.some((step) => step === act.do);
    const taken = acts.some((other) => other.who === act?.who || (other.do === act?.do && !isMembers));
    if (act && !taken && !(here.walk.isRough && act.do === 'tick')) acts.push(act);
  }
  return acts;
}

/** What is chosen, where there is something to do it to. */
async function perhaps(here: Here, choice: Choice): Promise<void> {
  const act = actOf(here.world, choice, here.next++);
  if (act) await doAll(here, [act]);
}

/** Somebody comes: about the time at which their slot begins, or at any other. */
async function atDoor(here: Here, choice: Choice): Promise<void> {
  const act = actOf(here.world, choice, here.next++);
  if (!act) return;
  const about = act.at.start + ((choice.pick % 33) - 16) * MINUTE;
  if (choice.yes && about > here.world.now) setClock(here, about);
  await doAll(here, [act]);
}

async function nextDay(here: Here, choice: Choice): Promise<void> {
  setClock(here, after(here.world, choice));
  await doAll(here, [plainAct('tick')]);
  await doAll(here, [plainAct('hear')]);
}

/** A place that is given up by night: nobody can be asked before morning, and nobody goes before who waits. */
async function night(here: Here, choice: Choice): Promise<void> {
  const tonight = { ...choice, slot: 0, pick: 1 };
  for (const one of crowdOf(tonight)) await perhaps(here, one);
  const { now } = here.world;
  setClock(here, Math.max(now, after(here.world, choice)));
  await perhaps(here, { ...tonight, step: 'cancel', pick: choice.pick });
  await perhaps(here, { ...tonight, step: 'book', who: (choice.who + 3) % 5 });
  await doAll(here, [plainAct('tick')]);
  if (choice.yes) setClock(here, Math.max(here.world.now, instantOf(dayOf(now + DAY), '08:00')));
  await doAll(here, [plainAct('tick')]);
}

async function step(here: Here, choice: Choice): Promise<void> {
  switch (choice.step) {
    case 'look':
      return look(here, choice);
    case 'again':
      return again(here, choice);
    case 'nextMonth':
      if (here.world.now > here.run.since + 200 * DAY) return;
      // The stream is late by seconds, not by months: what is as old as that is no news.
      await doAll(here, [plainAct('hear')]);
      return setClock(here, after(here.world, choice));
    case 'later':
      return setClock(here, after(here.world, choice));
    case 'crowd':
      for (const one of crowdOf(choice)) await perhaps(here, one);
      return;
    case 'lastMoment': {
      const moment = lastMoment(here.world, choice);
      if (moment) setClock(here, moment);
      return perhaps(here, { ...choice, step: 'accept' });
    }
    case 'checkIn':
    case 'see':
      return atDoor(here, choice);
    case 'night':
      return night(here, choice);
    case 'missed':
      await perhaps(here, choice);
      return nextDay(here, choice);
    case 'nextDay':
      return nextDay(here, choice);
    case 'atOnce':
      return doAll(here, actsAtOnce(here, choice));
    default:
      return perhaps(here, choice);
  }
}
/** Whose end is told to them, in a message each: it was not their own doing. */
const toldOf: Readonly<Record<string, RegExp>> = {
  off: /^bookingOff/,
  closed: /^bookingOff/,
  refused: /^bookingRefused$/,
  released: /^noShowNoted$/,
  lapsed: /^offerLapsed$/,
  notReached: /^(waitOver|bookingUnanswered)$/,
};

/** Nobody is passed over, or loses a place, without being told why; and nobody is told twice. */
async function compareMessages({ run, world }: Here): Promise<void> {
  for (const [who, { id }] of run.house.people.entries()) {
    const { messages } = await latestMessages(id, 300);
    const mine = messages.filter(({ at }) => at >= run.since);
    const ended = Object.values(world.slots).flatMap((slot) => slot.ended.filter((it) => it.who === who));
    for (const { n, how } of ended) {
      const kind = toldOf[how];
      if (!kind) continue;
      const told = mine.filter((message) => message.about === run.ids[n] && kind.test(message.kind));
      expect({ n, how, told: told.length }).toEqual({ n, how, told: 1 });
    }
    const held = mine.filter(({ kind }) => kind === 'placeHeld').map(({ about }) => about);
    expect(new Set(held).size).toBe(held.length);
  }
}

/** So many walks are the short form; without unbiased, the first are the shortest. */
export const SHORT = { numRuns: 7, unbiased: true };

const FIRST_DAY = instantOf('2026-11-25', '12:00'); // a Wednesday
let walks = 0;

/** One walk, by these choices, in a time of its own. */
export async function walked(walk: Walk, choices: readonly Choice[]): Promise<void> {
  walks += 1;
  // A year later than the one before, in whole weeks, so that each begins on a Wednesday.
  const now = instantOf(dayOf(FIRST_DAY + walks * 52 * 7 * DAY), '12:00');
  vi.setSystemTime(now);
  const { house, weather, settled } = walk;
  const run = await begun({ house, weather, settled, since: now, run: walks });
  const here: Here = { walk, run, world: emptyWorld(now), seen: {}, sent: [], next: 0 };
  for (const choice of choices) await step(here, choice);
  await doAll(here, [plainAct('hear')]);
  await compareLists(
    here,
    house.people.map((_, who) => who),
  );
  // By then no read is as old as that.
  setClock(here, here.world.now + 3 * SECOND);
  await compareMessages(here);
}
