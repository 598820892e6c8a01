import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** WeChat refuses a package above this. */
export const PACKAGE_LIMIT = 2 * 1024 * 1024;

interface AppJson {
  subPackages?: { root: string }[];
}

/** The bytes of the main package (`main`) and of each subpackage of a built mini-program. */
export function packageSizes(directory: string): Record<string, number> {
  const app: AppJson = JSON.parse(readFileSync(join(directory, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  const sizes: Record<string, number> = { main: 0 };
  for (const file of globSync('**/*', { cwd: directory })) {
    const { size } = statSync(join(directory, file));
    const name = roots.find((root) => file.startsWith(root)) ?? 'main';
    if (statSync(join(directory, file)).isFile()) sizes[name] = (sizes[name] ?? 0) + size;
  }
  return sizes;
}
