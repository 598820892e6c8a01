import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { localClient } from '../dev/database.ts';
import { deleteObject, putObject } from '../functions/bucket.ts';
import { keyTableName, tableName } from '../functions/table.ts';

/** Everything in the two tables and in the bucket of photos, as it is stored; and the way back to it. */

export type StoredItem = Record<string, AttributeValue>;
/** Items by `<table> <pk> <sk>`; an object of the bucket is an item too. */
export type Dump = ReadonlyMap<string, { table: string; item: StoredItem }>;

let kept: DynamoDBClient | undefined;
const client = () => {
  kept ??= localClient(String(process.env.DYNAMODB_ENDPOINT), 3);
  return kept;
};

const BUCKET = 'bucket';
const FILE = '._S3rver_object';

/** The objects of the bucket, from the files that the local S3 keeps. */
function* objects(): Generator<[key: string, item: StoredItem]> {
  const directory = process.env.PHOTO_DIRECTORY;
  if (!directory) return;
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith(FILE)) continue;
    const key = path.slice(0, -FILE.length);
    const about = JSON.parse(readFileSync(join(directory, `${key}._S3rver_metadata.json`), 'utf8'));
    const bytes = new Uint8Array(readFileSync(join(directory, path)));
    yield [key, { pk: { S: key }, type: { S: about['content-type'] }, bytes: { B: bytes } }];
  }
}

/** Reads both tables and the bucket whole, past every layer. */
export async function dump(): Promise<Dump> {
  const found = new Map<string, { table: string; item: StoredItem }>();
  for (const table of [tableName(), keyTableName()]) {
    let ExclusiveStartKey: StoredItem | undefined;
    do {
      const page = await client().send(
        new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey }),
      );
      for (const item of page.Items ?? [])
        found.set(`${table} ${item.pk?.S} ${item.sk?.S ?? ''}`, { table, item });
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  for (const [key, item] of objects()) found.set(`${BUCKET} ${key}`, { table: BUCKET, item });
  return found;
}

const stored = (item: StoredItem) =>
  JSON.stringify(item, (_, part) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('base64') : part,
  );

/** What the stream tells of the main table's items, had each been written once: without a stream's cost. */
export const toldOf = (all: Dump): DynamoDBRecord[] =>
  [...all.values()]
    .filter(({ table }) => table === tableName())
    .map(({ item }) => ({ eventName: 'INSERT', dynamodb: { NewImage: JSON.parse(stored(item)) } }));

/** Puts tables and bucket back as they were; `now` is what they hold, where that is known already. */
export async function restore(before: Dump, now?: Dump): Promise<void> {
  const present = now ?? (await dump());
  const changed = [...before].filter(([id, { item }]) => {
    const there = present.get(id);
    return !there || stored(there.item) !== stored(item);
  });
  for (const [id, { table, item }] of present)
    if (table === BUCKET && !before.has(id)) await deleteObject(String(item.pk?.S));
  for (const [, { table, item }] of changed)
    if (table === BUCKET)
      await putObject(String(item.pk?.S), String(item.type?.S), Uint8Array.from(item.bytes?.B ?? []));
  const requests = [
    ...changed
      .filter(([, { table }]) => table !== BUCKET)
      .map(([, { table, item }]) => ({ table, request: { PutRequest: { Item: item } } })),
    ...[...present]
      .filter(([id, { table }]) => table !== BUCKET && !before.has(id))
      .map(([, { table, item }]) => ({ table, request: { DeleteRequest: { Key: keyOf(item) } } })),
  ];
  for (let start = 0; start < requests.length; start += 25) {
    const RequestItems: Record<string, (typeof requests)[number]['request'][]> = {};
    for (const { table, request } of requests.slice(start, start + 25)) {
      RequestItems[table] = [...(RequestItems[table] ?? []), request];
    }
    await client().send(new BatchWriteItemCommand({ RequestItems }));
  }
}

const keyOf = ({ pk, sk }: StoredItem): StoredItem => ({ ...(pk && { pk }), ...(sk && { sk }) });
