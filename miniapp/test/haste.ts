const TIMES = 10;

const later = globalThis.setTimeout;
const hastened = new Set<number>();
const sooner = (act: () => void, span = 0, ...given: never[]) =>
  later(act, hastened.has(span) ? span / TIMES : span, ...given);

/**
 * From here on, whoever pauses for exactly one of these spans (milliseconds) pauses ten times as short: what a page
 * asks again after such a span, a test need not wait for. All other timers stay as they are. Returns its end.
 */
export function hasten(...spans: readonly number[]): () => void {
  globalThis.setTimeout = Object.assign(sooner, later);
  for (const span of spans) hastened.add(span);
  return () => {
    for (const span of spans) hastened.delete(span);
  };
}

/** Resolves when a page has had the time for what it does in so many milliseconds of its hastened pauses. */
export const hastenedTime = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    later(resolve, milliseconds / TIMES);
  });
