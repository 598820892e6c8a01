import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
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

/** Creates both tables where they are not there yet; resolves with whether the main one is new. */
export async function createTables(endpoint: string, names: TableNames): Promise<boolean> {
  const client = localClient(endpoint, 3);
  const create = async (resource: 'Table' | 'KeyTable', TableName: string) => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode, ...rest } =
      declared(resource);
    const { StreamSpecification, TimeToLiveSpecification } = rest;
    try {
      await client.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions,
          KeySchema,
          GlobalSecondaryIndexes,
          BillingMode,
          StreamSpecification: StreamSpecification && { StreamEnabled: true, ...StreamSpecification },
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

/** Deletes both tables where they are there. */
export async function dropTables(endpoint: string, names: TableNames): Promise<void> {
  const client = localClient(endpoint, 3);
  for (const TableName of [names.table, names.keyTable])
    await client.send(new DeleteTableCommand({ TableName })).catch((error) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    });
  client.destroy();
}
