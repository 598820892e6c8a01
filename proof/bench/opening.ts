import { Refusal } from '@niangjia/shared/refusal';
import { HOUR, instantOf, SECOND } from '@niangjia/shared/time';
import { wait } from '@niangjia/shared/venues/line';
import { firstVenuesPolicy as policy } from '@niangjia/shared/venues/policy';
import { type Slot, take, untouched, whyNotTake } from '@niangjia/shared/venues/slot';
import type { Reply } from '../../dev/api.ts';
import { sizeOfItem, writeUnits } from '../../functions/units.ts';
import { none, underFaults } from '../layers/faults.ts';
import { seeded } from '../seeded.ts';
import { member, openedVenue, tomorrowAt } from '../venues/house.ts';
import type { Figure } from './figure.ts';
import { unitsByKey } from './hotKeys.ts';

/**
 * A day that opens at eight, with 5,000 people on 40 slots, in virtual time. Simulated: who comes when and wants
 * what, how long a call takes, and so which writes meet. Measured: the units of each try, from the calls that real
 * requests made. Decided: by the rules themselves.
 */

const PEOPLE = 5_000;
const COURTS = 4;
const HOURS = 10;
/** Between reading a slot and writing it, milliseconds; whoever writes in another's gap makes that write fail. */
const GAP = 8;
const TRIES = 5;
const OPENS = instantOf('2026-11-27', '08:00');
const FIRST = instantOf('2026-12-04', '09:00');

/** What each try costs, by the keys it falls on. */
interface Ways {
  readonly won: readonly Units[];
  readonly lost: readonly Units[];
  /** In one's own calendar; the slot costs more the more wait there. */
  readonly waited: readonly Units[];
  readonly unitsOfLine: (length: number) => number;
}
type Units = readonly [key: string, units: number];

async function recorded(): Promise<Ways> {
  const venue = await openedVenue(1);
  const [one, two] = [await member(7_001), await member(7_002)];
  const slot = { venue: venue.id, room: venue.rooms[0]?.id ?? '', start: tomorrowAt('12:00') };
  const unitsOf = async (request: () => Promise<Reply<unknown>>) => {
    const { answer, calls } = await underFaults(none, request);
    const units: Units[] = calls.flatMap(unitsByKey);
    // An update names no item: what the meter has beyond the table is its place in the index.
    const inIndex = answer.cost.writes - units.reduce((sum, [, count]) => sum + count, 0);
    return { units: inIndex > 0 ? [...units, ['DUE', inIndex] as const] : units, calls };
  };
  const won = (await unitsOf(() => one.call('bookSlot', slot))).units;
  const lost = (await unitsOf(() => two.call('bookSlot', slot))).units;
  const { units, calls } = await unitsOf(() => two.call('waitForSlot', slot));
  const line = calls.map(({ input }) => input.Item as Record<string, unknown>).find((item) => item?.waiting);
  const [waiting] = (line?.waiting ?? []) as object[];
  return {
    won,
    lost,
    waited: units.filter(([key]) => key.startsWith('PERSON#')),
    unitsOfLine: (length) =>
      writeUnits(sizeOfItem({ ...line, waiting: Array.from({ length }, () => waiting) })),
  };
}

interface Try {
  readonly at: number;
  readonly who: number;
  readonly slot: number;
  /** How many more slots they try. */
  readonly left: number;
  /** How often their place in line met another's. */
  readonly met: number;
}

