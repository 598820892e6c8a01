import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { documents } from '../../functions/table.ts';

/**
 * What can go wrong with one call to the table or the bucket: the process dies before or after it, its reply is
 * lost, or the service turns it down for the moment.
 */
export const faults = ['dieBefore', 'dieAfter', 'lostReply', 'throttle', 'conflict', 'inProgress'] as const;
export type Fault = (typeof faults)[number];

/** One call of a request: its number from 1, its command, and what it was given. */
export interface SeenCall {
  readonly number: number;
  readonly command: string;
  readonly input: Record<string, unknown>;
}
/** Which fault strikes a call, if any; the call waits for the answer. */
export type Plan = (call: SeenCall) => Fault | undefined | Promise<Fault | undefined>;

/** The fault strikes call number `k` and no other. */
export const at =
  (k: number, fault: Fault): Plan =>
  ({ number }) =>
    number === k ? fault : undefined;

/** The fault strikes call number `k` and every later one that it can strike. */
export const from =
  (k: number, fault: Fault): Plan =>
  ({ number, command }) =>
    number >= k && canStrike(fault, command) ? fault : undefined;

const TRANSACTION = 'TransactWriteItemsCommand';
const WRITES = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', TRANSACTION];

/** Whether the real service ever answers such a call so. */
export function canStrike(fault: Fault, command: string): boolean {
  if (fault === 'inProgress') return command === TRANSACTION;
  if (fault === 'conflict') return WRITES.includes(command);
  return true;
}

/** The process is gone; nothing that it would have done later happens. */
export class Died extends Error {}

const said = { message: 'injected', $metadata: {} };

function turnedDown(fault: Fault, { command, input }: SeenCall): Error {
  if (fault === 'throttle') return new ProvisionedThroughputExceededException(said);
  if (fault === 'inProgress') return new TransactionInProgressException(said);
  if (command !== TRANSACTION) return new TransactionConflictException(said);
  const count = (input.TransactItems as unknown[]).length;
  const CancellationReasons = Array.from({ length: count }, (_, i) => ({
    Code: i === count - 1 ? 'TransactionConflict' : 'None',
  }));
  return new TransactionCanceledException({ ...said, CancellationReasons });
}

const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

interface Scope {
  readonly plan: Plan;
  readonly calls: SeenCall[];
  readonly inFlight: Set<Promise<unknown>>;
  dead: boolean;
}
const scopes = new AsyncLocalStorage<Scope>();

/** How a service turns a call down for the moment, and what a lost reply looks like. */
interface Service<T> {
  readonly turnDown: (fault: Fault, call: SeenCall) => T;
  readonly lost: () => Error;
}

async function strike<T>(
  scope: Scope,
  call: SeenCall,
  send: () => Promise<T>,
  service: Service<T>,
): Promise<T> {
  if (scope.dead) throw new Died();
  const fault = await scope.plan(call);
  if (!fault || !canStrike(fault, call.command)) return send();
  if (fault === 'dieBefore' || fault === 'dieAfter') {
    if (fault === 'dieAfter') await send().catch(() => undefined);
    scope.dead = true;
    throw new Died();
  }
  if (fault !== 'lostReply') return service.turnDown(fault, call);
  await send().catch(() => undefined);
  throw service.lost();
}

/** Sends a call with the fault that strikes it, if any. */
function struck<T>(
  scope: Scope,
  command: string,
  input: SeenCall['input'],
  send: () => Promise<T>,
  service: Service<T>,
): Promise<T> {
  const call = { number: scope.calls.length + 1, command, input };
  scope.calls.push(call);
  const answer = strike(scope, call, send, service);
  const settled: Promise<unknown> = answer.then(
    () => scope.inFlight.delete(settled),
    () => scope.inFlight.delete(settled),
  );
  scope.inFlight.add(settled);
  return answer;
}

const refusing: Service<never> = {
  turnDown: (fault, call) => {
    throw turnedDown(fault, call);
  },
  lost,
};

documents.middlewareStack.add(
  (next, context) => (args) => {
    const scope = scopes.getStore();
    if (!scope) return next(args);
    const command = String(context.commandName);
    return struck(scope, command, args.input as SeenCall['input'], () => next(args), refusing);
  },
  { step: 'initialize', name: 'faults', priority: 'low' },
);

const objects: Service<Response> = {
  turnDown: () => new Response('<Code>SlowDown</Code>', { status: 503 }),
  lost: () => new TypeError('fetch failed'),
};
const COMMANDS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
};

const onward = globalThis.fetch;
globalThis.fetch = (address, options) => {
  const scope = scopes.getStore();
  if (!scope || !String(address).startsWith(String(process.env.PHOTO_BUCKET_URL)))
    return onward(address, options);
  return struck(scope, COMMANDS[options?.method ?? 'GET'] ?? '', {}, () => onward(address, options), objects);
};

/**
 * Runs one request with faults at its own calls to table and bucket; requests beside it are untouched.
 * Resolves with its answer and the calls it made, once none of them is under way any more.
 */
export async function underFaults<T>(
  plan: Plan,
  request: () => Promise<T>,
): Promise<{ answer: T; calls: SeenCall[] }> {
  const scope: Scope = { plan, calls: [], inFlight: new Set(), dead: false };
  return scopes.run(scope, async () => {
    const answer = await request();
    while (scope.inFlight.size > 0) await Promise.all(scope.inFlight);
    return { answer, calls: scope.calls };
  });
}

/** No fault at all: to see which calls a request makes. */
export const none: Plan = () => undefined;

/** Before call number `k` something else happens from beginning to end; else it is as planned. */
export const pausedAt =
  (k: number, meanwhile: () => Promise<unknown>, plan: Plan = none): Plan =>
  async (call) => {
    if (call.number === k) await scopes.exit(meanwhile);
    return plan(call);
  };
