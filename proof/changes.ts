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

/** Every change of the main table so far, in the order in which the stream has them, as Lambda would get them. */
export async function changes(): Promise<DynamoDBRecord[]> {
  const { Streams: streams } = await ask('ListStreams', { TableName: tableName() });
  const StreamArn = streams[0]?.StreamArn;
  const { StreamDescription } = await ask('DescribeStream', { StreamArn });
  const records: DynamoDBRecord[] = [];
  for (const { ShardId } of StreamDescription.Shards) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let next: string | undefined = (await ask('GetShardIterator', start)).ShardIterator;
    while (next) {
      const page: Streams['GetRecords'] = await ask('GetRecords', { ShardIterator: next });
      // The open shard never ends; nothing more in it means that this was all.
      next = page.Records.length > 0 ? page.NextShardIterator : undefined;
      records.push(...page.Records);
    }
  }
  return records;
}

/** Gives a function that does what the stream would have done by now, and what comes of that in turn. */
export function following(): () => Promise<void> {
  let handled = 0;
  return async () => {
    for (;;) {
      const all = await changes();
      if (all.length === handled) return;
      await consume({ Records: all.slice(handled) });
      handled = all.length;
    }
  };
}
