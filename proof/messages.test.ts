import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Arrived, standInTemplates } from '../dev/wechatMessages.ts';
import { main as deliver } from '../functions/delivery.ts';
import { tell } from '../functions/inbox.ts';
import { seed } from '../functions/seed.ts';
import { main as project } from '../functions/stream.ts';
import { allow } from '../functions/subscriptions.ts';
import { changes } from './changes.ts';
import { type Dump, dump, restore } from './dump.ts';
import { at, type Fault, none, underFaults } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { seeded, seeds, shuffled } from './seeded.ts';
import {
  type Actor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  type Worker,
  worker,
} from './world.ts';

/** From a decision to WeChat: one message for one consent, whatever is delivered twice, late or half. */

let reviewer: Actor;
let code: string;
let start: Dump;
let number = 500;

beforeAll(async () => {
  await seed();
  reviewer = await staffActor('limin');
  code = await openedSession(reviewer);
  start = await dump();
});
beforeEach(async () => {
  for (const method of ['log', 'warn', 'error'] as const) vi.spyOn(console, method).mockReturnValue();
  await restore(start);
});

const standIn = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${process.env.WECHAT_URL}/standin/${path}`, init)).json();
};

interface Somebody extends Worker {
  readonly openid: string;
}
/** Somebody new: what arrived on their phone stays in the stand-in. */
async function somebody(): Promise<Somebody> {
  number += 1;
  return { ...(await worker(number)), openid: `invented-openid-${number}` };
}
const accepts = ({ openid }: Somebody, times: number) =>
  standIn('subscriptions', { openid, template: standInTemplates.decision, times });
const arrivedFor = async ({ openid }: Somebody): Promise<Arrived[]> =>
  (await standIn(`messages?openid=${openid}`)).messages;

const of = (who: Somebody, records: DynamoDBRecord[]) =>
  records.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === `PERSON#${who.id}`);
const failed = (answer: unknown) =>
  (answer as DynamoDBBatchResponse).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

/** Everything that has happened to somebody, to both consumers, three times over and in any order. */
async function thrice(who: Somebody, random: () => number): Promise<void> {
  const three = (records: DynamoDBRecord[]) => shuffled([...records, ...records, ...records], random);
  expect(failed(await project({ Records: three(of(who, await changes())) }))).toEqual([]);
  expect(failed(await deliver({ Records: three(of(who, await changes())) }))).toEqual([]);
}

describe.each(seeds())('changes three times and in any order (seed %i)', (seed) => {
  it('send one message for a decision, and one for the next that was allowed anew', async () => {
    const who = await somebody();
    await accepts(who, 2);
    const random = seeded(seed * 13);
    const id = await applied(code, who, { remind: true });
    await thrice(who, random);
    await reviewer.call('decideApplication', { id, ...rejection });
    await thrice(who, random);
    expect((await arrivedFor(who)).map(({ page }) => page)).toEqual(['joining/member/status']);
    await applied(code, who, { remind: true });
    await reviewer.call('decideApplication', { id: id.replace('.1', '.2'), ...approval });
    await thrice(who, random);
    await who.call('issueCardToken', {});
    await thrice(who, random);
    const pages = (await arrivedFor(who)).map(({ page }) => page);
    expect(pages).toEqual(['joining/member/status', 'joining/member/card']);
    const { body } = await who.call('listMessages', {});
    expect(body.messages.map(({ screen }) => screen)).toEqual(['card', 'status']);
  });
});

describe('50 messages at once for somebody who allowed three', () => {
  async function fiftyAtOnce(): Promise<number> {
    const who = await somebody();
    await accepts(who, 50);
    const now = Date.now();
    for (const ago of [3, 2, 1]) await allow(who.id, 'decision', now - ago);
    const kind = 'applicationApproved' as const;
    const abouts = Array.from({ length: 50 }, (_, i) => String(i));
    await Promise.all(abouts.map((about) => tell(who.id, { kind, at: now, about }, now)));
    const records = of(who, await changes());
    await Promise.all(records.map((record) => deliver({ Records: [record] })));
    return (await arrivedFor(who)).length;
  }

  it('are three in WeChat', async () => {
    expect(await fiftyAtOnce()).toBe(3);
  });

  it('negative control: without the condition they are more', async () => {
    expect(await sabotaged('conditions', fiftyAtOnce)).toBeGreaterThan(3);
  });
});

