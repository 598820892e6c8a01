import type { Reply } from '../../dev/api.ts';
import { Died, type Fault, type Plan, underFaults } from '../layers/faults.ts';

/** A phone in a bad place: replies get lost, and it asks again with the same key until it has an answer. */

const ODDS: readonly [Fault, number][] = [
  ['dieBefore', 0.02],
  ['dieAfter', 0.02],
  ['lostReply', 0.03],
  ['throttle', 0.03],
  ['conflict', 0.03],
];
const LOST_ON_THE_WAY_BACK = 0.1;
const TRIES = 20;

/** What went wrong is drawn for each call on its own. */
const atRandom =
  (random: () => number): Plan =>
  () => {
    let drawn = random();
    for (const [fault, odds] of ODDS) {
      drawn -= odds;
      if (drawn < 0) return fault;
    }
    return undefined;
  };

/** Sends until an answer arrives that is not `BUSY`. Every status that arrived is told to `heard`. */
export async function insisting<T>(
  request: () => Promise<Reply<T>>,
  random: () => number,
  heard: (reply: Reply<T>) => void = () => {},
): Promise<Reply<T>> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    let died = false;
    const plan: Plan = async (call) => {
      const fault = await atRandom(random)(call);
      died ||= fault === 'dieBefore' || fault === 'dieAfter';
      return fault;
    };
    const { answer } = await underFaults(plan, request);
    if (died || random() < LOST_ON_THE_WAY_BACK) continue;
    heard(answer);
    if (answer.refusal?.code !== 'BUSY') return answer;
  }
  throw new Died(`no answer after ${TRIES} tries`);
}
