import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Refusal } from '@niangjia/shared/refusal';
import { countCall } from './cost.ts';
import { unitsOfCall } from './units.ts';

export type Item = Record<string, unknown>;
export interface Key {
  pk: string;
  sk: string;
}

const endpoint = process.env.DYNAMODB_ENDPOINT;
// One try in the SDK: `send` below retries, since only it knows conflicts between transactions too.
const client = new DynamoDBClient({
  maxAttempts: 1,
  ...(endpoint
    ? { endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
    : {}),
});

/** The one client. Tests add their fault and stale-read layers to its middleware stack. */
export const documents = DynamoDBDocumentClient.from(client, {
  marshallOptions: { removeUndefinedValues: true },
});

documents.middlewareStack.add(
  (next, context) => (args) => {
    Object.assign(args.input as object, { ReturnConsumedCapacity: 'INDEXES' });
    const command = String(context.commandName);
    return countCall(
      () => next(args),
      (result, error) =>
        unitsOfCall(command, args.input as object, result?.output as object, error, !!endpoint),
    );
  },
  { step: 'initialize', name: 'costMeter', priority: 'low' },
);

/** The main table's name, read late so that each test file can have its own. */
export const tableName = () => process.env.TABLE_NAME ?? 'niangjia-local';
/** The table of wrapped data keys. */
export const keyTableName = () => process.env.KEY_TABLE_NAME ?? 'niangjia-local-keys';

/** A condition did not hold; `item` is what was there instead, undefined when nothing was. */
export class ConditionFailed extends Error {
  readonly item: Item | undefined;
  /** In a transaction, the position of the operation whose condition failed. */
  readonly position: number;
  constructor(item: Item | undefined, position = 0) {
    super('condition failed');
    this.item = item;
    this.position = position;
  }
}

const PASSING = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TransactionConflictException',
  'TransactionInProgressException',
  'TimeoutError',
  'ECONNRESET',
  'EPIPE',
]);
const PASSING_REASONS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const TRIES = 3;

type Marshalled = Parameters<typeof unmarshall>[0];

interface DynamoError extends Error {
  code?: string;
  Item?: Marshalled;
  CancellationReasons?: { Code?: string; Item?: Marshalled }[];
}

// The document client unmarshals answers but leaves the items of errors as they came.
const plain = (item: Marshalled | undefined) => item && unmarshall(item);

function failedCondition(error: DynamoError): ConditionFailed | undefined {
  if (error.name === 'ConditionalCheckFailedException') return new ConditionFailed(plain(error.Item));
  const reasons = error.CancellationReasons ?? [];
  const position = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  return position < 0 ? undefined : new ConditionFailed(plain(reasons[position]?.Item), position);
}

function willPass(error: DynamoError): boolean {
  if (PASSING.has(error.name) || PASSING.has(error.code ?? '')) return true;
  return (error.CancellationReasons ?? []).some((reason) => PASSING_REASONS.has(reason.Code ?? ''));
}

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * 2 ** attempt));

/** Runs a call at most three times with growing random pauses; what does not pass by then is a `BUSY` refusal. */
async function send<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (thrown) {
      const error = thrown as DynamoError;
      const condition = failedCondition(error);
      if (condition) throw condition;
      if (!willPass(error)) throw error;
      if (attempt === TRIES) throw new Refusal('BUSY');
      await pause(attempt);
    }
  }
}

/** One item. Consistent unless `eventual` (half the price; nothing may be decided from it). */
export async function getItem(key: Item, options: { eventual?: boolean; table?: string } = {}) {
  const { Item } = await send(() =>
    documents.send(
      new GetCommand({
        TableName: options.table ?? tableName(),
        Key: key,
        ConsistentRead: !options.eventual,
      }),
    ),
  );
  return Item;
}

/** Several items by key, eventually consistent, in no order; at most 100. */
export async function getItems(keys: Item[], table = tableName()): Promise<Item[]> {
  const items: Item[] = [];
  let wanted = keys;
  for (let attempt = 1; wanted.length > 0; attempt++) {
    if (attempt > TRIES) throw new Refusal('BUSY');
    if (attempt > 1) await pause(attempt);
    const command = new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted } } });
    const { Responses, UnprocessedKeys } = await send(() => documents.send(command));
    items.push(...(Responses?.[table] ?? []));
    wanted = UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}

interface Condition {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
}
/** Holds when nothing is stored under the key. */
export const absent: Condition = { ConditionExpression: 'attribute_not_exists(pk)' };
/** Holds when what is stored is the version that was read. */
export const atVersion = (version: number): Condition => ({
  ConditionExpression: '#version = :expected',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':expected': version },
});

const OLD = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

