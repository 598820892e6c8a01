import { createHash, randomUUID } from 'node:crypto';
import { cpSync, globSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DAY } from '@niangjia/shared/time';
import { root } from './root.ts';

/** Bundles of the functions that one stack made and the next ones on the same source take as they are. */

const where = join(root, '.esbuild');

/** The directory for the bundles of the present source, below the project's root; it may not be there yet. */
export function keptBundles(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['{functions,shared}/**/*.ts', '{functions,shared,.}/package*.json', 'serverless.yml', 'dev/*.ts'],
    { cwd: root, exclude: ['**/node_modules/**', '**/*.test.ts'] },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return join('.esbuild', `kept-${hash.digest('hex').slice(0, 16)}`);
}

/** Keeps the bundles that lie in a directory; whoever does so at the same time has made the same. */
export function keepBundles(from: string, kept: string): void {
  for (const name of globSync('kept-*', { cwd: where }))
    if (Date.now() - statSync(join(where, name)).mtimeMs > DAY)
      rmSync(join(where, name), { recursive: true });
  const copy = join(where, `kept-${randomUUID()}`);
  cpSync(from, copy, { recursive: true });
  try {
    renameSync(copy, join(root, kept));
  } catch {
    rmSync(copy, { recursive: true });
  }
}