describe('one message that is delivered by three at once', () => {
  async function threeAtOnce(): Promise<number> {
    const who = await somebody();
    await accepts(who, 3);
    const now = Date.now();
    for (const ago of [3, 2, 1]) await allow(who.id, 'decision', now - ago);
    await tell(who.id, { kind: 'applicationApproved', at: now, about: '1' }, now);
    const Records = of(who, await changes());
    await Promise.all([1, 2, 3].map(() => deliver({ Records })));
    return (await arrivedFor(who)).length;
  }

  it('is one in WeChat', async () => {
    expect(await threeAtOnce()).toBe(1);
  });

  it('negative control: without the condition it is more', async () => {
    expect(await sabotaged('conditions', threeAtOnce)).toBeGreaterThan(1);
  });
});

describe('a delivery that is cut short', () => {
  /** Delivered with a fault at one call to the table, then twice more. */
  async function cutAt(k: number, fault: Fault): Promise<{ arrived: number; calls: number }> {
    const who = await somebody();
    await accepts(who, 3);
    const now = Date.now();
    for (const ago of [3, 2, 1]) await allow(who.id, 'decision', now - ago);
    await tell(who.id, { kind: 'applicationApproved', at: now, about: '1' }, now);
    const Records = of(who, await changes());
    const { calls } = await underFaults(k > 0 ? at(k, fault) : none, () => deliver({ Records }));
    await deliver({ Records });
    await deliver({ Records });
    return { arrived: (await arrivedFor(who)).length, calls: calls.length };
  }

  it('sends it once, or not at all where the consent had just been taken', async () => {
    const { calls } = await cutAt(0, 'dieAfter');
    expect(calls).toBe(4);
    for (const fault of ['dieBefore', 'dieAfter', 'throttle'] as const) {
      const arrived = [];
      for (let k = 1; k <= calls; k++) arrived.push((await cutAt(k, fault)).arrived);
      // The fourth call takes the consent. Whoever dies after it has sent nothing, and cannot know that.
      expect(arrived).toEqual([1, 1, 1, fault === 'dieAfter' ? 0 : 1]);
    }
  });

  it('takes a consent whose reply was lost for taken: nothing is sent rather than twice', async () => {
    expect((await cutAt(4, 'lostReply')).arrived).toBe(0);
  });
});

describe('staff', () => {
  const rowOf = async (who: Worker, status: 'submitted' | 'rejected' = 'submitted') => {
    const { body } = await reviewer.call('listApplications', { session: code, status });
    return body.applications.find(({ id }) => id.startsWith(who.id));
  };

  it('see whom WeChat will not tell', async () => {
    const [told, untold] = [await somebody(), await somebody()];
    await applied(code, told, { remind: true });
    const id = await applied(code, untold);
    expect((await rowOf(told))?.reachable).toBe(true);
    expect((await rowOf(untold))?.reachable).toBe(false);
    const { body } = await reviewer.call('discloseApplication', { id, purpose: 'review' });
    expect(body.application.reachable).toBe(false);
  });

  it('see it afterwards, when it turned out that WeChat did not', async () => {
    const who = await somebody();
    const id = await applied(code, who, { remind: true });
    await reviewer.call('decideApplication', { id, ...rejection });
    await project({ Records: of(who, await changes()) });
    expect((await rowOf(who, 'rejected'))?.reachable).toBe(true);
    // They have turned it off in WeChat: it knows of no consent.
    await deliver({ Records: of(who, await changes()) });
    await project({ Records: of(who, await changes()) });
    expect((await rowOf(who, 'rejected'))?.reachable).toBe(false);
    expect(await arrivedFor(who)).toEqual([]);
  });
});
