import { PASSING_LASTS } from '@niangjia/shared/joining/forgetting';
import type { Instant } from '@niangjia/shared/time';
import { dropPassedKeys } from '../passingKeys.ts';
import { joiningPolicy } from '../policies.ts';
import type { Item } from '../table.ts';
import { endedBefore } from './applications.ts';
import { forgetPerson } from './forgetPerson.ts';

/** How a run went; who could not be forgotten now is found again by the next one. */
export interface Forgotten {
  readonly forgotten: number;
  readonly failed: number;
}

/**
 * Forgets everybody whose keeping period is over, as long as there is time. The index only says whom to
 * look at; each is judged by what is there.
 */
export async function forgetDue(now: Instant, hasTime: () => boolean = () => true): Promise<Forgotten> {
  await dropPassedKeys(now);
  const { keepRefused, keepMembership } = await joiningPolicy(now);
  const keeps = [
    ['application', keepRefused],
    ['membership', keepMembership],
    ['trace', PASSING_LASTS],
  ] as const;
  const count = { forgotten: 0, failed: 0 };
  for (const [as, keep] of keeps) {
    let start: Item | undefined;
    do {
      const { people, last } = await endedBefore(as, now - keep, start);
      for (const person of people) {
        if (!hasTime()) return count;
        const [outcome] = await Promise.allSettled([forgetPerson(person, now)]);
        if (outcome?.status === 'rejected') count.failed += 1;
        else if (outcome?.value) count.forgotten += 1;
      }
      start = last;
    } while (start);
  }
  return count;
}