/** Half of them within two seconds, the others within ten; the evening is wanted most. */
function arrivals(random: () => number): Try[] {
  return Array.from({ length: PEOPLE }, (_, who) => {
    const at = OPENS + (who % 2 === 0 ? 2 : 10) * SECOND * random();
    return { at, who, slot: chosen(random), left: 3, met: 0 };
  });
}
const chosen = (random: () => number) => {
  const hour = Math.floor(Math.sqrt(random()) * HOURS);
  return Math.floor(random() * COURTS) * HOURS + hour;
};
const why = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** Plays the opening; units by key and second, and what everybody was told. */
function played(ways: Ways, random: () => number) {
  const slots: Slot[] = Array.from({ length: COURTS * HOURS }, (_, i) => {
    const start = FIRST + (i % HOURS) * HOUR;
    return untouched({ room: `court ${Math.floor(i / HOURS)}`, start, end: start + HOUR, capacity: 1 });
  });
  const seconds = new Map<string, number>();
  const told = new Map<string, number>();
  const winners = new Map<number, number>();
  const say = (what: string) => told.set(what, (told.get(what) ?? 0) + 1);
  const spend = (units: readonly Units[], { at, who, slot }: Try) => {
    for (const [key, count] of units) {
      const keys = key.startsWith('PERSON#')
        ? [`a person ${who}`]
        : key.startsWith('ROOM#')
          ? [`a slot ${slot}`, `a room's day ${Math.floor(slot / HOURS)}`]
          : [`what is due ${Math.floor(slot / HOURS)}`];
      for (const name of keys) {
        const second = `${name}@${Math.floor((at - OPENS) / SECOND)}`;
        seconds.set(second, (seconds.get(second) ?? 0) + count);
      }
    }
  };
  const queue = arrivals(random).sort((a, b) => a.at - b.at);
  /** When each slot was written last. */
  const written = slots.map(() => 0);
  let attempts = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { at, who, slot: number, left } = next;
    const slot = slots[number];
    if (!slot) continue;
    attempts += 1;
    const later = (more: Partial<Try>) => {
      const again: Try = { ...next, ...more };
      const place = queue.findIndex((other) => other.at > again.at);
      queue.splice(place < 0 ? queue.length : place, 0, again);
    };
    const taken = whyNotTake(slot);
    if (!taken) {
      slots[number] = take(slot, { id: `b${who}`, person: `p${who}`, at, state: 'confirmed', policy: 1 });
      written[number] = at;
      spend(ways.won, next);
      winners.set(who, (winners.get(who) ?? 0) + 1);
      say('booked');
      continue;
    }
    const free = slots.flatMap((other, i) => (whyNotTake(other) ? [] : [i]));
    if (left === 3 || (free.length > 0 && left > 0)) {
      spend(ways.lost, next);
      say(taken);
      const nearest = free[Math.floor(random() * free.length)];
      later({ at: at + (2 + 2 * random()) * SECOND, slot: nearest ?? number, left: left - 1 });
      continue;
    }
    // Nothing is free: in line, where the write of one meets the write of another.
    const waiting = { id: `w${who}`, person: `p${who}`, since: at };
    const refused = why(() => wait(slot, waiting, policy, at));
    // The slot is looked at first: what it refuses is written nowhere.
    if (refused) {
      say(refused);
      continue;
    }
    spend(ways.waited, next);
    const units = ways.unitsOfLine(slot.waiting.length + 1);
    const meets = at - (written[number] ?? 0) < GAP;
    // A write that fails costs the item, and nothing in the index.
    spend(
      meets
        ? [['ROOM#', units]]
        : [
            ['ROOM#', units],
            ['DUE', units],
          ],
      next,
    );
    if (meets) {
      if (next.met < TRIES) later({ at: at + GAP * (1 + random()), met: next.met + 1 });
      else say('BUSY');
      continue;
    }
    slots[number] = wait(slot, waiting, policy, at);
    written[number] = at;
    say('in line');
  }
  return { slots, seconds, told, winners, attempts };
}

/** The opening: winners, doubles, what the others were told; and the worst second of every kind of key. */
export async function opening(): Promise<Figure[]> {
  const table = `An opening at eight: ${PEOPLE} people on ${COURTS * HOURS} slots, in virtual time`;
  const ways = await recorded();
  const { slots, seconds, told, winners, attempts } = played(ways, seeded(8));
  const doubles =
    slots.filter(({ places, capacity }) => places.length > capacity).length +
    [...winners.values()].filter((count) => count > 1).length;
  const highest = new Map<string, number>();
  for (const [second, units] of seconds) {
    const kind = second.replace(/(?<! )\s?\d+@.*/, '');
    highest.set(kind, Math.max(highest.get(kind) ?? 0, units));
  }
  const units = [...seconds].filter(([second]) => !second.startsWith('a slot'));
  const spent = units.reduce((sum, [, count]) => sum + count, 0);
  return [
    {
      ...{ feature: 'venues', table, name: 'what became of them' },
      measured: { tries: attempts, ...Object.fromEntries(told), doubles, units_a_person: spent / PEOPLE },
      budget: { doubles: 0 },
    },
    ...[...highest].map(([kind, worst]) => ({
      ...{ feature: 'venues', table, name: `write units in the worst second: ${kind}` },
      measured: { units: worst },
      budget: { units: 500 },
    })),
  ];
}
