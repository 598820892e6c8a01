import { MINUTE, SECOND } from '@niangjia/shared/time';
import { sizeOfItem, writeUnits } from '../../functions/units.ts';
import type { SeenCall } from '../layers/faults.ts';
import { seeded } from '../seeded.ts';
import type { Figure } from './figure.ts';

type Item = Record<string, unknown>;

/** Write units by the key they fall on: the table's partition key, and the index's. */
export function unitsByKey({ command, input }: SeenCall): [string, number][] {
  if (!/Put|Update|Delete|Transact/.test(command)) return [];
  const transaction = input.TransactItems as Record<string, Item>[] | undefined;
  const factor = transaction ? 2 : 1;
  return (transaction ?? [{ Write: input }]).flatMap((operation) =>
    Object.values(operation).flatMap((body): [string, number][] => {
      const item = body.Item as (Item & { org?: { id: string } }) | undefined;
      const units = item ? writeUnits(sizeOfItem(item)) : 1;
      const own: [string, number] = [String((item ?? (body.Key as Item)).pk), factor * units];
      if (item?.gsi1pk) return [own, [String(item.gsi1pk), units]];
      // A decided application leaves the queue's index.
      return item?.sk === 'APPLICATION' ? [own, [`QUEUE#${item.org?.id}`, 1]] : [own];
    }),
  );
}

/** The writes of one worker's way, step by step, as recorded. */
export interface Way {
  readonly person: string;
  readonly open: readonly SeenCall[];
  readonly submit: readonly SeenCall[];
  readonly decide: readonly SeenCall[];
  readonly show: readonly SeenCall[];
  /** What the stream's consumer writes of all that. */
  readonly stream: readonly SeenCall[];
}

const WORKERS = 500;
const STAFF = 5;

/**
 * 500 workers join at one session within 30 minutes, a third of them in its first two minutes, with five
 * staff who take 15 seconds for each: units a second on every key, in virtual time.
 */
export function hotKeys({ person, open, submit, decide, show, stream }: Way): Figure[] {
  const random = seeded(8);
  const seconds = new Map<string, number>();
  const spend = (calls: readonly SeenCall[], at: number, worker: number) => {
    for (const [key, units] of calls.flatMap(unitsByKey)) {
      const whose = /^(PERSON|CLAIMS)#/.test(key)
        ? `${key.split('#')[0]}#${worker}`
        : key.replaceAll(person, String(worker));
      const slot = `${whose} ${Math.floor(at / SECOND)}`;
      seconds.set(slot, (seconds.get(slot) ?? 0) + units);
    }
  };
  const arrivals = Array.from({ length: WORKERS }, (_, i) => random() * (i % 3 === 0 ? 2 : 30) * MINUTE);
  const free = Array.from({ length: STAFF }, () => 0);
  for (const [worker, at] of arrivals.sort((a, b) => a - b).entries()) {
    const submitted = at + MINUTE + random() * 2 * MINUTE;
    const desk = free.indexOf(Math.min(...free));
    const decided = Math.max(submitted, free[desk] ?? 0) + 15 * SECOND;
    free[desk] = decided;
    spend(open, at, worker);
    spend(submit, submitted, worker);
    spend(decide, decided, worker);
    spend(show, decided + 2 * SECOND, worker);
    // The consumer writes after each change; all at the last moment is the worst case.
    spend(stream, decided + 3 * SECOND, worker);
  }
  const highest = new Map<string, number>();
  for (const [slot, units] of seconds) {
    const key = slot.slice(0, slot.lastIndexOf(' ')).replace(/#.*/, '');
    highest.set(key, Math.max(highest.get(key) ?? 0, units));
  }
  return [...highest]
    .sort(([, a], [, b]) => b - a)
    .map(([name, units]) => ({
      table: 'Hot keys: 500 workers in 30 minutes, write units in the worst second',
      name,
      measured: { units },
      budget: { units: 500 },
    }));
}
