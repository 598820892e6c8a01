import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE, weekOf } from '@niangjia/shared/time';
import fc from 'fast-check';
import { type Act, type Do, keepersActs, membersActs } from './rules.ts';
import { type At, type Slot, type World, whyNotTake } from './world.ts';

/** What happens next, chosen from what there is: plain numbers that mean something in any world. */

const steps = [
  ...membersActs,
  ...keepersActs,
  'tick',
  'hear',
  'look',
  'again',
  'atOnce',
  'later',
  'nextDay',
  'missed',
  'crowd',
  'lastMoment',
  'night',
  'nextMonth',
] as const;
type Step = (typeof steps)[number];
export interface Choice {
  readonly step: Step;
  readonly who: number;
  readonly slot: number;
  readonly pick: number;
  readonly yes: boolean;
  readonly together?: readonly Choice[];
}

/** How much oftener than once. */
const often: Partial<Record<Step, number>> = {
  book: 8,
  wait: 10,
  later: 10,
  tick: 6,
  accept: 8,
  cancel: 7,
  hear: 2,
  atOnce: 6,
  change: 4,
  checkIn: 4,
  giveUp: 3,
  pass: 3,
  settle: 4,
  look: 2,
  nextDay: 1,
  missed: 4,
  lift: 3,
  appeal: 2,
  crowd: 5,
  lastMoment: 4,
  night: 2,
};

const of = (among: readonly Step[]): fc.Arbitrary<Omit<Choice, 'together'>> =>
  fc.record({
    step: fc.oneof(...among.map((step) => ({ weight: often[step] ?? 1, arbitrary: fc.constant(step) }))),
    who: fc.nat(4),
    // What comes first is wanted by most.
    slot: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(5) }),
    pick: fc.nat(99),
    yes: fc.boolean(),
  });

/** What happens at once is each somebody else's. A change is no single moment, so it is not among it. */
const atOnce = of(
  steps.filter(
    (step) =>
      ![
        'change',
        'hear',
        'look',
        'again',
        'atOnce',
        'later',
        'nextDay',
        'missed',
        'crowd',
        'nextMonth',
      ].includes(step),
  ),
);

const choice: fc.Arbitrary<Choice> = of(steps).chain((one) =>
  one.step === 'atOnce'
    ? fc.array(atOnce, { minLength: 2, maxLength: 3 }).map((together) => ({ ...one, together }))
    : fc.constant(one),
);

const wanted = [
  { room: 0, day: 1, clock: '09:00' },
  { room: 1, day: 1, clock: '08:30' },
  { room: 0, day: 0, clock: '21:00' },
  { room: 1, day: 0, clock: '20:30' },
  { room: 0, day: 1, clock: '07:00' },
  { room: 0, day: 7, clock: '09:00' },
] as const;

function slotFor({ now }: World, number: number): At {
  const { room, day, clock } = wanted[number % wanted.length] ?? wanted[0];
  return { room, start: instantOf(dayOf(now + day * DAY), clock) };
}

interface Known {
  readonly n: number;
  readonly who: number;
  readonly slot: Slot;
  /** What it is: the state of a place, `waiting`, or how it ended. */
  readonly is: string;
}

/** Bookings and waits that somebody still has to do with; what is over for a day is forgotten by the calendar too. */
const known = ({ slots, now }: World): Known[] =>
  Object.values(slots)
    .filter(({ end }) => end > now - 12 * HOUR && weekOf(end) >= weekOf(now))
    .flatMap((slot) => [
      ...slot.places.map(({ n, who, state, came }) => ({ n, who, slot, is: came ? 'came' : state })),
      ...slot.line.map(({ n, who }) => ({ n, who, slot, is: 'waiting' })),
      ...slot.ended
        .filter(({ at }) => at > now - 20 * HOUR)
        .map(({ n, who, how }) => ({ n, who, slot, is: how })),
    ]);

/** What each act is mostly about. */
const about: Partial<Record<Do, readonly string[]>> = {
  accept: ['offered'],
  pass: ['offered'],
  giveUp: ['waiting', 'offered'],
  cancel: ['confirmed', 'pending'],
  change: ['confirmed', 'pending'],
  checkIn: ['confirmed'],
  see: ['confirmed'],
  cancelFor: ['confirmed', 'pending'],
  settle: ['pending'],
  lift: ['released'],
};

