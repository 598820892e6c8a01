/** Something a developer can mend; its message is one clear sentence, shown without a stack. */
export class Failure extends Error {}

/** Runs a command's main part: a Failure ends it with its sentence and exit code 1, a bug with its stack. */
export async function runCommand(main: () => Promise<number | undefined>): Promise<never> {
  try {
    process.exit((await main()) ?? 0);
  } catch (error) {
    console.error(error instanceof Failure ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}
