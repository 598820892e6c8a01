import { HOUR } from '@niangjia/shared/time';
import type { Venue } from '@niangjia/shared/venues/venue';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../../functions/seed.ts';
import { dump } from '../dump.ts';
import type { Plan } from '../layers/faults.ts';
import { underFaults } from '../layers/faults.ts';
import { sabotaged } from '../layers/sabotage.ts';
import { seeded, seeds, shuffled } from '../seeded.ts';
import type { Actor } from '../world.ts';
import { member, openedVenue, tomorrowAt } from './house.ts';

/** Many people want few slots at once. */

const CLIENTS = 500;
const HOURS = 10;
let members: Actor[];
let venue: Venue;

beforeAll(async () => {
  await seed();
  members = [];
  for (let i = 0; i < CLIENTS; i += 50)
    members.push(...(await Promise.all(Array.from({ length: 50 }, (_, k) => member(i + k)))));
});
beforeEach(async () => {
  venue = await openedVenue(2);
});

const slots = () =>
  venue.rooms.flatMap(({ id }) =>
    Array.from({ length: HOURS }, (_, hour) => ({ room: id, start: tomorrowAt('09:00') + hour * HOUR })),
  );

/** Now and then a call to the table meets another's, as the real service says it. */
const conflicts =
  (random: () => number): Plan =>
  () =>
    random() < 0.05 ? (random() < 0.5 ? 'conflict' : 'throttle') : undefined;

interface Won {
  person: string;
  room: string;
  start: number;
}

/** Everybody wants one slot; the winners, and what everybody else was told. */
async function rush(random: () => number, people = members, atOnce = 50) {
  const all = slots();
  const wishes = shuffled([...people], random).map((who, i) => ({ who, ...(all[i % all.length] ?? all[0]) }));
  const won: Won[] = [];
  const told = new Map<string, number>();
  const queue = [...wishes];
  const phone = async () => {
    for (let wish = queue.shift(); wish; wish = queue.shift()) {
      const { who, room = '', start = 0 } = wish;
      const key = `${venue.id}-${who.id}`;
      const ask = () => who.call('bookSlot', { venue: venue.id, room, start }, { key });
      let { answer } = await underFaults(conflicts(random), ask);
      while (answer.refusal?.code === 'BUSY') ({ answer } = await underFaults(conflicts(random), ask));
      if (answer.status === 200) won.push({ person: who.id, room, start });
      else
        told.set(
          answer.refusal?.code ?? String(answer.status),
          (told.get(answer.refusal?.code ?? '') ?? 0) + 1,
        );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, phone));
  return { won, told: Object.fromEntries(told) };
}

/** How many places the table holds for each slot. */
async function placesKept(): Promise<number[]> {
  const items = [...(await dump()).values()].map(({ item }) => item);
  const mine = items.filter(({ room }) => venue.rooms.some(({ id }) => id === room?.S));
  return mine.map((item) => Object.keys(item).filter((name) => name.startsWith('place:')).length);
}

describe.each(seeds())('500 people on 20 slots (seed %i)', (seed) => {
  it('20 win, 480 are told that it is taken, nobody else anything', async () => {
    const { won, told } = await rush(seeded(seed));
    expect(won).toHaveLength(20);
    expect(new Set(won.map(({ room, start }) => `${room} ${start}`)).size).toBe(20);
    expect(told).toEqual({ SLOT_TAKEN: 480 });
    expect(await placesKept()).toEqual(Array.from({ length: 20 }, () => 1));
  });
});

it('negative control: without the condition more than one has a slot', async () => {
  const doubled = await sabotaged('conditions', async () => {
    await rush(seeded(1), members.slice(0, 100));
    return (await placesKept()).filter((places) => places > 1).length;
  });
  expect(doubled).toBeGreaterThan(0);
});

describe('one person', () => {
  it('is never in two places: twenty requests at once for one hour', async () => {
    const wide = await openedVenue(20);
    const [who] = members;
    const start = tomorrowAt('12:00');
    const replies = await Promise.all(
      wide.rooms.map(({ id }) => who?.call('bookSlot', { venue: wide.id, room: id, start })),
    );
    const kept = [...(await dump()).values()].filter(
      ({ item }) =>
        wide.rooms.some(({ id }) => id === item.room?.S) &&
        Object.keys(item).some((name) => name.startsWith('place:')),
    );
    expect(replies.filter((reply) => reply?.status === 200)).toHaveLength(1);
    expect(kept).toHaveLength(1);
    const told = new Set(replies.flatMap((reply) => reply?.refusal?.code ?? []));
    for (const code of told) expect(['ELSEWHERE_THEN', 'BOOKING_OVERTAKEN', 'BUSY']).toContain(code);
  });
});
