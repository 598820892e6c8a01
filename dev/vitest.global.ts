import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabase } from './database.ts';
import { startPhotoBucket } from './photoBucket.ts';
import { freePort } from './ports.ts';
import { standInEnvironment, startWechat } from './wechat.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the functions read from their environment, as serverless.yml gives it to the stage `local`. */
    functionsEnvironment: Record<string, string>;
    /** Where the buckets are, each a folder, and where they answer. */
    photoBuckets: { directory: string; url: string };
  }
}

/** Starts one database, one bucket of photos and one stand-in for WeChat for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-test-'));
  const keyFile = join(directory, 'key');
  writeFileSync(keyFile, randomBytes(32));
  const database = await startDatabase({ port: await freePort() });
  const buckets = join(directory, 'photos');
  const photos = await startPhotoBucket({ port: 0, directory: buckets });
  project.provide('photoBuckets', { directory: buckets, url: new URL(photos.url).origin });
  const wechat = await startWechat({ port: 0, h5Url: 'http://localhost:8080' });
  project.provide('functionsEnvironment', {
    STAGE: 'local',
    DYNAMODB_ENDPOINT: database.endpoint,
    LOCAL_KEY_FILE: keyFile,
    WECHAT_URL: wechat.url,
    ...standInEnvironment,
    H5_ORIGINS: 'http://localhost:8080',
  });
  return async () => {
    await Promise.all([database.stop(), photos.stop(), wechat.stop()]);
    rmSync(directory, { recursive: true });
  };
}
