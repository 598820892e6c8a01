import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../../dev/database.ts';
import { freePort } from '../../dev/ports.ts';
import { createTables } from '../../dev/tables.ts';
import { standInEnvironment, startWechat } from '../../dev/wechat.ts';

/** Starts a database and a stand-in for WeChat, and gives the functions their environment. */
export async function startWorld(): Promise<{ stop: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-bench-'));
  const keyFile = join(directory, 'key');
  writeFileSync(keyFile, randomBytes(32));
  const database = await startDatabase({ port: await freePort() });
  const wechat = await startWechat({ port: 0, h5Url: 'http://localhost:8080' });
  const names = { table: `bench-${process.pid}`, keyTable: `bench-${process.pid}-keys` };
  await createTables(database.endpoint, names, { stream: false });
  Object.assign(process.env, {
    STAGE: 'local',
    TABLE_NAME: names.table,
    KEY_TABLE_NAME: names.keyTable,
    DYNAMODB_ENDPOINT: database.endpoint,
    LOCAL_KEY_FILE: keyFile,
    WECHAT_URL: wechat.url,
    ...standInEnvironment,
  });
  const stop = async () => {
    await Promise.all([database.stop(), wechat.stop()]);
    rmSync(directory, { recursive: true, force: true });
  };
  return { stop };
}
