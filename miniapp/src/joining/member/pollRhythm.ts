import { type Instant, MINUTE, SECOND } from '@niangjia/shared/time';

const QUICK = 2 * SECOND;
const QUICK_FOR = 5 * MINUTE;
const SLOW = 15 * SECOND;
const GIVES_UP_AFTER = 30 * MINUTE;

/**
 * How long until a waiting screen asks again; undefined when it no longer does.
 * Every 2 s for 5 minutes, then every 15 s; not when decided or hidden, nor after 30 minutes.
 * `since` is when the screen was opened or returned to. Source: joining rules.
 */
export function nextPoll(waiting: {
  readonly since: Instant;
  readonly now: Instant;
  readonly visible: boolean;
  readonly decided: boolean;
}): number | undefined {
  const waited = waiting.now - waiting.since;
  if (waiting.decided || !waiting.visible || waited >= GIVES_UP_AFTER) return undefined;
  return waited < QUICK_FOR ? QUICK : SLOW;
}
