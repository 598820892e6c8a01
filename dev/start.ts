import { createWriteStream, existsSync, mkdirSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { cast } from '@niangjia/shared/cast';
import { stopChildren } from './child.ts';
import { Failure, runCommand } from './failure.ts';
import { portsFromEnvironment } from './ports.ts';
import { root } from './root.ts';
import { type Stack, startStack } from './stack.ts';

/** `npm start`: the whole product on this machine, with its data kept in .local/. */

const kept = join(root, '.local');
const say = (line: string) => console.log(`· ${line}`);

function options(): { reset: boolean } {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--reset');
  if (unknown)
    throw new Failure(`"${unknown}" is not known: the one option is --reset, which forgets the data.`);
  return { reset: args.includes('--reset') };
}

/** Writes what a part prints to .local/<part>.log, and shows what went wrong. */
function logs(): (part: 'functions' | 'h5', line: string) => void {
  mkdirSync(kept, { recursive: true });
  const files = {
    functions: createWriteStream(join(kept, 'functions.log')),
    h5: createWriteStream(join(kept, 'h5.log')),
  };
  return (part, line) => {
    files[part].write(`${line}\n`);
    if (/"level":"error"|^ERROR in|✖ Errors/.test(line)) console.log(`! ${part}: ${line}`);
  };
}

/** Starts the functions again when their source changes; the H5 app does so by itself. */
function reloadOnChange({ functions }: Stack): void {
  let waiting: NodeJS.Timeout | undefined;
  let underWay = Promise.resolve();
  const restart = async () => {
    const since = Date.now();
    await functions.restart().then(
      () => say(`the functions run on the changed source (${((Date.now() - since) / 1000).toFixed(1)} s)`),
      (error) => say(`${error instanceof Failure ? error.message : error}\n· the next change tries again`),
    );
  };
  const changed = (_: string, file: string | null) => {
    if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      underWay = underWay.then(restart);
    }, 300);
  };
  for (const folder of ['functions', 'shared']) watch(join(root, folder), { recursive: true }, changed);
}

function introduce({ addresses, session }: Stack): void {
  const poster = `#/joining/session?scene=${encodeURIComponent(`s=${session}`)}`;
  const people = Object.entries(cast).map(
    ([name, { name: 姓名, part }]) => `    ${name.padEnd(10)} ${姓名}　${part}`,
  );
  console.log(`
  H5 app           ${addresses.h5}
  API              ${addresses.api}  (described at ${addresses.api}/openapi.json)
  WeChat stand-in  ${addresses.wechat}
  Database         ${addresses.database}
  Photos           ${addresses.photos}
  Logs             ${relative(process.cwd(), kept)}/functions.log, h5.log

  To see a worker join, open two windows:
    worker    ${addresses.h5}/?as=wangfang${poster}
    reviewer  ${addresses.h5}/?as=limin#/home
  To sign a desk in by a phone, as the published page does, open ${addresses.h5}/#/joining/desk/queue,
  choose 用手机扫码登录, and in a second window of the same browser ${addresses.h5}/?as=limin#/accounts/confirm
  To bind a phone to a member with a card on paper, open ${addresses.h5}/?as=songguilan#/joining/help/bind
  and type its code at ${addresses.h5}/?as=limin#/joining/help/findMember (绑定手机, ${cast.songguilan.idNumber})
  The poster of the session that is on now opens
    ${addresses.h5}/${poster}

  Demo people (?as=<name>, or the login code demo-<name>):
${people.join('\n')}
`);
}

async function run(): Promise<string> {
  const { reset } = options();
  const since = Date.now();
  const stack = await startStack({
    ports: portsFromEnvironment(),
    directory: kept,
    reset,
    h5: 'watched',
    demo: 'session',
    say,
    onLine: logs(),
  });
  introduce(stack);
  reloadOnChange(stack);
  say(`started in ${Math.round((Date.now() - since) / 1000)} s; Ctrl-C stops everything`);
  console.log('ready');
  return stack.broken;
}

await runCommand(async () => {
  const asked = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined));
  });
  const env = join(root, '.env');
  if (existsSync(env)) process.loadEnvFile(env);
  const broken = await Promise.race([asked, run()]);
  if (broken === undefined) say('stopping');
  await stopChildren();
  if (broken !== undefined) throw new Failure(broken);
  return 0;
});
