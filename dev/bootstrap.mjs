// The first thing `npm start` and `npm test` run: on whatever Node is there, with nothing installed.
// It installs what is missing, then runs the given .ts file on the project's own Node. No syntax that
// an old Node cannot read, so that an old Node gets a sentence instead of a stack.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const bin = path.join(modules, '.bin');
const node = path.join(bin, 'node');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function fail(sentence) {
  console.error(`\n✗ ${sentence}`);
  process.exit(1);
}

/** Runs a command in the foreground, hands signals on, and resolves with how it ended. */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, Object.assign({ cwd: root, stdio: 'inherit' }, options));
    const handOn = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, handOn);
    // `kill` of npm ends npm and its shell but not us: whoever waits for npm means everything to end.
    const shell = process.ppid;
    const orphaned = () => process.env.npm_lifecycle_event && process.ppid !== shell && handOn('SIGTERM');
    const look = setInterval(orphaned, 500);
    const end = (how) => {
      clearInterval(look);
      for (const signal of SIGNALS) process.removeListener(signal, handOn);
      resolve(how);
    };
    child.on('error', (error) => end({ error }));
    child.on('exit', (code, signal) => end({ code: signal ? 1 : code, signal }));
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what package-lock.json names; npm keeps its own list of what it installed. */
function isInstalled() {
  const list = path.join(modules, '.package-lock.json');
  if (!existsSync(node) || !existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(([place, wanted]) => {
    if (!place.includes('node_modules/') || wanted.link || wanted.optional) return true;
    return installed[place] && installed[place].version === wanted.version;
  });
}

async function install() {
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  console.log('· installing the dependencies (npm ci), usually one to three minutes');
  const progress = setInterval(() => console.log(`· still installing (${seconds()} s)`), 15000);
  const how = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  clearInterval(progress);
  if (how.signal) process.exit(1);
  if (how.code !== 0) fail('The dependencies could not be installed (npm ci, see above).');
  console.log(`· installed in ${seconds()} s`);
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 18)
    fail(`Node 18 or newer is needed to begin; this is ${process.version}. See https://nodejs.org`);
  if (!isInstalled()) await install();
  const how = await run(node, process.argv.slice(2), {
    env: Object.assign({}, process.env, { PATH: `${bin}${path.delimiter}${process.env.PATH || ''}` }),
  });
  if (how.error) fail(`The project's own Node does not run on this machine: ${how.error.message}`);
  process.exit(how.code);
}

main();
