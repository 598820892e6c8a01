import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Capacity units of calls to DynamoDB, by its published rules (1 KB a write unit, 4 KB a read unit). */

/** Size of an attribute value in bytes, by DynamoDB's published rules, for document-client values. */
function sizeOfValue(value: unknown): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (value instanceof Set) return [...value].reduce<number>((sum, member) => sum + sizeOfValue(member), 0);
  if (Array.isArray(value))
    return 3 + value.reduce<number>((sum, member) => sum + 1 + sizeOfValue(member), 0);
  if (typeof value === 'object') return 3 + sizeOfItem(value as Record<string, unknown>, 1);
  return 0;
}

/** Size of an item in bytes: names and values; `each` is the overhead per attribute inside a map. */
export function sizeOfItem(item: Record<string, unknown>, each = 0): number {
  return Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value) + each, 0);
}

/** Write units of one item, outside a transaction. */
export const writeUnits = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024));

interface Capacity {
  CapacityUnits?: number;
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>;
}
interface Answer {
  ConsumedCapacity?: Capacity | Capacity[];
}
interface Failure {
  name?: string;
  Item?: Parameters<typeof unmarshall>[0];
}

const READS = ['GetItemCommand', 'QueryCommand', 'BatchGetItemCommand'];
const TRANSACTION = 'TransactWriteItemsCommand';

/** A query that finds nothing costs as one that finds little; the local engine reports nothing for it. */
const leastRead = (command: string, input: { ConsistentRead?: boolean }) =>
  command === 'QueryCommand' ? (input.ConsistentRead ? 1 : 0.5) : 0;

interface Operation {
  Put?: { Item?: Record<string, unknown> };
}

/**
 * Units of one call. A condition that failed reports nothing and is charged as the write it would
 * have been. With `localEngine`, transactions are worked out here: the engine reports about twice
 * what AWS charges (2 a KB for each item, a ConditionCheck included, and 1 for each index entry).
 */
export function unitsOfCall(
  command: string,
  input: object,
  answer: Answer | undefined,
  error: unknown,
  localEngine: boolean,
): { writes: number; reads: number } {
  const operations = (input as { TransactItems?: Operation[] }).TransactItems ?? [];
  const transaction = operations.reduce(
    (sum, { Put }) => sum + 2 * writeUnits(sizeOfItem(Put?.Item ?? {})),
    0,
  );
  if (answer) {
    const capacities = [answer.ConsumedCapacity ?? []].flat();
    const reported = capacities.reduce((sum, capacity) => sum + (capacity.CapacityUnits ?? 0), 0);
    if (READS.includes(command)) return { writes: 0, reads: reported || leastRead(command, input) };
    if (command !== TRANSACTION || !localEngine) return { writes: reported, reads: 0 };
    return {
      writes: transaction + capacities.reduce((sum, capacity) => sum + indexUnits(capacity) / 4, 0),
      reads: 0,
    };
  }
  const failure = error as Failure;
  if (failure?.name === 'ConditionalCheckFailedException') {
    return { writes: writeUnits(sizeOfItem(unmarshall(failure.Item ?? {}))), reads: 0 };
  }
  if (failure?.name === 'TransactionCanceledException') return { writes: transaction, reads: 0 };
  return { writes: 0, reads: 0 };
}

/** What the indexes were charged; the local engine reports 4 for an entry written once in a transaction. */
function indexUnits(capacity: Capacity): number {
  return Object.values(capacity.GlobalSecondaryIndexes ?? {}).reduce(
    (sum, index) => sum + (index.CapacityUnits ?? 0),
    0,
  );
}
