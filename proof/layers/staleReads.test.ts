import { afterEach, beforeEach, expect, it } from 'vitest';
import { getItem, getItems, putItem, queryItems, transact } from '../../functions/table.ts';
import { startStaleReads } from './staleReads.ts';

let at = 0;
/** Every read comes from the copy, and the copy is as far behind as this says. */
let lag = 0.75;
let layer: Awaited<ReturnType<typeof startStaleReads>>;

beforeEach(async () => {
  at = 1_000_000;
  lag = 0.75;
  layer = await startStaleReads({ random: () => lag, now: () => at });
});
afterEach(() => layer.stop());

const key = (name: string) => ({ pk: `STALE#${name}`, sk: 'ITEM' });
const eventually = (name: string) => getItem(key(name), { eventual: true });
const listed = async (list: string) => {
  const { items } = await queryItems({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :list',
    ExpressionAttributeValues: { ':list': list },
  });
  return items.map(({ pk, version }) => [pk, version]);
};

it('answers a get as the item was a while ago, and never older than two seconds', async () => {
  await putItem({ ...key('get'), version: 1 });
  expect(await eventually('get')).toBeUndefined();
  expect(await getItems([key('get')])).toEqual([]);
  expect(await getItem(key('get'))).toMatchObject({ version: 1 });
  at += 1500;
  expect(await eventually('get')).toMatchObject({ version: 1 });
  await putItem({ ...key('get'), version: 2 });
  at += 1499;
  expect(await eventually('get')).toMatchObject({ version: 1 });
  expect(await getItems([key('get')])).toMatchObject([{ version: 1 }]);
  await putItem({ ...key('get'), version: 3 });
  at += 501;
  expect(await eventually('get')).toMatchObject({ version: 3 });
});

it('answers a query of an index as the index was', async () => {
  const item = { ...key('listed'), gsi1pk: 'LIST', gsi1sk: '1' };
  await transact([{ Put: { Item: { ...item, version: 1 } } }]);
  expect(await listed('LIST')).toEqual([]);
  at += 1500;
  expect(await listed('LIST')).toEqual([[item.pk, 1]]);
  await putItem({ ...key('listed'), version: 2 });
  expect(await listed('LIST')).toEqual([[item.pk, 1]]);
  at += 1500;
  expect(await listed('LIST')).toEqual([]);
});

it('answers some of the reads as they are', async () => {
  lag = 0.25;
  await putItem({ ...key('fresh'), version: 1 });
  expect(await eventually('fresh')).toMatchObject({ version: 1 });
  expect(layer.served()).toBe(0);
});
