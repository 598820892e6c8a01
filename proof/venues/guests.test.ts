import { orgs } from '@niangjia/shared/cast';
import type { Venue } from '@niangjia/shared/venues/venue';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { personOf } from '../../functions/accounts.ts';
import { seed } from '../../functions/seed.ts';
import { appoint } from '../../functions/staff.ts';
import { dump } from '../dump.ts';
import { sabotaged } from '../layers/sabotage.ts';
import { seeded, seeds, shuffled } from '../seeded.ts';
import { type Actor, actingFor } from '../world.ts';
import { guestToken, member, openedVenue, tomorrowAt } from './house.ts';

/** Keepers at their desks and members on their phones want the same slot at once. */

const PEOPLE = 60;
const PLACES = 3;
let keepers: Actor[];
let members: Actor[];
let venue: Venue;
let people = 1300;

/** A keeper of the union's houses. */
async function keeper(number: number): Promise<Actor> {
  const id = await personOf(`keeper-${number}`);
  await appoint(id, `同事${number}`, orgs.xinjiekouJoint, ['venueKeeper'], '工发〔2026〕2号');
  return { id, call: actingFor(id) };
}
beforeAll(async () => {
  await seed();
  keepers = await Promise.all(Array.from({ length: 5 }, (_, i) => keeper(i)));
  members = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => member(1200 + i)));
});
beforeEach(async () => {
  venue = await openedVenue(2, { capacity: PLACES });
});

const at = (room = 0) => ({ venue: venue.id, room: venue.rooms[room]?.id ?? '', start: tomorrowAt('10:00') });

async function placesKept(): Promise<string[][]> {
  const items = [...(await dump()).values()].map(({ item }) => item);
  const mine = items.filter(({ room }) => venue.rooms.some(({ id }) => id === room?.S));
  return mine.map((item) =>
    Object.entries(item).flatMap(([name, place]) =>
      name.startsWith('place:') ? [place.M?.person?.S ?? ''] : [],
    ),
  );
}

/** Half of them are booked for by keepers, the others book for themselves; what each was told. */
async function rush(random: () => number) {
  const told = new Map<string, number>();
  const wishes = shuffled([...members], random).map((who, i) => async () => {
    const keeper = keepers[i % keepers.length];
    const guest = await guestToken(who);
    const ask = () => (i % 2 ? who.call('bookSlot', at()) : keeper?.call('bookFor', { ...at(), guest }));
    let reply = await ask();
    while (reply?.refusal?.code === 'BUSY') reply = await ask();
    const said = reply?.refusal?.code ?? String(reply?.status);
    told.set(said, (told.get(said) ?? 0) + 1);
  });
  const phone = async () => {
    for (let wish = wishes.shift(); wish; wish = wishes.shift()) await wish();
  };
  await Promise.all(Array.from({ length: 30 }, phone));
  return Object.fromEntries(told);
}

it.each(seeds())('as many have a place as it holds, whoever asked for them (seed %i)', async (seed) => {
  const {
    200: won = 0,
    SLOT_TAKEN: phones = 0,
    NO_PLACE_LEFT: desks = 0,
    ...others
  } = await rush(seeded(seed));
  expect({ won, lost: phones + desks, others }).toEqual({ won: PLACES, lost: PEOPLE - PLACES, others: {} });
  expect((await placesKept()).map(({ length }) => length)).toEqual([PLACES]);
});

it('negative control: without the condition the slot holds more than it can', async () => {
  const most = await sabotaged('conditions', async () => {
    await rush(seeded(1));
    return Math.max(...(await placesKept()).map(({ length }) => length));
  });
  expect(most).toBeGreaterThan(PLACES);
});

/** A keeper books one room for somebody while they book the other themself; how many places they have. */
async function bothAtOnce(): Promise<number> {
  const [keeper] = keepers;
  const who = await member(people++);
  const guest = await guestToken(who);
  await Promise.all([
    ...Array.from({ length: 6 }, () => keeper?.call('bookFor', { ...at(0), guest })),
    ...Array.from({ length: 6 }, () => who.call('bookSlot', at(1))),
  ]);
  return (await placesKept()).flat().filter((person) => person === who.id).length;
}

it('nobody is in two places, whether they book or are booked for', async () => {
  for (let round = 0; round < 5; round++) {
    venue = await openedVenue(2, { capacity: PLACES });
    expect(await bothAtOnce()).toBe(1);
  }
});

it('negative control: without the conditions somebody is', async () => {
  const most = await sabotaged('conditions', async () => {
    const counts: number[] = [];
    for (let round = 0; round < 5; round++) {
      venue = await openedVenue(2, { capacity: PLACES });
      counts.push(await bothAtOnce());
    }
    return Math.max(...counts);
  });
  expect(most).toBeGreaterThan(1);
});
