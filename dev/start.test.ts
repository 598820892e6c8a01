import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { freePorts, type Ports } from './ports.ts';
import { root } from './root.ts';
import { startStack } from './stack.ts';

afterEach(() => vi.unstubAllEnvs());

const environment = (ports: Ports) => ({
  PATH: process.env.PATH,
  API_PORT: String(ports.api),
  H5_PORT: String(ports.h5),
  WECHAT_PORT: String(ports.wechat),
  DATABASE_PORT: String(ports.database),
  PHOTOS_PORT: String(ports.photos),
  // Said empty, so that a developer's own .env has no say.
  DYNAMODB_ENDPOINT: '',
});

/** Runs `npm start`'s file until it ends. */
async function start(env: NodeJS.ProcessEnv) {
  return promisify(execFile)(process.execPath, [join(root, 'dev/start.ts')], { cwd: root, env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stdout, stderr }) => ({ code, said: stdout + stderr }),
  );
}

/** What runs on one of these ports, by the command lines of all processes. */
async function leftOver(ports: Ports): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
  const pattern = new RegExp(`\\b(${Object.values(ports).join('|')})\\b`);
  return stdout.split('\n').filter((line) => pattern.test(line));
}

async function occupy(port: number): Promise<void> {
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer().listen(port, '127.0.0.1', () => resolve(listening));
  });
  onTestFinished(() => void server.close());
}

it.each([
  ['api', 'API_PORT'],
  ['h5', 'H5_PORT'],
  ['wechat', 'WECHAT_PORT'],
  ['database', 'DATABASE_PORT'],
  ['photos', 'PHOTOS_PORT'],
] as const)('says that the port of %s is busy, and leaves nothing running', async (part, setting) => {
  const ports = await freePorts();
  await occupy(ports[part]);
  const { code, said } = await start(environment(ports));
  expect(said).toMatch(new RegExp(`✗ Port ${ports[part]} for .* is busy: .* ${setting} in \\.env`));
  expect(code).toBe(1);
  expect(await leftOver(ports)).toEqual([]);
});

it('says that a port is none', async () => {
  const { code, said } = await start({ ...environment(await freePorts()), API_PORT: '70000' });
  expect(said).toContain('✗ API_PORT=70000 in .env is not a port');
  expect(code).toBe(1);
});

it('says that an option is unknown', async () => {
  const { stderr } = await promisify(execFile)(process.execPath, ['dev/start.ts', '--rest'], {
    cwd: root,
  }).catch((error) => error);
  expect(stderr).toContain('✗ "--rest" is not known');
});

it('says that Java is missing', async () => {
  const ports = await freePorts();
  const { code, said } = await start({ ...environment(ports), PATH: '/nowhere' });
  expect(said).toMatch(/✗ .*openjdk-17-jre-headless/);
  expect(code).toBe(1);
});

it('says that the database it was told to use does not answer', async () => {
  const ports = await freePorts();
  const DYNAMODB_ENDPOINT = `http://127.0.0.1:${ports.database}`;
  const { code, said } = await start({ ...environment(ports), DYNAMODB_ENDPOINT });
  expect(said).toContain(`✗ The database at DYNAMODB_ENDPOINT=${DYNAMODB_ENDPOINT} does not answer`);
  expect(code).toBe(1);
});

it('says that the kept database is broken, and leaves nothing running', { timeout: 60_000 }, async () => {
  vi.stubEnv('DYNAMODB_ENDPOINT', undefined);
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-broken-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  mkdirSync(join(directory, 'database'));
  writeFileSync(join(directory, 'database/shared-local-instance.db'), 'not a database '.repeat(1000));
  const ports = await freePorts();
  const starting = startStack({ ports, directory, h5: 'built', demo: 'people' });
  await expect(starting).rejects.toThrow(/database kept in .* did not start .*--reset/);
  expect(await leftOver(ports)).toEqual([]);
});
