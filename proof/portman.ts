import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, stopChildren } from '../dev/child.ts';
import { Failure, runCommand } from '../dev/failure.ts';
import { freePorts } from '../dev/ports.ts';
import { root } from '../dev/root.ts';
import { type Stack, startStack } from '../dev/stack.ts';
import { type Guard, startGuard } from './openApi/guard.ts';

/**
 * `npm run portman`: a stack of its own is asked, at every endpoint, what it wants and then what it cannot
 * want, as Portman makes it of the API's description. Ends with 1 when something wrong is not refused, or
 * an answer is not as described: a 5xx is a fault, never a refusal.
 */

/** All of it together, in milliseconds; it takes less than one minute. */
const PATIENCE = 300_000;

/** What newman writes of its run. */
interface Report {
  run: {
    stats: { requests: { total: number }; assertions: { total: number; failed: number } };
    failures: { source?: { name: string }; error: { message: string } }[];
  };
}

async function ask(stack: Stack, directory: string): Promise<Report['run']> {
  // Only now do the functions find their table.
  Object.assign(process.env, stack.environment);
  const { examples } = await import('./portman/examples.ts');
  const { portmanConfig, withExamples } = await import('./portman/config.ts');
  const document = await (await fetch(`${stack.addresses.api}/openapi.json`)).json();
  const asked = await examples();
  const report = join(directory, 'report.json');
  const file = (name: string, content: unknown) => {
    writeFileSync(join(directory, name), JSON.stringify(content));
    return join(directory, name);
  };
  const newman = {
    reporters: ['json'],
    reporter: { json: { export: report } },
    abortOnFailure: false,
    timeout: PATIENCE,
  };
  const postman = {
    folderStrategy: 'Tags',
    requestParametersResolution: 'Example',
    enableOptionalParameters: true,
  };
  const options = {
    local: file('openapi.json', withExamples(document, asked)),
    baseUrl: stack.addresses.api,
    portmanConfigFile: file('portman.json', portmanConfig(document, asked)),
    postmanConfigFile: file('postman.json', postman),
    newmanRunOptions: JSON.stringify(newman),
    output: join(directory, 'collection.json'),
  };
  const given = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
  const command = [join(root, 'node_modules/.bin/portman'), '--runNewman', ...given];
  // It writes where it stands.
  const child = startChild('Portman', process.execPath, command, { cwd: directory });
  const how = await child.ended;
  if (how !== 'code 0') throw new Failure(`Portman did not come to its end (${how}):\n${child.output()}`);
  return (JSON.parse(readFileSync(report, 'utf8')) as Report).run;
}

async function run(): Promise<number> {
  const say = console.log;
  console.log = () => {};
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-portman-'));
  let guard: Guard | undefined;
  const stack = await startStack({
    ports: await freePorts(),
    demo: 'people',
    say: (line) => say(`· ${line}`),
    inFront: async (api) => {
      guard = await startGuard(api);
      return guard;
    },
  });
  try {
    say('· asking what it wants, and what it cannot want');
    const { stats, failures } = await ask(stack, directory);
    const wrong = [
      ...failures.map(({ source, error }) => `${source?.name}: ${error.message}`),
      ...(guard?.badAnswers ?? []),
    ];
    for (const line of wrong) say(`✗ ${line}`);
    say(`${stats.requests.total} requests, ${stats.assertions.total} checks, ${wrong.length} wrong`);
    return wrong.length === 0 && guard && guard.judged >= stats.requests.total ? 0 : 1;
  } finally {
    await stack.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(1));
  });
  const code = await Promise.race([asked, run()]);
  await stopChildren();
  return code;
});
