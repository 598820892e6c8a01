import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, lastLine, obituary, startChild } from './child.ts';
import { startDatabase } from './database.ts';
import { Failure } from './failure.ts';
import { builtH5 } from './frontEnd.ts';
import { type FunctionsServer, startFunctions } from './functionsServer.ts';
import { startH5App } from './h5App.ts';
import { serveH5 } from './h5Server.ts';
import { startPhotoBucket } from './photoBucket.ts';
import { type Ports, requireFree } from './ports.ts';
import { root } from './root.ts';
import { createTables, dropTables } from './tables.ts';
import { standInEnvironment, startWechat } from './wechat.ts';

/** A running stack: database, bucket of photos, stand-in for WeChat, functions, stream consumer, H5 app. */
export interface Stack {
  /** Where each part answers; the API, where the apps ask it. */
  readonly addresses: { api: string; h5: string; wechat: string; database: string; photos: string };
  /** What the functions have in their environment, for a process that works beside them. */
  readonly environment: Record<string, string>;
  /** Resolves with a sentence when a part ends by itself. */
  readonly broken: Promise<string>;
  readonly functions: FunctionsServer;
  /** The code of a session that is on now, where the demo was asked for. */
  readonly session: string | undefined;
  stop(): Promise<void>;
}

interface Part {
  stop(): Promise<void>;
}

interface Wanted {
  ports: Ports;
  /** Where the data and the key are kept; all is forgotten at the end when absent. */
  directory?: string;
  /** Forget what is kept, first. */
  reset?: boolean;
  /** `watched` rebuilds on every change; `built` is the compressed app, `published` the same without the demo; else none. */
  h5?: 'watched' | 'built' | 'published';
  /** `people`: the cast's orgs, roles and policy; `session`: a session that is on, and applications, too. */
  demo: 'people' | 'session';
  /** Puts something before the API, by whose address the apps reach it. */
  inFront?: (api: string) => Promise<Part & { url: string }>;
  say?: (line: string) => void;
  /** One line that a part of the stack printed. */
  onLine?: (part: 'functions' | 'h5', line: string) => void;
}

const KEPT = ['database', 'key', 'photos'];

/** Where the bundles go, so that two stacks at once do not clean away each other's. */
const bundlesOf = ({ api }: Ports) => `stack-${api}`;

