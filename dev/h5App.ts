import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import { Failure } from './failure.ts';
import { miniapp, taro } from './frontEnd.ts';

interface Options {
  port: number;
  apiUrl: string;
  onLine: (line: string) => void;
}

const PATIENCE = 180_000;

/** Starts Taro's development server for H5, which rebuilds on every change, and waits for the first build. */
export async function startH5App({ port, apiUrl, onLine }: Options): Promise<Child> {
  let built = (_: boolean) => {};
  const firstBuild = new Promise<boolean>((resolve) => {
    built = resolve;
  });
  const child = startChild('H5 app', process.execPath, [taro, 'build', '--type', 'h5', '--watch'], {
    cwd: miniapp,
    env: { NODE_ENV: 'development', TARO_APP_API: apiUrl, H5_PORT: String(port) },
    onLine: (line) => {
      const [, errors] = /webpack [\d.]+ compiled (?:successfully|with (.*))/.exec(line) ?? [];
      if (/webpack [\d.]+ compiled/.test(line)) built(!errors?.includes('error'));
      onLine(line);
    },
  });
  const result = await Promise.race([
    firstBuild.then((good) => (good ? undefined : 'its build has errors')),
    child.ended,
    pause(PATIENCE, `no build in ${PATIENCE / 1000} s`, { ref: false }),
  ]);
  if (!result && (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.ok) return child;
  await child.stop();
  throw new Failure(`The H5 app did not start (${result ?? 'it does not answer'}):\n${child.output()}`);
}
