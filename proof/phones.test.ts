import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, newKey } from '../dev/api.ts';
import { openidOf } from '../dev/wechatCodes.ts';
import { personOf } from '../functions/accounts.ts';
import { seed } from '../functions/seed.ts';
import { type Dump, dump, restore } from './dump.ts';
import { sabotaged } from './layers/sabotage.ts';
import { faultsOfState } from './normalised.ts';
import { type Act, faultsOfInterleaving } from './races/serial.ts';
import {
  type Actor,
  actingFor,
  applied,
  approval,
  formOf,
  openedSession,
  staffActor,
  visitAt,
  type Worker,
  worker,
} from './world.ts';

/** Phones that are bound, lost and found, by several people at once: it comes out as if one had been after the other. */

let desks: [Actor, Actor];
let member: Worker;
let code: string;
/** The member's own phone, in words of WeChat's stand-in, and two that are not theirs yet. */
const [OWN, NEW, OTHER] = ['zhangwei', 'heping', 'chenjing'] as const;
type Phone = typeof OWN | typeof NEW | typeof OTHER;
let start: Dump;

beforeAll(async () => {
  await seed();
  desks = [await staffActor('limin'), await staffActor('zhaoqiang')];
  code = await openedSession(desks[0]);
  const id = await personOf(openidOf(OWN));
  member = { id, call: actingFor(id), form: formOf(1) };
  const application = await applied(code, member);
  await desks[0].call('decideApplication', { id: application, ...approval });
  start = await dump();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  return restore(start);
});

const seenBy = async (desk: Actor) => {
  const { body } = await desk.call('lookUpMember', { by: 'id', id: member.id, purpose: 'bindPhone' });
  return body.account.seen;
};
const signsIn = (phone: Phone) => call('signIn', { code: `demo-${phone}` });

/** One desk binds a phone, having looked the member up before anything else happens. */
async function binds(desk: Actor, phone: Phone): Promise<Act> {
  const seen = await seenBy(desk);
  const { scan } = (await call('issueBindingCode', { code: `demo-${phone}` })).body;
  const key = newKey();
  const input = { id: member.id, code: scan, seen, evidence: 'seenAtDesk' } as const;
  return () => desk.call('bindAccount', input, { key });
}
/** One desk freezes the account, having looked the member up before. */
async function freezes(desk: Actor): Promise<Act> {
  const seen = await seenBy(desk);
  const key = newKey();
  return () => desk.call('freezeAccount', { id: member.id, seen, evidence: 'none' }, { key });
}
async function submits(who: Actor, number: number): Promise<Act> {
  const visit = await visitAt(code, who);
  const key = newKey();
  return () => who.call('submitApplication', { visit, ...formOf(number) }, { key });
}
/** Both ways round. */
const faults = async (one: Act, other: Act) => [
  ...(await faultsOfInterleaving(one, other)),
  ...(await faultsOfInterleaving(other, one)),
];

describe('at once', () => {
  it('two desks bind two phones', async () => {
    expect(await faults(await binds(desks[0], NEW), await binds(desks[1], OTHER))).toEqual([]);
  });

  it('two desks bind the same phone to two members', async () => {
    const second = await worker(7);
    const id = await applied(code, second);
    await desks[0].call('decideApplication', { id, ...approval });
    const one = await binds(desks[0], NEW);
    const { scan } = (await call('issueBindingCode', { code: `demo-${NEW}` })).body;
    const looked = await desks[1].call('lookUpMember', { by: 'id', id: second.id, purpose: 'bindPhone' });
    const { seen } = looked.body.account;
    const key = newKey();
    const input = { id: second.id, code: scan, seen, evidence: 'seenAtDesk' } as const;
    const other = () => desks[1].call('bindAccount', input, { key });
    expect(await faults(one, other)).toEqual([]);
  });

  it('a phone is bound, while who was nobody on it submits an application', async () => {
    const id = await personOf(openidOf(NEW));
    const nobody = { id, call: actingFor(id) };
    expect(await faults(await binds(desks[0], NEW), await submits(nobody, 3))).toEqual([]);
  });

  it('a phone is bound, while it signs in for the first time, or again', async () => {
    const bind = await binds(desks[0], NEW);
    const signIn = () => signsIn(NEW);
    expect(await faultsOfInterleaving(signIn, bind)).toEqual([]);
    await personOf(openidOf(NEW));
    expect(await faults(bind, signIn)).toEqual([]);
  });

  it('a phone is bound, while the old one signs in', async () => {
    expect(await faults(await binds(desks[0], NEW), () => signsIn(OWN))).toEqual([]);
  });

  it('an account is frozen, while its phone signs in', async () => {
    expect(await faults(await freezes(desks[0]), () => signsIn(OWN))).toEqual([]);
  });

  it('an account is frozen at one desk, and bound or frozen at another', async () => {
    const freeze = await freezes(desks[0]);
    expect(await faults(freeze, await binds(desks[1], NEW))).toEqual([]);
    expect(await faults(freeze, await freezes(desks[1]))).toEqual([]);
  });

  it('an account is frozen, while its member asks for the bank card', async () => {
    const asks = () => member.call('requestBankCard', { consent: '2026-11' });
    expect(await faults(await freezes(desks[0]), asks)).toEqual([]);
  });
});

describe('negative control: without conditions', () => {
  it('two desks bind both', async () => {
    const [one, other] = [await binds(desks[0], NEW), await binds(desks[1], OTHER)];
    expect(await sabotaged('conditions', () => faultsOfInterleaving(one, other))).not.toEqual([]);
  });

  it('what is left does not agree, and is seen', async () => {
    const [one, other] = [await binds(desks[0], NEW), await binds(desks[1], OTHER)];
    await sabotaged('conditions', async () => {
      await Promise.all([one(), other()]);
    });
    expect(faultsOfState(await dump())).not.toEqual([]);
  });
});
