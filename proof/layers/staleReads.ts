import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { localClient } from '../../dev/database.ts';
import { createTables, dropTables } from '../../dev/tables.ts';
import { documents, keyTableName, tableName } from '../../functions/table.ts';

type Item = Record<string, AttributeValue>;
type Input = Record<string, unknown>;

/** How old an index, or an eventually consistent read, may be at most, milliseconds. */
const LONGEST = 2000;
const BEHIND = '-behind';

interface Options {
  random: () => number;
  now?: () => number;
}

/** Keys (all that names an item) that a write touches, each with its table. */
function touched(input: Input): { table: string; key: Input }[] {
  const operations = (input.TransactItems as Record<string, Input>[] | undefined) ?? [{ Write: input }];
  return operations.flatMap((operation) =>
    Object.entries(operation)
      .filter(([kind]) => kind !== 'ConditionCheck')
      .map(([, body]) => {
        const { pk, sk } = (body.Key ?? body.Item) as Input;
        return { table: String(body.TableName), key: sk === undefined ? { pk } : { pk, sk } };
      }),
  );
}

const marshalled = (key: Input): Item =>
  Object.fromEntries(Object.entries(key).map(([name, value]) => [name, { S: String(value) }]));

/**
 * Keeps a second pair of tables that follows the real one by up to two seconds, and answers some of
 * the eventually consistent reads from it: so a Get, a BatchGet and a query see all of an index, or an
 * item, as it was a while ago, and the next one may see it newer or older. Consistent reads and writes
 * pass through. Real time only decides how far behind the copy is, never whether a test passes.
 */
export async function startStaleReads({
  random,
  now = Date.now,
}: Options): Promise<{ stop: () => void; served: () => number }> {
  const endpoint = String(process.env.DYNAMODB_ENDPOINT);
  const client = localClient(endpoint);
  const tables = [tableName(), keyTableName()];
  const names = { table: tables[0] + BEHIND, keyTable: tables[1] + BEHIND };
  // What an earlier copy has kept was never in this world.
  await dropTables(endpoint, names);
  await createTables(endpoint, names, { stream: false });
  /** Writes the copy does not have yet: when each key was first and last written since. */
  const pending = new Map<string, { table: string; key: Item; first: number; last: number }>();
  let served = 0;

  for (const table of tables) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
    await store(
      table,
      Items.map((item) => ({ PutRequest: { Item: item } })),
    );
  }

  async function store(table: string, requests: object[]): Promise<void> {
    for (let start = 0; start < requests.length; start += 25) {
      const RequestItems = { [table + BEHIND]: requests.slice(start, start + 25) };
      await client.send(new BatchWriteItemCommand({ RequestItems }));
    }
  }

  function noteWrite(input: Input): void {
    for (const { table, key } of touched(input)) {
      const id = `${table} ${JSON.stringify(key)}`;
      const first = pending.get(id)?.first ?? now();
      pending.set(id, { table, key: marshalled(key), first, last: now() });
    }
  }

  // One after another: two copies of one item that overtake each other would leave it behind for good.
  let copying = Promise.resolve();
  const catchUp = (lag: number) => {
    copying = copying.then(async () => {
      for (const table of tables) {
        const due = [...pending].filter(
          ([, write]) =>
            write.table === table && (write.last <= now() - lag || write.first <= now() - LONGEST),
        );
        for (const [id] of due) pending.delete(id);
        for (let start = 0; start < due.length; start += 100) {
          const Keys = due.slice(start, start + 100).map(([, write]) => write.key);
          await copy(table, Keys);
        }
      }
    });
    return copying;
  };
  async function copy(table: string, Keys: Item[]): Promise<void> {
    const RequestItems = { [table]: { Keys, ConsistentRead: true } };
    const { Responses } = await client.send(new BatchGetItemCommand({ RequestItems }));
    const found = Responses?.[table] ?? [];
    const same = (key: Item, item: Item) => Object.entries(key).every(([name, { S }]) => item[name]?.S === S);
    const gone = Keys.filter((key) => !found.some((item) => same(key, item)));
    await store(table, [
      ...found.map((item) => ({ PutRequest: { Item: item } })),
      ...gone.map((key) => ({ DeleteRequest: { Key: key } })),
    ]);
  }

  const readsBehind = async () => {
    if (random() < 0.5) return false;
    await catchUp(random() * LONGEST);
    served += 1;
    return true;
  };

  documents.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as Input;
      switch (context.commandName) {
        case 'GetItemCommand':
        case 'QueryCommand': {
          if (input.ConsistentRead || !(await readsBehind())) return next(args);
          const behind = { ...input, TableName: String(input.TableName) + BEHIND };
          return next({ ...args, input: behind as typeof args.input });
        }
        case 'BatchGetItemCommand': {
          if (!(await readsBehind())) return next(args);
          const wanted = Object.entries(input.RequestItems as Input);
          const RequestItems = Object.fromEntries(wanted.map(([table, keys]) => [table + BEHIND, keys]));
          const result = await next({ ...args, input: { ...input, RequestItems } as typeof args.input });
          const output = result.output as { Responses?: Input };
          const answers = Object.entries(output.Responses ?? {});
          output.Responses = Object.fromEntries(
            answers.map(([table, items]) => [table.slice(0, -BEHIND.length), items]),
          );
          return result;
        }
        default:
          try {
            return await next(args);
          } finally {
            noteWrite(input);
          }
      }
    },
    { step: 'initialize', name: 'staleReads', priority: 'low' },
  );
  return {
    stop: () => {
      documents.middlewareStack.remove('staleReads');
      client.destroy();
    },
    served: () => served,
  };
}
