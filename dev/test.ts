import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from './browser.ts';
import { startChild, stopChildren } from './child.ts';
import { runCommand } from './failure.ts';
import { builtH5 } from './frontEnd.ts';
import { requireJava } from './java.ts';
import { root } from './root.ts';

/** `npm test`: everything. `npm test -- joining`: the tests whose path contains "joining", and nothing else. */

const say = (line: string) => console.log(`· ${line}`);

interface Count {
  passed: number;
  failed: number;
}
interface Stage {
  name: string;
  /** Resolves when it went well; throws what it printed when it did not. */
  run(): Promise<Count | undefined>;
}

/** Runs one of the project's commands; throws what it printed when it fails. */
async function command(bin: string, args: string[], onLine?: (line: string) => void): Promise<void> {
  const path = bin.endsWith('.ts') ? join(root, bin) : join(root, 'node_modules/.bin', bin);
  const node = bin === 'biome' ? [] : [process.execPath];
  const [first = '', ...rest] = [...node, path, ...args];
  const child = startChild(bin, first, rest, { cwd: root, env: { NO_COLOR: '1' }, onLine });
  const how = await child.ended;
  if (how !== 'code 0') throw new Error(`${child.output()}\n(${bin} ended with ${how})`);
}

const stage = (name: string, bin: string, args: string[]): Stage => ({
  name,
  run: async () => {
    await command(bin, args);
    return undefined;
  },
});

const folders = ['shared', 'functions', 'miniapp/src', 'miniapp/test', 'dev', 'proof'];
const checks: Stage[] = [
  stage('format and lint', 'biome', ['ci', '--error-on-warnings', '.']),
  stage('types', 'tsc', ['--noEmit']),
  stage('import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', ...folders]),
  stage('dead code', 'knip', ['--no-config-hints']),
  stage('weapp build', 'dev/build.ts', ['weapp']),
  { name: 'published H5 build', run: async () => void (await builtH5('published', () => {})) },
  { name: 'H5 build', run: async () => void (await builtH5('demo', () => {})) },
];

/** Runs vitest and counts by its report; a test that was skipped has proved nothing and counts as failed. */
const tests = (filters: string[]): Stage => ({
  name: 'tests',
  run: async () => {
    const directory = mkdtempSync(join(tmpdir(), 'niangjia-report-'));
    const report = join(directory, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    let failure: unknown;
    await command('vitest', ['run', ...reporters, ...filters], (line) => {
      if (/^ ?[✓❯×] /.test(line)) console.log(`   ${line.trim()}`);
    }).catch((error) => {
      failure = error;
    });
    try {
      const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
      if (failure) console.log(String((failure as Error).message));
      const failed = numTotalTests - numPassedTests;
      // Vitest also fails for what belongs to no test: a file that does not load, an error nobody caught.
      return { passed: numPassedTests, failed: failure && failed === 0 ? 1 : failed };
    } catch {
      throw failure ?? new Error('vitest wrote no report');
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
});

async function runStage({ name, run }: Stage): Promise<Count> {
  const since = Date.now();
  const done = (mark: string, more = '') =>
    console.log(`${mark} ${name}${more}  ${((Date.now() - since) / 1000).toFixed(1)} s`);
  try {
    const count = await run();
    const bad = count && (count.failed > 0 || count.passed === 0);
    done(bad ? '✗' : '✓', count && `: ${count.passed} passed, ${count.failed} failed`);
    if (!count) return { passed: 1, failed: 0 };
    return count.passed + count.failed === 0 ? { passed: 0, failed: 1 } : count;
  } catch (error) {
    console.log((error as Error).message);
    done('✗');
    return { passed: 0, failed: 1 };
  }
}

/** Two at a time: that is how many cores there are to count on. */
async function inPairs(stages: Stage[]): Promise<Count[]> {
  const waiting = [...stages];
  const counts: Count[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) counts.push(await runStage(next));
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

async function run(filters: string[]): Promise<number> {
  if (!process.env.DYNAMODB_ENDPOINT) await requireJava(say);
  await requireChromium(say);
  const counts = filters.length > 0 ? [] : await inPairs(checks);
  counts.push(await runStage(tests(filters)));
  if (filters.length === 0)
    counts.push(await runStage(stage('budgets', 'proof/bench.ts', ['--after-tests'])));
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

await runCommand(async () => {
  const asked = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(1));
  });
  const code = await Promise.race([asked, run(process.argv.slice(2))]);
  await stopChildren();
  return code;
});
