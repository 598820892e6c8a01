import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './root.ts';

function bootstrap(source: string, ...args: string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-bootstrap-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'command.mts');
  writeFileSync(file, source);
  return spawn(process.execPath, [join(root, 'dev/bootstrap.mjs'), file, ...args], { stdio: 'pipe' });
}

it("runs a file on the project's Node with its arguments, and passes its exit code on", async () => {
  const child = bootstrap(
    'console.log(process.version.split(".")[0], ...process.argv.slice(2)); process.exit(3)',
    'joining',
    '--reset',
  );
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(said).toBe('v24 joining --reset\n');
  expect(code).toBe(3);
});

it('passes signals on', async () => {
  const child = bootstrap(
    'process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000); console.log("up")',
  );
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});
