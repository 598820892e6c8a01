import { existsSync } from 'node:fs';
import { lastLine, startChild } from './child.ts';
import { Failure } from './failure.ts';

/** Whether this is Debian (or a child of it) and we are root, so that packages may be installed. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Undefined when it went well, else what apt-get said last. */
const apt = async (args: string[]): Promise<string | undefined> => {
  const child = startChild('apt-get', 'apt-get', ['-q', '-y', ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  const how = await child.ended;
  return how === 'code 0' ? undefined : lastLine(child) || how;
};

/** Installs Debian packages, showing that it goes on. */
export async function installPackages(packages: string[], say: (line: string) => void): Promise<void> {
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  say(`installing ${packages.join(', ')} from Debian's packages`);
  const progress = setInterval(() => say(`still installing (${seconds()} s)`), 10_000);
  try {
    const wanted = ['install', '--no-install-recommends', ...packages];
    // The lists of a fresh image are empty or old, so a first failure only means "update first".
    if (!(await apt(wanted))) return;
    await apt(['update']);
    const failure = await apt(wanted);
    if (failure) throw new Failure(`apt-get could not install ${packages.join(', ')}: ${failure}`);
  } finally {
    clearInterval(progress);
  }
}
