import type { Reply } from '../../dev/api.ts';
import type { Actor, Worker } from '../world.ts';

/** Who and what a scenario may use: all of it is there before the scenario begins. */
export interface Stage {
  readonly reviewer: Actor;
  readonly workers: readonly [Worker, Worker];
  /** A session that is on. */
  readonly code: string;
}

/** A world in which a request is accepted; `prepare` makes the world and returns the request, with its key. */
export interface Scenario {
  readonly title: string;
  readonly prepare: (stage: Stage) => Promise<() => Promise<Reply<unknown>>>;
  /** How long the same request is answered the same, where what it is about ends before a day is over. */
  readonly good?: number;
}