/** Writes a whole item, where the condition holds if there is one; throws ConditionFailed. */
export async function putItem(item: Item, condition?: Condition, table = tableName()): Promise<void> {
  await send(() =>
    documents.send(
      new PutCommand({ TableName: table, Item: item, ...(condition && { ...condition, ...OLD }) }),
    ),
  );
}

/** How a store writes one kind of record, and reads it back; `missing` is what there is where nothing is stored. */
interface Rewriting<T> {
  readonly toItem: (record: T) => Item;
  readonly fromItem: (item: Item) => T;
  readonly missing?: T;
  readonly tries?: number;
}

/**
 * Writes what comes of a record, at the version that was read; again from what has come in between. The very same record
 * back writes nothing; `next` may throw a refusal. Whoever is overtaken each time is told BUSY.
 */
export async function rewrite<T extends { readonly version: number }>(
  seen: T,
  next: (record: T) => T,
  { toItem, fromItem, missing, tries = 4 }: Rewriting<T>,
): Promise<T> {
  let current = seen;
  for (let attempt = 1; attempt <= tries; attempt++) {
    const after = next(current);
    if (after === current) return after;
    try {
      await putItem(toItem(after), current.version === 0 ? absent : atVersion(current.version));
      return after;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const there = error.item ? fromItem(error.item) : missing;
      if (!there) throw error;
      current = there;
    }
  }
  throw new Refusal('BUSY');
}

/** Updates one item and returns it as it is after. */
export async function updateItem(
  key: Key,
  change: Pick<
    UpdateCommandInput,
    'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
): Promise<Item> {
  const { Attributes } = await send(() =>
    documents.send(
      new UpdateCommand({ TableName: tableName(), Key: key, ...change, ReturnValues: 'ALL_NEW', ...OLD }),
    ),
  );
  return Attributes ?? {};
}

/** Deletes one item; one that is not there is deleted already. */
export async function deleteItem(key: Key): Promise<void> {
  await send(() => documents.send(new DeleteCommand({ TableName: tableName(), Key: key })));
}

type Body = Record<string, unknown>;
/** One operation of a transaction, on the main table unless it names another. */
export type Operation = { Put: Body } | { Update: Body } | { Delete: Body } | { ConditionCheck: Body };

/** Writes several items of one person or one club, all or none; throws ConditionFailed with its position. */
export async function transact(operations: Operation[]): Promise<void> {
  const complete = operations.map((operation) =>
    Object.fromEntries(
      Object.entries(operation).map(([kind, body]) => [kind, { TableName: tableName(), ...body, ...OLD }]),
    ),
  ) as TransactWriteCommandInput['TransactItems'];
  const command = new TransactWriteCommand({ TransactItems: complete });
  await send(() => documents.send(command));
}

/** One page of a query on the table or its index; eventually consistent. */
export async function queryItems(
  query: Omit<QueryCommandInput, 'TableName'>,
): Promise<{ items: Item[]; last: Item | undefined }> {
  const { Items, LastEvaluatedKey } = await send(() =>
    documents.send(new QueryCommand({ TableName: tableName(), ...query })),
  );
  return { items: Items ?? [], last: LastEvaluatedKey };
}

/** Rounds a filtered page may take before it is given as it is. */
const ROUNDS = 8;

/** A page of at least `size` items where there are as many: goes on while a filter leaves too few. */
export async function queryPage(
  query: Omit<QueryCommandInput, 'TableName' | 'Limit'>,
  size: number,
): Promise<{ items: Item[]; last: Item | undefined }> {
  const items: Item[] = [];
  let last = query.ExclusiveStartKey;
  for (let round = 1; round <= ROUNDS; round++) {
    const page = await queryItems({ ...query, Limit: size, ExclusiveStartKey: last });
    items.push(...page.items);
    last = page.last;
    if (!last || items.length >= size) break;
  }
  return { items, last };
}

/** How many items one page of a query finds. */
export async function countItems(query: Omit<QueryCommandInput, 'TableName'>): Promise<number> {
  const { Count } = await send(() =>
    documents.send(new QueryCommand({ TableName: tableName(), ...query, Select: 'COUNT' })),
  );
  return Count ?? 0;
}

/** How many items all pages of a query find. */
export async function countAll(query: Omit<QueryCommandInput, 'TableName'>): Promise<number> {
  let [count, start]: [number, Item | undefined] = [0, undefined];
  do {
    const { Count, LastEvaluatedKey } = await send(() =>
      documents.send(
        new QueryCommand({
          TableName: tableName(),
          ...query,
          Select: 'COUNT',
          ExclusiveStartKey: start,
        }),
      ),
    );
    count += Count ?? 0;
    start = LastEvaluatedKey;
  } while (start);
  return count;
}

/** Every page of a query, for partitions that stay small (a session's passages). */
export async function queryAll(query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await queryItems({ ...query, ExclusiveStartKey: start });
    items.push(...page.items);
    start = page.last;
  } while (start);
  return items;
}
