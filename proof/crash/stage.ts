import type { Reply } from '../../dev/api.ts';
import { seed } from '../../functions/seed.ts';
import { type Actor, openedSession, staffActor, type Worker, worker } from '../world.ts';

/** Who and what a scenario may use: all of it is there before the scenario begins. */
export interface Stage {
  readonly reviewer: Actor;
  readonly workers: readonly [Worker, Worker];
  /** A session that is on. */
  readonly code: string;
}

/** A small world with all of it. */
export async function setStage(): Promise<Stage> {
  await seed();
  const reviewer = await staffActor('limin');
  return { reviewer, workers: [await worker(1), await worker(2)], code: await openedSession(reviewer) };
}

/** A world in which a request is accepted; `prepare` makes the world and returns the request, with its key. */
export interface Scenario {
  readonly title: string;
  readonly prepare: (stage: Stage) => Promise<() => Promise<Reply<unknown>>>;
  /** How long the same request is answered the same, where what it is about ends before a day is over. */
  readonly good?: number;
}
