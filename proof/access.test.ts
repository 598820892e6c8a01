import { isDeepStrictEqual } from 'node:util';
import { orgs } from '@niangjia/shared/cast';
import type { Endpoint, Who } from '@niangjia/shared/contract';
import { contracts } from '@niangjia/shared/contracts';
import type { Role } from '@niangjia/shared/roles';
import { MINUTE } from '@niangjia/shared/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, type EndpointName, endpoints, type Reply } from '../dev/api.ts';
import { wechatPhone } from '../dev/wechatPhone.ts';
import { seed } from '../functions/seed.ts';
import { appoint } from '../functions/staff.ts';
import {
  type Caller,
  everyStaff,
  type Level,
  onWeb,
  revocable,
  signedOut,
  workerCaller,
} from './access/people.ts';
import type { Subject } from './access/subject.ts';
import { subjects } from './access/subjects.ts';
import { type Dump, dump, restore } from './dump.ts';
import { actingFor, applied, approval, formOf, openedSession, staffActor, worker } from './world.ts';

let about: Record<EndpointName, readonly Subject[]>;
let staff: Caller[];
let stranger: Caller;
let code: string;
let start: Dump;
let startedAt: number;

beforeAll(async () => {
  await seed();
  const reviewer = await staffActor('limin');
  code = await openedSession(reviewer);
  about = await subjects(reviewer, code);
  staff = await everyStaff();
  stranger = workerCaller('a stranger', (await worker(100)).id);
  start = await dump();
  startedAt = Date.now();
});
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  // The bucket goes by its own clock, so what is put back there is signed by the time that it is.
  vi.useRealTimers();
  await restore(start);
  // What was issued at the start is good for minutes; how long all these questions take must not matter.
  stopTheClock();
});
afterAll(() => {
  vi.useRealTimers();
});

const stopTheClock = () => vi.useFakeTimers({ toFake: ['Date'], now: startedAt });
/** The bucket has a clock of its own, which goes on: what is signed for it at a time long past it refuses. */
const asksTheBucket = (name: EndpointName) => name in contracts.venuePhotos || name in contracts.clubPhotos;

/** The code of a refusal, of one line of many, or `passed`. */
function outcomeOf({ refusal, body }: Reply<unknown>): string {
  const [line] = (body as { results?: { refused?: { code: string } }[] }).results ?? [];
  return refusal?.code ?? line?.refused?.code ?? 'passed';
}

const COVERS: readonly Level[] = ['own', 'above'];

/** Whether a caller holds a role that the contract names, wherever that is. */
const holdsRole = (who: Who, { role }: Caller) =>
  typeof who === 'object' && role !== undefined && (who.staff as readonly Role[]).includes(role);

/** What the contract's `who` says of a caller: `SIGN_IN`, `NOT_YOURS`, or nothing against it. */
function against(who: Who, caller: Caller, covers = COVERS): string | undefined {
  if (who === 'anyone') return undefined;
  if (caller.is === 'nobody') return 'SIGN_IN';
  if (who === 'signedIn') return undefined;
  return holdsRole(who, caller) && caller.level && covers.includes(caller.level) ? undefined : 'NOT_YOURS';
}

const names = Object.keys(endpoints) as EndpointName[];
const whoOf = (name: EndpointName) => (endpoints[name] as Endpoint).who;

it('knows a request for every endpoint, and who may send it', () => {
  expect(Object.keys(about).sort()).toEqual([...names].sort());
  for (const name of names) expect(whoOf(name)).toBeDefined();
});

/** Where the answers to one request are not what the contract says, caller by caller. */
async function holes(name: EndpointName, subject: Subject, callers: readonly Caller[]) {
  const { input, owner, elsewhere, covers } = subject;
  const found: Record<string, unknown> = {};
  for (const caller of callers) {
    const reply = await caller.ask(name, input);
    const outcome = outcomeOf(reply);
    const who = whoOf(name);
    const said = against(who, caller, covers);
    const wanted = (said && holdsRole(who, caller) ? (elsewhere ?? said) : said) ?? owner?.strangers;
    // Whoever may ask may still be refused by the state: a case is decided only once.
    const open = !wanted && !['SIGN_IN', 'NOT_YOURS', 'NOT_FOUND'].includes(outcome);
    const nothing = owner?.nothing ?? { status: 'none' };
    const tellsNothing =
      typeof nothing === 'function'
        ? reply.status === 200 && nothing(reply.body)
        : isDeepStrictEqual(reply.body, nothing);
    const ownOnly = wanted === 'none' && tellsNothing;
    if (reply.status === 500 || !(open || ownOnly || outcome === wanted))
      found[caller.title] = { outcome, wanted };
  }
  return found;
}

