import { Refusal } from '../refusal.ts';
import { HOUR, type Instant, instantOf } from '../time.ts';
import type { KeepersWord } from './keepersWord.ts';
import { wait } from './line.ts';
import { firstVenuesPolicy as policy } from './policy.ts';
import { type Place, type Slot, take, untouched } from './slot.ts';

/** A slot on a Saturday evening, and the people around it, for the tables of tests. */

export const start = instantOf('2026-11-28', '19:00');
export const slot = (capacity = 1): Slot => untouched({ room: 'court', start, end: start + HOUR, capacity });
export const at = (clock: string, day = '2026-11-28') => instantOf(day, clock);
export const place = (person: string, changed: Partial<Place> = {}): Place => ({
  id: `b-${person}`,
  person,
  at: at('10:00'),
  state: 'confirmed',
  policy: 1,
  ...changed,
});
export const taken = (people: string[], capacity = people.length) =>
  people.reduce((so, person) => take(so, place(person)), slot(capacity));
export const inLine = (so: Slot, people: string[], now: Instant = at('10:00')) =>
  people.reduce((line, person) => wait(line, { id: `w-${person}`, person, since: now }, policy, now), so);
export const word = (now: Instant): KeepersWord => ({ by: 'keeper', at: now, venue: 'v1', authority: '1号' });
export const code = (run: () => unknown) => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
