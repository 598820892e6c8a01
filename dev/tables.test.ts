import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, expect, inject, it } from 'vitest';
import { localClient } from './database.ts';
import { addStream, createTables, dropTables } from './tables.ts';

const endpoint = inject('functionsEnvironment').DYNAMODB_ENDPOINT ?? '';
const client = localClient(endpoint);
const names = { table: 'tables-test', keyTable: 'tables-test-keys' };
beforeAll(async () => {
  await dropTables(endpoint, names);
  expect(await createTables(endpoint, names)).toBe(true);
});

const describeTable = async (TableName: string | undefined) =>
  (await client.send(new DescribeTableCommand({ TableName }))).Table;

it('makes the main table with its index, stream and expiry', async () => {
  const TableName = names.table;
  expect(await describeTable(TableName)).toMatchObject({
    KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
    GlobalSecondaryIndexes: [{ IndexName: 'gsi1', Projection: { ProjectionType: 'ALL' } }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  });
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
});

it("makes the table of people's keys without a stream", async () => {
  const table = await describeTable(names.keyTable);
  expect(table?.KeySchema).toEqual([{ AttributeName: 'pk', KeyType: 'HASH' }]);
  expect(table?.StreamSpecification).toBeUndefined();
});

it('leaves tables that are there alone', async () => {
  expect(await createTables(endpoint, names)).toBe(false);
});

it('adds the same stream to a table of the tests', async () => {
  const table = String(process.env.TABLE_NAME);
  expect((await describeTable(table))?.StreamSpecification).toBeUndefined();
  await addStream(endpoint, table);
  const { StreamSpecification } = (await describeTable(names.table)) ?? {};
  expect((await describeTable(table))?.StreamSpecification).toEqual(StreamSpecification);
});
