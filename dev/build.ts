import { relative } from 'node:path';
import { beyondEs2015 } from './es2015.ts';
import { Failure, runCommand } from './failure.ts';
import { buildFrontEnd } from './frontEnd.ts';
import { PACKAGE_LIMIT, packageSizes } from './packages.ts';
import { root } from './root.ts';

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} kB`;

/** `npm run build:h5`, `npm run build:weapp`: a front end to be published. TARO_APP_API is its API's address. */
await runCommand(async () => {
  const [type] = process.argv.slice(2);
  if (type !== 'h5' && type !== 'weapp') throw new Failure('Say which: h5 or weapp.');
  if (!process.env.TARO_APP_API) console.log('· TARO_APP_API is not set: this build knows no API');
  const output = await buildFrontEnd({ type, env: { NODE_ENV: 'production' } });
  if (type === 'weapp') {
    const sizes = Object.entries(packageSizes(output));
    for (const [name, bytes] of sizes) console.log(`· package ${name}: ${kilobytes(bytes)}`);
    const large = sizes.filter(([, bytes]) => bytes > PACKAGE_LIMIT).map(([name]) => name);
    const unreadable = beyondEs2015(output);
    if (unreadable.length > 0)
      throw new Failure(`Not ES2015, which old phones need: ${unreadable.join('; ')}`);
    if (large.length > 0) throw new Failure(`Above WeChat's 2 MiB a package: ${large.join(', ')}.`);
  }
  console.log(`built ${relative(root, output)}`);
  return 0;
});
