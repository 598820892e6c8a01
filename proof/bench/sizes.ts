import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Charset, type Format } from 'esbuild';
import { parse } from 'yaml';
import { builtH5 } from '../../dev/frontEnd.ts';
import { packageSizes } from '../../dev/packages.ts';
import { root } from '../../dev/root.ts';
import type { Figure } from './figure.ts';

const KB = 1000;
const kilobytes = (bytes: number) => Math.ceil((bytes / KB) * 10) / 10;

interface Deployment {
  functions: Record<string, { handler: string }>;
  custom: {
    esbuild: {
      charset: Charset;
      format: Format;
      mainFields: string[];
      target: string;
      alias: Record<string, string>;
    };
  };
}

/** Each function's bundle, made as serverless.yml says. */
export async function bundles(): Promise<Figure[]> {
  const text = readFileSync(join(root, 'serverless.yml'), 'utf8');
  const { functions, custom } = parse(text, { logLevel: 'silent' }) as Deployment;
  const { charset, format, mainFields, target, alias } = custom.esbuild;
  const sizes = Object.entries(functions).map(async ([name, { handler }]) => {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [`${handler.replace(/\.\w+$/, '')}.ts`],
      bundle: true,
      minify: true,
      write: false,
      platform: 'node',
      charset,
      format,
      mainFields,
      target,
      alias: Object.fromEntries(
        Object.entries(alias).map(([from, to]) => [from, to.startsWith('.') ? join(root, to) : to]),
      ),
    });
    const bytes = outputFiles[0]?.contents ?? new Uint8Array();
    const measured = { kB: kilobytes(bytes.length), gzip_kB: kilobytes(gzipSync(bytes).length) };
    return { table: 'Bundles of the functions', name, measured, budget: { kB: 375, gzip_kB: 118 } };
  });
  return Promise.all(sizes);
}

/** The packages of the mini-program, as far as it is built. */
export function packages(): Figure[] {
  const directory = join(root, 'miniapp/dist/weapp');
  const table = 'Packages of the mini-program';
  if (!existsSync(join(directory, 'app.json'))) {
    return [{ table, name: 'weapp', measured: { is: 'not built: npm run build:weapp' } }];
  }
  return Object.entries(packageSizes(directory)).map(([name, bytes]) => ({
    table,
    name,
    measured: { kB: kilobytes(bytes) },
    budget: { kB: name === 'main' ? 450 : 300 },
  }));
}

/** What a browser loads before the first page of the published H5 app, gzipped. */
export async function firstLoad(): Promise<Figure[]> {
  const directory = await builtH5('published', () => {});
  const table = 'First load of H5';
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="?(?:\.?\/)?((?:js|css)\/[^">\s]+)/g)].map(([, file]) =>
    String(file),
  );
  const gzipped = (files: string[]) =>
    kilobytes(files.reduce((sum, file) => sum + gzipSync(readFileSync(join(directory, file))).length, 0));
  const all = globSync('{js,css}/**/*.{js,css}', { cwd: directory });
  return [
    {
      table,
      name: 'index.html and what it names',
      measured: { gzip_kB: gzipped(['index.html', ...named]) },
      budget: { gzip_kB: 180 },
    },
    { table, name: 'every script and style there is', measured: { gzip_kB: gzipped(all) } },
  ];
}
