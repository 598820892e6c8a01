import { setTimeout as pause } from 'node:timers/promises';
import { newKey, type Reply } from '../../dev/api.ts';
import { shuffled } from '../seeded.ts';
import { type Actor, approval, type Worker } from '../world.ts';
import { insisting } from './phone.ts';

/** What people were told, where it was not what they may be told, and the card numbers told of each. */
export interface Told {
  readonly unexpected: string[];
  readonly cards: Map<string, Set<string>>;
}

interface Wanted {
  readonly workers: readonly Worker[];
  readonly reviewers: readonly Actor[];
  readonly code: string;
  readonly random: () => number;
}

/** How many phones are in the middle of something at one moment. */
const AT_ONCE = 20;

/** All workers scan, fill in and submit, and all reviewers take from one queue until everybody is decided. */
export async function joinTogether({ workers, reviewers, code, random }: Wanted): Promise<Told> {
  const told: Told = { unexpected: [], cards: new Map() };
  const hear = (allowed: readonly string[]) => (reply: Reply<unknown>) => {
    const answer = reply.refusal?.code ?? String(reply.status);
    if (!['200', 'BUSY', ...allowed].includes(answer)) told.unexpected.push(answer);
  };
  const ask = <T>(request: () => Promise<Reply<T>>, ...allowed: string[]) =>
    insisting(request, random, hear(allowed));

  async function join(who: Worker): Promise<void> {
    const session = await ask(() => who.call('getSession', { code }));
    const { scan } = session.body;
    const { body } = await ask(() => who.call('openForm', { from: 'poster', scan }));
    const key = newKey();
    await ask(() => who.call('submitApplication', { visit: body.visit, ...who.form }, { key }));
  }

  const waiting = [...workers];
  const phone = async () => {
    for (let who = waiting.shift(); who; who = waiting.shift()) await join(who);
  };

  const decided = new Set<string>();
  async function decide(reviewer: Actor, id: string): Promise<void> {
    const key = newKey();
    const request = () => reviewer.call('decideApplication', { id, ...approval }, { key });
    const { status, body } = await ask(request, 'ALREADY_DECIDED');
    decided.add(id);
    if (status !== 200) return;
    const person = id.slice(0, 22);
    told.cards.set(person, (told.cards.get(person) ?? new Set()).add(body.cardNumber ?? 'none'));
  }
  const desk = async (reviewer: Actor) => {
    while (decided.size < workers.length && told.unexpected.length === 0) {
      const { body } = await ask(() => reviewer.call('listApplications', { session: code }));
      const fresh = body.applications.filter(({ id }) => !decided.has(id));
      // Nobody new: what was submitted last may not be in the index yet.
      if (fresh.length === 0) await pause(20);
      for (const { id } of shuffled(fresh, random).slice(0, 5)) await decide(reviewer, id);
    }
  };
  await Promise.all([...Array.from({ length: AT_ONCE }, phone), ...reviewers.map(desk)]);
  return told;
}
