import { MINUTE } from '@niangjia/shared/time';
import { nextPoll } from '../../miniapp/src/joining/member/pollRhythm.ts';
import type { Figure } from './figure.ts';

const table = 'Requests of joining';

/** How often a worker who waits three minutes asks. */
export function polls(): Figure {
  let count = 0;
  let now = 0;
  for (;;) {
    const wait = nextPoll({ since: 0, now, visible: true, decided: false });
    if (wait === undefined || now + wait > 3 * MINUTE) break;
    now += wait;
    count += 1;
  }
  return {
    table,
    name: 'polls of a worker who waits 3 minutes',
    measured: { polls: count },
    budget: { polls: 95 },
  };
}

/** What a phone asks from the scan to "submitted". */
const joinCalls = ['signIn', 'getSession', 'openForm', 'submitApplication'] as const;

/** How many calls that is, sign-in included. */
export const callsOfJoining = (): Figure => ({
  table,
  name: 'HTTP calls from scan to submitted',
  measured: { calls: joinCalls.length },
  budget: { calls: 4 },
});
