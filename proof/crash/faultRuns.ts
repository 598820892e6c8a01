import { isDeepStrictEqual } from 'node:util';
import type { Reply } from '../../dev/api.ts';
import { type Dump, dump, restore } from '../dump.ts';
import {
  at,
  canStrike,
  type Fault,
  faults,
  from,
  none,
  type Plan,
  type SeenCall,
  underFaults,
} from '../layers/faults.ts';
import { faultsOfState, normalisedAnswer, normalisedDump, valuesOf } from '../normalised.ts';

type Answer = Reply<unknown>;
export type Request = () => Promise<Answer>;

/** One request in one world, and how it ends when nothing goes wrong. */
export interface Case {
  readonly request: Request;
  /** How everybody concerned sees the end through the API. */
  readonly see: () => Promise<unknown>;
  readonly before: Dump;
  readonly accepted: Answer;
  readonly calls: readonly SeenCall[];
  readonly end: { dump: string[]; seen: unknown };
}

/** Makes the request once, without faults, and remembers how that ended. */
export async function undisturbed(request: Request, see: Case['see']): Promise<Case> {
  const before = await dump();
  const { answer: accepted, calls } = await underFaults(none, request);
  const known = valuesOf(before);
  const end = {
    dump: normalisedDump(await dump(), before),
    seen: normalisedAnswer(await see(), known),
  };
  return { request, see, before, accepted, calls, end };
}

/** A fault of one request, by a name for people. */
export interface Disturbance {
  readonly title: string;
  readonly fault: Fault;
  readonly lasting: boolean;
  readonly plan: Plan;
}

const READS = /Get|Query/;

/**
 * Every fault at every call the request makes; what the service answers for the moment also for good. A
 * read's lost reply is a read again, as after a throttle, and death after it is death before the next
 * call, so both strike writes only.
 */
export function disturbances({ calls }: Pick<Case, 'calls'>, of: readonly Fault[] = faults): Disturbance[] {
  return of.flatMap((fault) => {
    const struck = calls.filter(
      ({ command }) =>
        canStrike(fault, command) &&
        !(READS.test(command) && (fault === 'dieAfter' || fault === 'lostReply')),
    );
    return struck.flatMap(({ number, command }, i) => {
      const title = `${fault} at call ${number} (${command.replace('Command', '')})`;
      const once = { title, fault, lasting: false, plan: at(number, fault) };
      const forGood = { title: `${title} and after`, fault, lasting: true, plan: from(number, fault) };
      if (fault === 'dieBefore' || fault === 'dieAfter') return [once];
      return fault === 'throttle' || i === 0 ? [once, forGood] : [once];
    });
  });
}

/** What is wrong with the first answer: a fault that passes must not be seen, one that lasts is `BUSY`, none is a 500. */
function faultsOfFirst(answer: Answer, { fault, lasting }: Disturbance, accepted: Answer): string[] {
  // Whoever died answered nobody.
  if (fault === 'dieBefore' || fault === 'dieAfter') return [];
  if (lasting && answer.status === 503 && answer.refusal?.code === 'BUSY') return [];
  // Each line of many is decided on its own, and refused on its own.
  const lines = (answer.body as { results?: { refused?: { code: string } }[] }).results;
  if (lasting && lines?.every(({ refused }) => !refused || refused.code === 'BUSY')) return [];
  return faultsOfAnswer('first', answer, accepted);
}

function faultsOfAnswer(which: string, answer: Answer, accepted: Answer): string[] {
  const told = normalisedAnswer(answer.body);
  if (answer.status === accepted.status && isDeepStrictEqual(told, normalisedAnswer(accepted.body)))
    return [];
  return [`the ${which} answer is ${answer.status} ${JSON.stringify(told)}`];
}

function faultsOfEnd(end: Case['end'], wanted: Case['end']): string[] {
  const extra = end.dump.filter((line) => !wanted.dump.includes(line));
  const missing = wanted.dump.filter((line) => !end.dump.includes(line));
  return [
    ...extra.map((line) => `stored, and should not be: ${line}`),
    ...missing.map((line) => `not stored, and should be: ${line}`),
    ...(end.dump.length === wanted.dump.length ? [] : ['another number of items']),
    ...(isDeepStrictEqual(end.seen, wanted.seen) ? [] : [`seen as ${JSON.stringify(end.seen)}`]),
  ];
}

/** The answer with what is fresh in every answer to a request without a key: tokens, sealed texts and their ends. */
const lasting = ({ body }: Answer) => {
  const { token: _t, expiresAt: _e, visit: _v, scan: _s, ...rest } = body as Record<string, unknown>;
  return rest;
};

/**
 * The request once with a fault, then again from the phone that got no answer, and once more: what is
 * wrong with the answers or the end state, nothing when the request took effect exactly once. Begins
 * with the world as it was before the request, and leaves it so.
 */
export async function faultsUnder(one: Case, disturbance: Disturbance): Promise<string[]> {
  const { answer: first } = await underFaults(disturbance.plan, one.request);
  const second = await one.request();
  const third = disturbance.lasting ? second : await one.request();
  const after = await dump();
  const known = valuesOf(one.before);
  // The end of a lasting fault is compared in the tables only: what is seen of it is what is stored.
  const seen = disturbance.lasting ? one.end.seen : normalisedAnswer(await one.see(), known);
  const end = { dump: normalisedDump(after, one.before), seen };
  await restore(one.before, after);
  const said = first.status === 200 && !disturbance.lasting ? [first, second] : [second];
  return [
    ...faultsOfFirst(first, disturbance, one.accepted),
    ...faultsOfAnswer('second', second, one.accepted),
    ...said.flatMap((answer) =>
      isDeepStrictEqual(lasting(answer), lasting(third)) ? [] : ['the same request was answered otherwise'],
    ),
    ...faultsOfEnd(end, one.end),
    ...faultsOfState(after),
  ];
}

/** The same request again, whatever has ended since: what is wrong with its answer or the state after it. */
export async function faultsOfRepeat(one: Case): Promise<string[]> {
  const again = await one.request();
  const end = { dump: normalisedDump(await dump(), one.before), seen: one.end.seen };
  return [
    ...faultsOfAnswer('later', again, one.accepted),
    ...(isDeepStrictEqual(lasting(again), lasting(one.accepted)) ? [] : ['answered otherwise']),
    ...faultsOfEnd(end, one.end),
  ];
}

/** The request ten times at once: what is wrong with the answers or the end state. `BUSY` may be sent again. */
export async function tenAtOnce(request: Request): Promise<string[]> {
  const one = await undisturbed(request, async () => []);
  await restore(one.before);
  const first = await Promise.all(Array.from({ length: 10 }, request));
  const answers = await Promise.all(
    first.map((answer) => (answer.refusal?.code === 'BUSY' ? request() : answer)),
  );
  const after = await dump();
  const end = { dump: normalisedDump(after, one.before), seen: one.end.seen };
  const told = new Set(answers.map((answer) => JSON.stringify(lasting(answer))));
  return [
    ...answers.flatMap((answer) => faultsOfAnswer('same', answer, one.accepted)),
    ...(told.size === 1 ? [] : [`${told.size} different answers`]),
    ...faultsOfEnd(end, one.end),
    ...faultsOfState(after),
  ];
}
