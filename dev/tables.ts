import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { parse } from 'yaml';
import { localClient } from './database.ts';

/** What the two tables are called. */
export interface TableNames {
  table: string;
  keyTable: string;
}

type Properties = Omit<CreateTableCommandInput, 'TableName' | 'StreamSpecification'> & {
  StreamSpecification?: { StreamViewType: 'NEW_IMAGE' };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
};

/** The tables as serverless.yml declares them to CloudFormation: the one place that says how they are made. */
function declared(resource: 'Table' | 'KeyTable'): Properties {
  const text = readFileSync(join(import.meta.dirname, '../serverless.yml'), 'utf8');
  // CloudFormation's own tags (!GetAtt, !Sub) only matter where AWS deploys.
  const document = parse(text, { logLevel: 'silent' });
  return document.resources.Resources[resource].Properties;
}

const streamOf = ({ StreamSpecification }: Properties) =>
  StreamSpecification && { StreamEnabled: true, ...StreamSpecification };

interface Options {
  /** The local engine gets slower with every change that a stream holds: tests have one where they read it. */
  stream?: boolean;
}

/** Creates both tables where they are not there yet; resolves with whether the main one is new. */
export async function createTables(
  endpoint: string,
  names: TableNames,
  { stream = true }: Options = {},
): Promise<boolean> {
  const client = localClient(endpoint, 3);
  const create = async (resource: 'Table' | 'KeyTable', TableName: string) => {
    const properties = declared(resource);
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = properties;
    const { TimeToLiveSpecification } = properties;
    try {
      await client.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions,
          KeySchema,
          GlobalSecondaryIndexes,
          BillingMode,
          StreamSpecification: stream ? streamOf(properties) : undefined,
        }),
      );
    } catch (error) {
      if (error instanceof ResourceInUseException) return false;
      throw error;
    }
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05 }, { TableName });
    if (TimeToLiveSpecification)
      await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    return true;
  };
  try {
    const [fresh] = await Promise.all([create('Table', names.table), create('KeyTable', names.keyTable)]);
    return fresh;
  } finally {
    client.destroy();
  }
}

/** Gives a main table that was created without a stream its stream; what changed before is not in it. */
export async function addStream(endpoint: string, TableName: string): Promise<void> {
  const client = localClient(endpoint, 3);
  const StreamSpecification = streamOf(declared('Table'));
  await client.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  client.destroy();
}

/** Deletes both tables where they are there. */
export async function dropTables(endpoint: string, names: TableNames): Promise<void> {
  const client = localClient(endpoint, 3);
  for (const TableName of [names.table, names.keyTable])
    await client.send(new DeleteTableCommand({ TableName })).catch((error) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    });
  client.destroy();
}
