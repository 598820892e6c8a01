import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, obituary, startChild } from './child.ts';
import { Failure } from './failure.ts';
import { keepBundles, keptBundles } from './keptBundles.ts';
import { freePort } from './ports.ts';
import { root } from './root.ts';

/** The functions behind an HTTP port, and the consumers of the table's stream. */
export interface FunctionsServer {
  /** Of the process they run in now. */
  pid(): number | undefined;
  /** Starts them again, on their present source. */
  restart(): Promise<void>;
  /** Ends their process as a power cut would; `restart` brings them back. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  /** `BUNDLES`, where the bundles go below .esbuild/, among it. */
  environment: Record<string, string> & { BUNDLES: string };
  /** Takes the bundles that an earlier start on the same source made, and never looks at the source again. */
  reuse?: boolean;
  onLine: (line: string) => void;
  /** Called with a sentence when they end by themselves. */
  onEnd: (sentence: string) => void;
}

const PATIENCE = 60_000;

/** Starts the functions under serverless-offline and waits until they answer and reach their table. */
export async function startFunctions(options: Options): Promise<FunctionsServer> {
  const { port, environment, reuse, onLine, onEnd } = options;
  let current: Child | undefined;

  async function begin(): Promise<void> {
    const kept = reuse ? keptBundles() : undefined;
    const there = kept !== undefined && existsSync(join(root, kept));
    // In one process: worker threads answer 11–31 requests a second where this answers hundreds.
    const ports = ['--httpPort', String(port), '--lambdaPort', String(await freePort())];
    const child = startChild(
      'functions',
      process.execPath,
      [join(root, 'node_modules/.bin/serverless'), 'offline', '--stage', 'local', '--useInProcess', ...ports],
      // Its plugin for streams does not end politely when it believes to be in a test.
      {
        cwd: root,
        env: { ...environment, ...(there && { KEPT_BUNDLES: kept }), NODE_ENV: 'development' },
        onLine,
      },
    );
    current = child;
    await untilHealthy(`http://127.0.0.1:${port}/health`, child);
    if (kept && !there) keepBundles(join(root, '.esbuild', environment.BUNDLES, '.build'), kept);
    child.ended.then((how) => {
      if (current === child) onEnd(obituary(child, how));
    });
  }
  const end = async (how: 'stop' | 'kill') => {
    const child = current;
    current = undefined;
    await child?.[how]();
  };

  try {
    await begin();
  } catch (error) {
    await end('stop');
    throw error;
  }
  return {
    pid: () => current?.pid,
    restart: async () => {
      await end('stop');
      await begin();
    },
    kill: () => end('kill'),
    stop: () => end('stop'),
  };
}

async function untilHealthy(url: string, child: Child): Promise<void> {
  let ended: string | undefined;
  child.ended.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return;
    if (ended !== undefined || Date.now() > deadline)
      throw new Failure(
        `The functions did not start (${ended ?? `no answer in ${PATIENCE / 1000} s`}):\n${child.output()}`,
      );
    await pause(150);
  }
}
