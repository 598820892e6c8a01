import { expect, it } from 'vitest';
import { absent, ConditionFailed, getItem, putItem, transact, updateItem } from '../../functions/table.ts';
import { at, Died, from, none, underFaults } from './faults.ts';

const key = (name: string) => ({ pk: `FAULT#${name}`, sk: 'ITEM' });
const written = async (name: string) => (await getItem(key(name))) !== undefined;
const write = (name: string) => putItem({ ...key(name) }, absent);
const caught = (run: () => Promise<unknown>) => () =>
  run().then(
    () => undefined,
    (error: Error) => error,
  );

it('dies before a call: it is not made, nor any later one', async () => {
  const both = caught(() => write('before').finally(() => write('beforeLater')));
  const { answer } = await underFaults(at(1, 'dieBefore'), both);
  expect(answer).toBeInstanceOf(Died);
  expect([await written('before'), await written('beforeLater')]).toEqual([false, false]);
});

it('dies after a call: it is made, and no later one', async () => {
  const both = caught(() => write('after').finally(() => write('afterLater')));
  const { answer } = await underFaults(at(1, 'dieAfter'), both);
  expect(answer).toBeInstanceOf(Died);
  expect([await written('after'), await written('afterLater')]).toEqual([true, false]);
});

it('loses a reply: the call is made, and made again', async () => {
  const { answer, calls } = await underFaults(
    at(1, 'lostReply'),
    caught(() => write('lost')),
  );
  expect(answer).toBeInstanceOf(ConditionFailed);
  expect(calls).toHaveLength(2);
});

it.each(['throttle', 'conflict', 'inProgress'] as const)('turns a call down: %s', async (fault) => {
  const request = () => transact([{ Put: { Item: key(fault) } }]);
  const once = await underFaults(at(1, fault), request);
  expect(once.calls).toHaveLength(2);
  expect(await written(fault)).toBe(true);
  const { answer, calls } = await underFaults(from(1, fault), caught(request));
  expect(answer).toMatchObject({ code: 'BUSY' });
  expect(calls).toHaveLength(3);
});

it('a conflict strikes a single write as its own exception, and no read', async () => {
  const { calls } = await underFaults(from(1, 'conflict'), () => getItem(key('read')));
  expect(calls).toHaveLength(1);
  const { answer } = await underFaults(
    from(1, 'conflict'),
    caught(() => write('single')),
  );
  expect(answer).toMatchObject({ code: 'BUSY' });
});

it('leaves requests beside it alone', async () => {
  const count = () =>
    updateItem(key('beside'), {
      UpdateExpression: 'ADD times :one',
      ExpressionAttributeValues: { ':one': 1 },
    });
  const [, faulted, beside] = await Promise.all([
    count(),
    underFaults(from(1, 'dieBefore'), caught(count)),
    underFaults(none, count),
  ]);
  expect(faulted.answer).toBeInstanceOf(Died);
  expect(beside.calls).toHaveLength(1);
  expect((await getItem(key('beside')))?.times).toBe(2);
});
