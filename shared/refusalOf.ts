import { Refusal, type RefusalCode } from './refusal.ts';

/** The code with which something is refused, undefined when it is not: for the tests of rules. */
export function refusalOf(run: () => unknown): RefusalCode | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
