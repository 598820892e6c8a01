import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createTables } from './tables.ts';

// Each test file has tables and a bucket of its own, so that files never see each other's records.
const file = randomUUID();
const names = { table: `test-${file}`, keyTable: `test-${file}-keys` };
const environment = inject('functionsEnvironment');
const buckets = inject('photoBuckets');
const bucket = { directory: join(buckets.directory, `test-${file}`), url: `${buckets.url}/test-${file}` };
mkdirSync(bucket.directory);
Object.assign(process.env, environment, {
  TABLE_NAME: names.table,
  KEY_TABLE_NAME: names.keyTable,
  PHOTO_BUCKET_URL: bucket.url,
  PHOTO_URL: bucket.url,
  // For who looks at what is stored, past the functions.
  PHOTO_DIRECTORY: bucket.directory,
});
await createTables(environment.DYNAMODB_ENDPOINT ?? '', names, { stream: false });
