import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createTables } from './tables.ts';

// Each test file has tables of its own, so that files never see each other's records.
const file = randomUUID();
const names = { table: `test-${file}`, keyTable: `test-${file}-keys` };
const environment = inject('functionsEnvironment');
Object.assign(process.env, environment, { TABLE_NAME: names.table, KEY_TABLE_NAME: names.keyTable });
await createTables(environment.DYNAMODB_ENDPOINT ?? '', names, { stream: false });
