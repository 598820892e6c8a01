import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { beyondEs2015 } from './es2015.ts';
import { packageSizes } from './packages.ts';

function built(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-weapp-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

it('counts each file in the package it is sent with', () => {
  const app = JSON.stringify({ subPackages: [{ root: 'joining/desk' }] });
  const directory = built({
    'app.json': app,
    'joining/session.js': '12345',
    'joining/desk/queue.js': '1234567',
    'joining/desk/case/case.js': '1',
  });
  expect(packageSizes(directory)).toEqual({ main: app.length + 5, 'joining/desk/': 8 });
});

it('takes no package that is in another one', () => {
  const app = JSON.stringify({ subPackages: [{ root: 'venues' }, { root: 'venues/keeper' }] });
  expect(() => packageSizes(built({ 'app.json': app }))).toThrow('venues/keeper/');
});

it('finds what an old phone cannot read', () => {
  const directory = built({ 'old.js': 'const a = () => 1;', 'new.js': 'a?.b' });
  expect(beyondEs2015(directory)).toEqual([expect.stringContaining('new.js')]);
});
