import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

/** The scripts of a built mini-program that an old phone's engine cannot read, each with why. */
export function beyondEs2015(directory: string): string[] {
  return globSync('**/*.js', { cwd: directory }).flatMap((file) => {
    try {
      parse(readFileSync(join(directory, file), 'utf8'), { ecmaVersion: 2015 });
      return [];
    } catch (error) {
      return [`${file}: ${(error as Error).message}`];
    }
  });
}
