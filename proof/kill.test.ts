import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FunctionsServer, startFunctions } from '../dev/functionsServer.ts';
import { freePort } from '../dev/ports.ts';
import { addStream } from '../dev/tables.ts';
import { seed } from '../functions/seed.ts';
import { signToken } from '../functions/tokens.ts';
import { dump } from './dump.ts';
import { faultsOfState } from './normalised.ts';
import { approval, openedSession, staffActor, type Worker, worker } from './world.ts';

/** The functions' process is killed under load, twice; phones ask again with the same key. */

const WORKERS = 24;
const bundles = `kill-${randomBytes(4).toString('hex')}`;
let port: number;
let functions: FunctionsServer;

beforeAll(async () => {
  // The functions under serverless-offline follow it.
  await addStream(String(process.env.DYNAMODB_ENDPOINT), String(process.env.TABLE_NAME));
  await seed();
  port = await freePort();
  const environment = { BUNDLES: bundles };
  functions = await startFunctions({ port, environment, reuse: true, onLine: () => {}, onEnd: () => {} });
});
afterAll(async () => {
  await functions?.stop();
  rmSync(join('.esbuild', bundles), { recursive: true, force: true });
});

interface Heard {
  /** Requests that died with the process that had them. */
  cut: number;
  acknowledged: number;
}

/** Sends over HTTP, as often as it takes for an answer to come; only BUSY is asked again. */
async function insisting(person: string, heard: Heard, path: string, body?: object): Promise<Response> {
  const headers = {
    authorization: `Bearer ${(await signToken('session', person, Date.now())).token}`,
    'content-type': 'application/json',
    'idempotency-key': randomBytes(16).toString('base64url'),
  };
  const init = { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) };
  for (let attempt = 1; attempt <= 400; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init).catch((error) => {
      if (error.cause?.code !== 'ECONNREFUSED') heard.cut++;
      return undefined;
    });
    if (answer?.ok) heard.acknowledged++;
    if (answer && answer.status !== 503) return answer;
    await pause(100);
  }
  throw new Error(`no answer to ${path}`);
}

it('keeps every write that was acknowledged, once, when the functions are killed under load', async () => {
  const reviewer = await staffActor('limin');
  const code = await openedSession(reviewer);
  const heard: Heard = { cut: 0, acknowledged: 0 };
  const told = new Map<string, string>();
  const ask = async (who: string, path: string, body?: object) => {
    const answer = await insisting(who, heard, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text);
  };
  const join = async ({ id, form }: Worker) => {
    const { scan } = await ask(id, `/sessions/${code}`);
    const { visit } = await ask(id, '/visits', { from: 'poster', scan });
    const submitted = await ask(id, '/applications', { visit, ...form });
    const decided = await ask(reviewer.id, `/applications/${submitted.id}/decision`, approval);
    told.set(id, decided.cardNumber);
  };

  const workers = await Promise.all(Array.from({ length: WORKERS }, (_, i) => worker(6000 + i)));
  const power = async () => {
    for (const moment of [WORKERS, WORKERS * 2]) {
      while (heard.acknowledged < moment) await pause(1);
      await functions.kill();
      await functions.restart();
    }
  };
  await Promise.all([power(), ...workers.map(join)]);

  // Otherwise nobody was in the middle of anything, and this has shown nothing.
  expect(heard.cut).toBeGreaterThan(0);
  const state = await dump();
  expect(faultsOfState(state)).toEqual([]);
  const kept = [...state.values()].filter(({ item }) => item.sk?.S === 'APPLICATION');
  const cards = kept.map(({ item }) => [String(item.pk?.S).slice('PERSON#'.length), item.cardNumber?.S]);
  expect(new Map(cards as [string, string][])).toEqual(told);
  expect(kept.map(({ item }) => item.round?.N)).toEqual(kept.map(() => '1'));
});
