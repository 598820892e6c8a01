import type { Browser } from 'playwright-core';
import { freePorts } from '../../dev/ports.ts';
import { type Stack, startStack } from '../../dev/stack.ts';
import { type Guard, startGuard } from '../openApi/guard.ts';
import { startBrowser } from './window.ts';

/** A whole product with a browser before it, and a judge of what passes between app and API. */
export interface Guarded {
  readonly stack: Stack;
  readonly guard: Guard;
  readonly browser: Browser;
}

/** Starts a stack whose API is asked through the guard, beside a browser; who started it stops stack and browser. */
export async function startGuarded(wanted: {
  readonly h5: 'built' | 'published';
  readonly demo: 'people' | 'session';
}): Promise<Guarded> {
  let guard: Guard | undefined;
  const [stack, browser] = await Promise.all([
    startStack({
      ...wanted,
      ports: await freePorts(),
      inFront: async (api) => {
        guard = await startGuard(api);
        return guard;
      },
    }),
    startBrowser(),
  ]);
  if (!guard) throw new Error('the stack has nothing in front of it');
  return { stack, guard, browser };
}
