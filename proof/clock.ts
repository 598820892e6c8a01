import type { Instant } from '@niangjia/shared/time';

// In a test it is vitest's own, which the test resets; the bench runs without vitest.
const vi = process.env.VITEST ? (await import('vitest')).vi : undefined;
const Actual = Date;

/** Stops the clock at a moment, for everybody in this process. */
export function setClock(now: Instant): void {
  if (vi) {
    vi.setSystemTime(now);
    return;
  }
  globalThis.Date = new Proxy(Actual, {
    construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now]),
    get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
  });
}

/** Lets it go on, as it is. */
export function letClockGo(): void {
  if (vi) vi.useRealTimers();
  else globalThis.Date = Actual;
}
