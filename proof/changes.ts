import type { DynamoDBRecord } from 'aws-lambda';
import { addStream } from '../dev/tables.ts';
import { main as consume } from '../functions/stream.ts';
import { tableName } from '../functions/table.ts';

// Where this file is imported, and nowhere else, the table has a stream: see createTables.
await addStream(String(process.env.DYNAMODB_ENDPOINT), tableName());

interface Streams {
  ListStreams: { Streams: { StreamArn: string }[] };
  DescribeStream: { StreamDescription: { Shards: { ShardId: string }[] } };
  GetShardIterator: { ShardIterator: string };
  GetRecords: { Records: DynamoDBRecord[]; NextShardIterator?: string };
}

/** Asks the local engine's streams; it wants credentials to be there, and any will do. */
async function ask<Call extends keyof Streams>(call: Call, body: object): Promise<Streams[Call]> {
  const response = await fetch(String(process.env.DYNAMODB_ENDPOINT), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDBStreams_20120810.${call}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20261122/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Streams[Call];
}

/** Gives a function that returns what has changed since it was last asked, at first everything. */
function sinceLast(): () => Promise<DynamoDBRecord[]> {
  /** Where each shard is to be read on; undefined for one that was read to its end. */
  const places = new Map<string, string | undefined>();
  return async () => {
    const { Streams: streams } = await ask('ListStreams', { TableName: tableName() });
    const StreamArn = streams[0]?.StreamArn;
    const { StreamDescription } = await ask('DescribeStream', { StreamArn });
    const records: DynamoDBRecord[] = [];
    for (const { ShardId } of StreamDescription.Shards) {
      const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      if (!places.has(ShardId)) places.set(ShardId, (await ask('GetShardIterator', start)).ShardIterator);
      for (let place = places.get(ShardId); place; ) {
        const page: Streams['GetRecords'] = await ask('GetRecords', { ShardIterator: place });
        places.set(ShardId, page.NextShardIterator);
        // The open shard never ends; nothing more in it means that this was all.
        place = page.Records.length > 0 ? page.NextShardIterator : undefined;
        records.push(...page.Records);
      }
    }
    return records;
  };
}

/** Every change of the main table so far, in the order in which the stream has them, as Lambda would get them. */
export const changes = (): Promise<DynamoDBRecord[]> => sinceLast()();

const TRIES = 3;

/**
 * Hands changes to the functions; those that fail are handed to them again, as the service does, and given up in
 * the end: a proof's members are less than joining would have left, and nothing comes of them.
 */
async function handled(records: DynamoDBRecord[]): Promise<void> {
  let left = records;
  for (let attempt = 1; left.length > 0 && attempt <= TRIES; attempt++) {
    const { batchItemFailures } = await consume({ Records: left });
    const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    left = left.filter(({ dynamodb }) => failed.includes(dynamodb?.SequenceNumber ?? ''));
  }
}

/** Gives a function that does what the stream would have done by now, and what comes of that in turn. */
export function following(): () => Promise<void> {
  const next = sinceLast();
  return async () => {
    for (let records = await next(); records.length > 0; records = await next()) await handled(records);
  };
}
