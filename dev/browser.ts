import { spawnSync } from 'node:child_process';
import { installPackages, mayInstall } from './debian.ts';
import { Failure } from './failure.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const prints = (command: string, args: string[]) =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim();

function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return given || NAMES.map((name) => prints('which', [name])).find(Boolean);
}

const hasChineseFont = () => Boolean(prints('fc-list', [':lang=zh-cn', 'family']));

/** The path of a Chromium, on a machine that can also show Chinese; installs both where that is allowed. */
export async function requireChromium(say: (line: string) => void): Promise<string> {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ];
  if (missing.length > 0 && mayInstall()) await installPackages(missing, say);
  const chromium = findChromium();
  if (!chromium)
    throw new Failure(
      'Chromium is needed for the tests in a browser: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    );
  if (!hasChineseFont())
    throw new Failure(
      'A Chinese font is needed for the tests in a browser: install one (on Debian: apt-get install fontconfig fonts-noto-cjk).',
    );
  return chromium;
}