const nth = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** The act that is meant, with `n` for the booking or wait that it makes; undefined where there is nothing to do it to. */
export function actOf(world: World, { step, who, slot, pick, yes }: Choice, n: number): Act | undefined {
  const to = slotFor(world, slot);
  const plain = { n, who, at: to, old: -1, yes, request: n };
  const rest = Math.floor(pick / 5);
  switch (step) {
    case 'wait': {
      const taken = Object.values(world.slots).filter(
        (it) => it.start > world.now && whyNotTake(it) === 'SLOT_TAKEN',
      );
      if (pick % 8 === 0) return { ...plain, do: step };
      // Whoever would wait books where there is a place.
      const line = nth(taken, rest);
      return line ? { ...plain, do: step, at: line } : { ...plain, do: 'book' };
    }
    case 'book':
    case 'close':
    case 'reopen':
    case 'tick':
    case 'hear':
      return { ...plain, do: step };
    case 'appeal': {
      const noShow = nth(world.noShows, rest);
      return noShow && { ...plain, do: step, n: noShow.n, who: noShow.who };
    }
    case 'settleAppeal': {
      const appeal = nth(Object.keys(world.appeals), rest);
      const noShow = world.noShows.find((one) => one.n === Number(appeal));
      return noShow && { ...plain, do: step, n: noShow.n, who: noShow.who };
    }
    case 'look':
    case 'again':
    case 'atOnce':
    case 'later':
    case 'nextDay':
    case 'nextMonth':
      return undefined;
    case 'crowd':
    case 'lastMoment':
    case 'night':
      return undefined;
    // Two of them do so again and again, and are banned before long.
    case 'missed':
      return { ...plain, do: 'book', who: who % 2, at: slotFor(world, 0) };
  }
  const all = known(world);
  const meant = all.filter(({ is }) => about[step]?.includes(is));
  // Now and then it is about something else, which is refused, or is as it was.
  const target = nth(pick % 8 === 0 ? all : meant, rest);
  if (!target) return undefined;
  if (step === 'change') return { ...plain, do: step, who: target.who, old: target.n };
  return { ...plain, do: step, n: target.n, who: target.who, at: target.slot };
}

/** Three who want the same: one has it, two wait. */
export const crowdOf = ({ who, slot, pick, yes }: Choice): Choice[] =>
  (['book', 'wait', 'wait'] as const).map((step, i) => ({
    ...{ step, who: (who + i) % 5, slot, yes },
    // Of the slots that are taken, the one that was taken first.
    pick: pick % 4 === 0 ? pick : 1,
  }));

/** Moments at which something turns, and the one after: deadlines, starts, morning and night. */
function moments({ now, slots }: World): Instant[] {
  const midnight = instantOf(dayOf(now), '00:00');
  const turns = Object.values(slots)
    .filter(({ end }) => end > now - HOUR)
    .flatMap(({ start, places, line }) => [
      ...places.flatMap(({ until }) => until ?? []),
      ...(line.length > 0 ? [start - 5 * MINUTE] : []),
      ...(places.length > 0 ? [start - 30 * MINUTE, start - 15 * MINUTE, start, start + 15 * MINUTE] : []),
    ]);
  const nights = [8, 22, 32].map((hour) => midnight + hour * HOUR - 1);
  const all = [...turns, ...nights].flatMap((at) => [at, at + 1]).filter((at) => at > now);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** An offer that is about to be over: at its very last moment, or a moment later. */
export function lastMoment(world: World, { pick, yes }: Choice): Instant | undefined {
  const held = known(world).flatMap(({ n, slot }) => slot.places.find((place) => place.n === n)?.until ?? []);
  const until = nth(
    held.filter((at) => at >= world.now),
    pick,
  );
  return until && until + (yes ? 0 : 1);
}

/** When it is after waiting. */
export function after(world: World, { step, pick, yes }: Choice): Instant {
  const { now, noShows } = world;
  if (step === 'night') return instantOf(dayOf(now), '22:00') + pick * MINUTE;
  if (step === 'nextDay' || step === 'missed') return instantOf(dayOf(now + DAY), '12:00');
  if (step === 'nextMonth') {
    const fades = noShows.map(({ start }) => start + 30 * DAY + (yes ? 1 : 0)).filter((at) => at > now);
    return nth(fades, pick) ?? now + 15 * DAY;
  }
  if (pick % 4 === 0) return now + ([1, 10, 31, 120][Math.floor(pick / 4) % 4] ?? 1) * MINUTE;
  return nth(moments(world).slice(0, 8), Math.floor(pick / 4)) ?? now + HOUR;
}

const STEPS = 40;

/** What happens on one walk. */
export const walks = fc.array(choice, { maxLength: 2 * STEPS, size: 'max' });
