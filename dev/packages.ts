import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** WeChat refuses a package above this. */
export const PACKAGE_LIMIT = 2 * 1024 * 1024;

interface AppJson {
  subPackages?: { root: string }[];
}

/**
 * The bytes of the main package (`main`) and of each subpackage of a built mini-program. Throws where one is in another:
 * WeChat takes no such mini-program. Source: its documentation of subpackages.
 */
export function packageSizes(directory: string): Record<string, number> {
  const app: AppJson = JSON.parse(readFileSync(join(directory, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  const inside = roots.find((root) => roots.some((other) => other !== root && root.startsWith(other)));
  if (inside) throw new Error(`The subpackage ${inside} is in another one.`);
  const sizes: Record<string, number> = { main: 0 };
  for (const file of globSync('**/*', { cwd: directory })) {
    const { size } = statSync(join(directory, file));
    const name = roots.find((root) => file.startsWith(root)) ?? 'main';
    if (statSync(join(directory, file)).isFile()) sizes[name] = (sizes[name] ?? 0) + size;
  }
  return sizes;
}
