import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { expect, inject, it } from 'vitest';
import { localClient } from './database.ts';
import { createTables } from './tables.ts';

const endpoint = inject('functionsEnvironment').DYNAMODB_ENDPOINT ?? '';
const client = localClient(endpoint);
const describeTable = async (TableName: string | undefined) =>
  (await client.send(new DescribeTableCommand({ TableName }))).Table;

it('makes the main table with its index, stream and expiry', async () => {
  const TableName = process.env.TABLE_NAME;
  expect(await describeTable(TableName)).toMatchObject({
    KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    GlobalSecondaryIndexes: [{ IndexName: 'gsi1', Projection: { ProjectionType: 'ALL' } }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
});

it("makes the table of people's keys without a stream", async () => {
  const table = await describeTable(process.env.KEY_TABLE_NAME);
  expect(table?.KeySchema).toEqual([{ AttributeName: 'pk', KeyType: 'HASH' }]);
  expect(table?.StreamSpecification).toBeUndefined();
});

it('leaves tables that are there alone', async () => {
  const names = {
    table: String(process.env.TABLE_NAME),
    keyTable: String(process.env.KEY_TABLE_NAME),
  };
  expect(await createTables(endpoint, names)).toBe(false);
});
