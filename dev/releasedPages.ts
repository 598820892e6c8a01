import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './root.ts';

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** The app's own list, run as Taro runs it: its package has no modules for Node to import. */
function appConfig(): AppConfig {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'miniapp/src/app.config.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'app',
    footer: { js: 'return app.default;' },
  });
  return new Function('defineAppConfig', outputFiles[0]?.text ?? '')((config: AppConfig) => config);
}

const { pages, subPackages } = appConfig();

/** Every page of the mini-program, as app.json will have them. */
export const releasedPages: readonly string[] = [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
];