/** Starts the whole product on this machine. When a part cannot start, the others are stopped. */
export async function startStack(wanted: Wanted): Promise<Stack> {
  const kept = wanted.directory ?? mkdtempSync(join(tmpdir(), 'niangjia-'));
  const parts: Part[] = [];
  const stop = async () => {
    // The database, which came first, outlives those who ask it.
    const [database, ...others] = parts.splice(0);
    await Promise.all(others.map((part) => part.stop()));
    await database?.stop();
    const bundles = join(root, '.esbuild', bundlesOf(wanted.ports));
    for (const left of wanted.directory ? [bundles] : [bundles, kept])
      rmSync(left, { recursive: true, force: true });
  };
  try {
    return { ...(await start(wanted, kept, parts)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(wanted: Wanted, kept: string, parts: Part[]): Promise<Omit<Stack, 'stop'>> {
  const { ports, say = () => {}, onLine = () => {} } = wanted;
  await requireFreePorts(ports);
  mkdirSync(kept, { recursive: true });
  if (wanted.reset) for (const name of KEPT) rmSync(join(kept, name), { recursive: true, force: true });

  let report = (_: string) => {};
  const broken = new Promise<string>((resolve) => {
    report = resolve;
  });
  const watch = (child: Child) => {
    child.ended.then((how) => report(obituary(child, how)));
    return child;
  };

  // A stack that keeps nothing must not touch what is kept, should they share a server.
  const stage = wanted.directory ? 'local' : randomBytes(6).toString('hex');
  const names = { table: `niangjia-${stage}`, keyTable: `niangjia-${stage}-keys` };
  say('starting the database');
  const directory = wanted.directory && join(kept, 'database');
  const database = await startDatabase({ port: ports.database, directory, say });
  // In one that others go on using, nothing is left of who keeps nothing.
  const leave = () => dropTables(database.endpoint, names);
  parts.push(wanted.directory || database.child ? database : { stop: leave });
  if (database.child) watch(database.child);
  if (wanted.reset) await dropTables(database.endpoint, names);
  const fresh = await createTables(database.endpoint, names);

  const addresses = {
    api: `http://localhost:${ports.api}`,
    h5: `http://localhost:${ports.h5}`,
    wechat: `http://localhost:${ports.wechat}`,
    database: database.endpoint,
  };
  parts.push(await startWechat({ port: ports.wechat, h5Url: addresses.h5 }));
  const photos = await startPhotoBucket({ port: ports.photos, directory: join(kept, 'photos') });
  parts.push(photos);
  const environment = {
    STAGE: 'local',
    TABLE_NAME: names.table,
    KEY_TABLE_NAME: names.keyTable,
    DYNAMODB_ENDPOINT: database.endpoint,
    LOCAL_KEY_FILE: keyFile(kept, fresh),
    WECHAT_URL: `http://127.0.0.1:${ports.wechat}`,
    PHOTO_BUCKET_URL: photos.url,
    PHOTO_URL: photos.url,
    ...standInEnvironment,
    H5_ORIGINS: `http://localhost:${ports.h5},http://127.0.0.1:${ports.h5}`,
    BUNDLES: bundlesOf(ports),
  };

  const front = await wanted.inFront?.(addresses.api);
  if (front) parts.push(front);
  const apiUrl = front?.url ?? addresses.api;

  say(`starting the functions${wanted.h5 ? ' and the H5 app' : ''}`);
  const startFront = async (): Promise<Part> => {
    const { h5: port } = ports;
    if (!wanted.h5) return { stop: async () => {} };
    if (wanted.h5 === 'watched')
      return watch(await startH5App({ port, apiUrl, onLine: (line) => onLine('h5', line) }));
    return serveH5({
      directory: await builtH5(wanted.h5 === 'published' ? 'published' : 'demo', say),
      port,
      apiUrl,
    });
  };
  const [functions] = await allStarted(
    [
      startFunctions({
        port: ports.api,
        environment,
        reuse: !wanted.directory,
        onLine: (line) => onLine('functions', line),
        onEnd: report,
      }),
      startFront(),
    ],
    parts,
  );
  say('loading the demo data');
  const demo = [wanted.demo, addresses.api, fresh ? 'fresh' : 'kept'];
  const session = await loadDemo(demo, environment, say);
  return {
    addresses: { ...addresses, api: apiUrl, photos: photos.url },
    environment,
    broken,
    functions,
    session,
  };
}

/** Loads the demo in a process of its own, since the functions take their environment when they are loaded. */
async function loadDemo(
  demo: readonly string[],
  environment: Record<string, string>,
  say: (line: string) => void,
): Promise<string | undefined> {
  const args = [join(import.meta.dirname, 'demo.ts'), ...demo];
  const onLine = (line: string) => line.startsWith('left as it is') && say(line);
  const child = startChild('demo', process.execPath, args, { env: environment, onLine });
  const how = await child.ended;
  if (how !== 'code 0') throw new Failure(`The demo data could not be loaded (${how}):\n${child.output()}`);
  return demo[0] === 'session' ? lastLine(child) : undefined;
}

/** Waits for all, so that whatever did start can be stopped when another did not. */
async function allStarted<T extends Part[]>(
  starting: { [K in keyof T]: Promise<T[K]> },
  parts: Part[],
): Promise<T> {
  const results = await Promise.allSettled(starting);
  for (const result of results) if (result.status === 'fulfilled') parts.push(result.value as Part);
  return (await Promise.all(starting)) as T;
}

async function requireFreePorts({ api, h5, wechat, database, photos }: Ports): Promise<void> {
  await requireFree(api, 'the API', 'API_PORT');
  await requireFree(h5, 'the H5 app', 'H5_PORT');
  await requireFree(wechat, 'the stand-in for WeChat', 'WECHAT_PORT');
  await requireFree(photos, 'the bucket of photos', 'PHOTOS_PORT');
  if (!process.env.DYNAMODB_ENDPOINT) await requireFree(database, 'the database', 'DATABASE_PORT');
}

/** The path of the local key, made when the tables are new: what another key sealed cannot be opened. */
function keyFile(directory: string, fresh: boolean): string {
  const path = join(directory, 'key');
  if (existsSync(path)) return path;
  if (!fresh)
    throw new Failure(
      `The data was sealed with a key that is gone (${path}): "npm start -- --reset" forgets the data and begins afresh.`,
    );
  writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return path;
}
