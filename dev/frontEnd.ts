import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startChild } from './child.ts';
import { demoTraces } from './demoTraces.ts';
import { Failure } from './failure.ts';
import { API_PLACEHOLDER } from './h5Server.ts';
import { root } from './root.ts';

/** Where Taro is run. */
export const miniapp = join(root, 'miniapp');
/** The path of Taro's command, for the Node that runs this. */
export const taro = join(
  dirname(createRequire(`${miniapp}/`).resolve('@tarojs/cli/package.json')),
  'bin/taro',
);

interface Build {
  type: 'h5' | 'weapp';
  env: NodeJS.ProcessEnv;
  /** Where below miniapp/dist it goes, so that what lies under the type's name is always fit to be published. */
  to?: string;
}

/**
 * Builds a front end into miniapp/dist; refuses with what Taro printed when that fails, and what is to be
 * published when the demo is in it.
 */
export async function buildFrontEnd({ type, env, to = type }: Build): Promise<string> {
  const output = join(miniapp, 'dist', to);
  rmSync(output, { recursive: true, force: true });
  const child = startChild(`build of ${type}`, process.execPath, [taro, 'build', '--type', type], {
    cwd: miniapp,
    env: { ...env, TARO_OUTPUT: to },
  });
  const how = await child.ended;
  const made = existsSync(join(output, type === 'h5' ? 'index.html' : 'app.json'));
  // Taro ends with 0 after errors of some kinds.
  if (how !== 'code 0' || !made || /compiled with .*error/i.test(child.output()))
    throw new Failure(`The build of ${type} failed (${how}):\n${child.output()}`);
  const traces = env.NODE_ENV === 'production' ? demoTraces(output) : [];
  if (traces.length > 0)
    throw new Failure(`The demo's sign-in is in what is to be published: ${traces.join(', ')}.`);
  return output;
}

/** A digest of all that the front end is made from. */
function sources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const files = globSync(
    ['miniapp/{src,config}/**/*.*', 'miniapp/*.{js,json}', 'shared/**/*.ts', 'dev/frontEnd.ts'],
    { cwd: root },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The two H5 apps that can be served for any stack: with the demo sign-in, and as it is published. */
const h5Apps = {
  demo: { directory: 'h5', mode: 'development' },
  published: { directory: 'h5-published', mode: 'production' },
} as const;

/** The directory of an H5 app for any stack; built when its sources have changed. */
export async function builtH5(which: keyof typeof h5Apps, say: (line: string) => void): Promise<string> {
  const { directory, mode } = h5Apps[which];
  const kept = join(root, '.local', directory);
  const stamp = join(kept, '.sources');
  const wanted = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return kept;
  say('building the H5 app (about 20 s)');
  const env = { NODE_ENV: mode, TARO_APP_API: API_PLACEHOLDER };
  const output = await buildFrontEnd({ type: 'h5', env, to: directory === 'h5' ? 'h5-demo' : directory });
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(dirname(kept), { recursive: true });
  cpSync(output, kept, { recursive: true });
  rmSync(output, { recursive: true });
  writeFileSync(stamp, wanted);
  return kept;
}
