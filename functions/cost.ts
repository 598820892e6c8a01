import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request cost at the table: capacity units, calls, and round trips that followed one another. */
export interface Cost {
  writes: number;
  reads: number;
  calls: number;
  trips: number;
}

interface Meter {
  cost: Cost;
  /** The longest chain of calls that has come back so far. */
  answered: number;
}

const meters = new AsyncLocalStorage<Meter>();

/** Runs something with its own meter and returns what it cost beside its result. */
export async function metered<T>(run: (cost: Readonly<Cost>) => Promise<T>): Promise<T> {
  const meter: Meter = { cost: { writes: 0, reads: 0, calls: 0, trips: 0 }, answered: 0 };
  return meters.run(meter, () => run(meter.cost));
}

/**
 * Counts one call to the table. A call's place in the chain is one more than the longest chain that
 * had come back when it started, so calls made side by side are one round trip.
 */
export async function countCall<T>(
  call: () => Promise<T>,
  unitsOf: (result: T | undefined, error: unknown) => { writes: number; reads: number },
): Promise<T> {
  const meter = meters.getStore();
  if (!meter) return call();
  const place = meter.answered + 1;
  const settle = (result: T | undefined, error: unknown) => {
    const units = unitsOf(result, error);
    meter.cost.writes += units.writes;
    meter.cost.reads += units.reads;
    meter.cost.calls += 1;
    meter.answered = Math.max(meter.answered, place);
    meter.cost.trips = Math.max(meter.cost.trips, place);
  };
  try {
    const result = await call();
    settle(result, undefined);
    return result;
  } catch (error) {
    settle(undefined, error);
    throw error;
  }
}
