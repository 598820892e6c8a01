import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { type Child, lastLine, startChild } from './child.ts';
import { Failure } from './failure.ts';
import { requireJava } from './java.ts';

/** A DynamoDB that answers. */
export interface Database {
  readonly endpoint: string;
  /** Absent when the server was there before us. */
  readonly child?: Child;
  stop(): Promise<void>;
}

/** A client for a local server, which takes any region and key. */
export const localClient = (endpoint: string, maxAttempts = 1) =>
  new DynamoDBClient({
    endpoint,
    maxAttempts,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** A machine under load takes its time. */
const PATIENCE = 10_000;

/** Undefined when the server answers, else why not. */
async function whyUnanswered(endpoint: string): Promise<string | undefined> {
  const client = localClient(endpoint);
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal: AbortSignal.timeout(PATIENCE) });
    return undefined;
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return code ?? (message && message !== 'UnknownError' ? message : name);
  } finally {
    client.destroy();
  }
}

interface Wanted {
  port: number;
  /** Where the data is kept; in memory when absent. */
  directory?: string;
  say?: (line: string) => void;
}

/** Starts DynamoDB Local, or takes the server that DYNAMODB_ENDPOINT names, and waits until it answers. */
export async function startDatabase({ port, directory, say = () => {} }: Wanted): Promise<Database> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    const reason = await whyUnanswered(given);
    if (reason) throw new Failure(`The database at DYNAMODB_ENDPOINT=${given} does not answer (${reason}).`);
    return { endpoint: given, stop: async () => {} };
  }
  const java = await requireJava(say);
  const emulator = join(
    dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
    'emulator',
  );
  if (directory) mkdirSync(directory, { recursive: true });
  const child = startChild(
    'database',
    java,
    [
      // It runs for minutes, which better compiled code would not pay back, beside those who wait for it.
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      ...(directory ? ['-dbPath', directory] : ['-inMemory']),
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: emulator },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const reason = await untilAnswering(endpoint, child);
  if (!reason) return { endpoint, child, stop: child.stop };
  await child.stop();
  throw new Failure(
    directory
      ? `The database kept in ${directory} did not start (${reason}): "npm start -- --reset" forgets the data and begins afresh.`
      : `DynamoDB Local did not start (${reason}).`,
  );
}

async function untilAnswering(endpoint: string, child: Child): Promise<string | undefined> {
  let ended: string | undefined;
  child.ended.then((how) => {
    ended = how;
  });
  const since = Date.now();
  for (;;) {
    const reason = await whyUnanswered(endpoint);
    if (!reason) return undefined;
    if (ended !== undefined) return lastLine(child) || ended;
    // A server that answers, only badly, does not get better with time; a silent one may.
    const silent = reason === 'ECONNREFUSED' || /abort|timeout/i.test(reason);
    if (Date.now() - since > (silent ? 45_000 : 8_000)) return reason;
    await pause(150);
  }
}
