import { orgs } from '@niangjia/shared/cast';
import { instantOf } from '@niangjia/shared/time';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newKey } from '../../../dev/api.ts';
import { following } from '../../../proof/changes.ts';
import { sabotaged } from '../../../proof/layers/sabotage.ts';
import { cardOf, castMember, guestToken, member } from '../../../proof/venues/house.ts';
import { type Actor, staffActor } from '../../../proof/world.ts';
import { decisionsAbout } from '../../records.ts';
import { seed } from '../../seed.ts';

/** A keeper registers groups and names who leads them. */

const settled = following();
const org = orgs.xinjiekouJoint.id;
let people = 1500;
let keeper: Actor;

beforeAll(async () => {
  vi.setSystemTime(instantOf('2026-11-25', '12:00'));
  await seed();
  keeper = await staffActor('tianyu');
});
afterAll(() => {
  vi.useRealTimers();
});

const led = async (who: Actor) => (await who.call('listGroups', {})).body.groups.map(({ name }) => name);
const told = async (who: Actor) => {
  await settled();
  return (await who.call('listMessages', {})).body.messages.map(({ title }) => title);
};
async function registered(who: Actor, name = '羽毛球小组', key = newKey()): Promise<string> {
  const { body } = await keeper.call('registerGroup', { org, name, guest: await guestToken(who) }, { key });
  return body.id;
}
const inList = async (group: string) =>
  (await keeper.call('listKeptGroups', { org })).body.groups.find(({ id }) => id === group);

it('is registered with its leader, who is told and can book for it', async () => {
  const who = await member(people++);
  const seen = await keeper.call('seeLeader', {
    org,
    card: { by: 'cardNumber', cardNumber: await cardOf(who) },
  });
  expect(seen.body.why).toBeUndefined();
  const input = { org, name: '合唱小组', guest: seen.body.guest };
  const { body } = await keeper.call('registerGroup', input);
  expect(await inList(body.id)).toMatchObject({ name: '合唱小组', seen: 1 });
  expect(await led(who)).toEqual(['合唱小组']);
  expect(await told(who)).toEqual(['您现在是小组的带头人']);
  expect((await decisionsAbout(who.id)).map(({ kind, from, to, by }) => [kind, from, to, by])).toEqual([
    ['group', 'none', 'leads', keeper.id],
  ]);
});

it('gets another leader; both are told', async () => {
  const [one, two] = [await member(people++), await member(people++)];
  const group = await registered(one);
  const name = async () => keeper.call('nameLeader', { group, guest: await guestToken(two), seen: 1 });
  expect((await name()).status).toBe(200);
  expect([await led(one), await led(two)]).toEqual([[], ['羽毛球小组']]);
  expect(await told(one)).toContain('小组换了带头人');
  expect(await told(two)).toEqual(['您现在是小组的带头人']);
  expect((await name()).refusal?.code).toBe('GROUP_CHANGED');
});

it('is led by a member of its union, whom somebody else names', async () => {
  const self = await castMember('tianyu');
  const own = await keeper.call('registerGroup', { org, name: '自己的小组', guest: await guestToken(self) });
  expect(own.refusal?.code).toBe('OWN_GROUP');
  const bad = await keeper.call('registerGroup', { org, name: '小组', guest: 'nothing' });
  expect(bad.refusal?.code).toBe('CARD_OVER');
  const elsewhere = { org: orgs.shunda.id, name: '别处的小组', guest: await guestToken(self) };
  expect((await keeper.call('registerGroup', elsewhere)).refusal?.code).toBe('NOT_YOURS');
});

it('is registered once, however often it is sent', async () => {
  const [who, key] = [await member(people++), newKey()];
  const ids = await Promise.all(Array.from({ length: 6 }, () => registered(who, '书法小组', key)));
  expect(new Set(ids).size).toBe(1);
  expect(await led(who)).toEqual(['书法小组']);
});

/** Two keepers' tabs name different leaders at once; how many were told that it is so. */
async function namedAtOnce(run = <T>(race: () => Promise<T>) => race()): Promise<number> {
  const group = await registered(await member(people++));
  const guests = await Promise.all(Array.from({ length: 6 }, async () => guestToken(await member(people++))));
  const replies = await run(() =>
    Promise.all(guests.map((guest) => keeper.call('nameLeader', { group, guest, seen: 1 }))),
  );
  return replies.filter(({ status }) => status === 200).length;
}

it('has one leader when several are named at once', async () => {
  expect(await namedAtOnce()).toBe(1);
});

it('negative control: without conditions each was told that it was theirs', async () => {
  expect(await namedAtOnce((race) => sabotaged('conditions', race))).toBeGreaterThan(1);
});
