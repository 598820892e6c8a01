import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { startChild } from './child.ts';
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
}

/** Builds a front end into miniapp/dist/<type>; refuses with what Taro printed when that fails. */
export async function buildFrontEnd({ type, env }: Build): Promise<string> {
  const output = join(miniapp, 'dist', type);
  rmSync(output, { recursive: true, force: true });
  const child = startChild(`build of ${type}`, process.execPath, [taro, 'build', '--type', type], {
    cwd: miniapp,
    env,
  });
  const how = await child.ended;
  const made = existsSync(join(output, type === 'h5' ? 'index.html' : 'app.json'));
  // Taro ends with 0 after errors of some kinds.
  if (how === 'code 0' && made && !/compiled with .*error/i.test(child.output())) return output;
  throw new Failure(`The build of ${type} failed (${how}):\n${child.output()}`);
}

const demoDirectory = join(root, '.local', 'h5');

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

/** The directory of the H5 app with the demo sign-in, for any stack; built when its sources have changed. */
export async function demoH5(say: (line: string) => void): Promise<string> {
  const stamp = join(demoDirectory, '.sources');
  const wanted = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return demoDirectory;
  say('building the H5 app (about 20 s)');
  const output = await buildFrontEnd({
    type: 'h5',
    env: { NODE_ENV: 'development', TARO_APP_API: API_PLACEHOLDER },
  });
  // Moved away, so that what lies in miniapp/dist is always fit to be published.
  rmSync(demoDirectory, { recursive: true, force: true });
  mkdirSync(dirname(demoDirectory), { recursive: true });
  cpSync(output, demoDirectory, { recursive: true });
  rmSync(output, { recursive: true });
  writeFileSync(stamp, wanted);
  return demoDirectory;
}