/** Somebody joins as a member, whose phone is then lost, and a reviewer hears of it. */
async function frozen(person: string): Promise<void> {
  const reviewer = await staffActor('limin');
  const who = { id: person, call: actingFor(person), form: formOf(60) };
  await reviewer.call('decideApplication', { id: await applied(code, who), ...approval });
  const seen = (await reviewer.call('lookUpMember', { by: 'id', id: person, purpose: 'lostPhone' })).body
    .account.seen;
  const { refusal } = await reviewer.call('freezeAccount', { id: person, seen, evidence: 'none' });
  expect(refusal).toBeUndefined();
}

describe.each(names)('%s', (name) => {
  it('answers whom the contract names, refuses everybody else, and tells nobody of others', async () => {
    if (asksTheBucket(name)) vi.useRealTimers();
    for (const subject of about[name]) {
      const { input, owner } = subject;
      expect(await holes(name, subject, [...signedOut(owner?.id ?? ''), stranger, ...staff])).toEqual({});
      if (owner) expect((await workerCaller('the owner', owner.id).ask(name, input)).status).toBe(200);
    }
  });
});

it.each(['sibling', 'lookalike', 'below'] as const)(
  'negative control: a role that reaches a %s is seen',
  async (level) => {
    const { caller } = await revocable();
    const [subject] = about.listStaff;
    if (!subject) throw new Error('no subject');
    expect(await holes('listStaff', subject, [caller])).toEqual({});
    expect(await holes('listStaff', subject, [{ ...caller, level }])).not.toEqual({});
  },
);

const guarded = names.filter((name) => {
  const who = whoOf(name);
  return typeof who === 'object' && who.staff.includes('reviewer');
});

describe('a lost phone', () => {
  const everything = async (caller: Caller) => {
    const told = new Set<string>();
    for (const name of guarded)
      for (const { input } of about[name]) told.add(outcomeOf(await caller.ask(name, input)));
    return [...told];
  };

  it('stops all that its owner may do for the union at the next request, with the same token', async () => {
    const { person, caller } = await revocable();
    expect(await everything(caller)).not.toContain('ACCOUNT_FROZEN');
    await frozen(person);
    expect(await everything(caller)).toEqual(['ACCOUNT_FROZEN']);
  });

  it('gets no new token, and the one it has ends within fifteen minutes', async () => {
    const { person, caller } = await revocable();
    await frozen(person);
    const reply = await call('signIn', { code: await wechatPhone('access-revocable').loginCode() });
    expect(reply.refusal?.code).toBe('ACCOUNT_FROZEN');
    expect((await caller.ask('getMyApplication', {})).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * MINUTE });
    expect(outcomeOf(await caller.ask('getMyApplication', {}))).toBe('SIGN_IN');
  });
});

describe('a role', () => {
  it.each(guarded)('taken away stops %s at the next request, with the same token', async (name) => {
    for (const { input, covers } of about[name]) {
      const { caller, revoke, restore: giveBack } = await revocable(covers?.[0]);
      await giveBack();
      expect(outcomeOf(await caller.ask(name, input))).toBe('passed');
      await revoke();
      expect(outcomeOf(await caller.ask(name, input))).toBe('NOT_YOURS');
    }
  });

  it('gives nobody a say in their own case', async () => {
    const who = await worker(50);
    const { id } = who;
    await appoint(id, '某某', orgs.xicheng, ['reviewer'], '工发〔2026〕3号');
    const own = await applied(code, who);
    const asks = [
      await who.call('discloseApplication', { id: own, purpose: 'review' }),
      await who.call('decideApplication', { id: own, ...approval }),
      await who.call('decideMany', { decisions: [{ id: own, ...approval }] }),
    ];
    expect(asks.map(outcomeOf)).toEqual(['OWN_CASE', 'OWN_CASE', 'OWN_CASE']);
  });
});

describe('a web sign-in', () => {
  it.each(names.filter((name) => whoOf(name) !== 'anyone'))(
    'ended on the phone stops %s at the next request, with the same token',
    async (name) => {
      if (asksTheBucket(name)) vi.useRealTimers();
      for (const { input, covers } of about[name]) {
        await restore(start);
        const { caller, signOut } = await onWeb(covers?.[0]);
        expect(outcomeOf(await caller.ask(name, input))).not.toMatch(
          /^(SIGN_IN|WEB_SIGN_IN_OVER|NOT_YOURS)$/,
        );
        await signOut();
        expect(outcomeOf(await caller.ask(name, input))).toBe('WEB_SIGN_IN_OVER');
      }
    },
  );
});
