import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoTraces } from './demoTraces.ts';

it('finds the demo in what is to be published, and nothing else', () => {
  const output = mkdtempSync(join(tmpdir(), 'niangjia-published-'));
  writeFileSync(join(output, 'app.js'), 'const code = "demo-" + name;');
  writeFileSync(join(output, 'cast.js'), 'const name = "王芳";');
  writeFileSync(join(output, 'clean.js'), 'const name = "姓名";');
  expect(demoTraces(output).sort()).toEqual(['app.js', 'cast.js']);
  rmSync(output, { recursive: true });
});
