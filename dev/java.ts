import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages, mayInstall } from './debian.ts';
import { Failure } from './failure.ts';

const NEEDED = 17;

/** The major version in what `java -version` prints, undefined when it prints none. */
export function javaMajor(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (!first) return undefined;
  // Java 8 and older call themselves 1.8.
  return Number(first === '1' ? second : first);
}

/** The path of a java that is new enough for DynamoDB Local, if there is one. */
function findJava(): string | undefined {
  const home = process.env.JAVA_HOME;
  const candidates = [...(home && existsSync(`${home}/bin/java`) ? [`${home}/bin/java`] : []), 'java'];
  return candidates.find((java) => {
    const { stderr, stdout } = spawnSync(java, ['-version'], { encoding: 'utf8' });
    return (javaMajor(`${stderr}${stdout}`) ?? 0) >= NEEDED;
  });
}

/** A java that is new enough; installs one where that is allowed, else refuses with one sentence. */
export async function requireJava(say: (line: string) => void): Promise<string> {
  const found = findJava();
  if (found) return found;
  if (mayInstall()) {
    await installPackages(['openjdk-17-jre-headless'], say);
    const installed = findJava();
    if (installed) return installed;
  }
  throw new Failure(
    `Java ${NEEDED} or newer is needed to run DynamoDB Local: install it (on Debian: apt-get install openjdk-17-jre-headless) ` +
      'or set DYNAMODB_ENDPOINT in .env to a DynamoDB that runs already.',
  );
}
