import { orgs } from '@niangjia/shared/cast';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey, type Reply } from '../dev/api.ts';
import { personOf } from '../functions/accounts.ts';
import { seed } from '../functions/seed.ts';
import { appoint } from '../functions/staff.ts';
import { main as consume } from '../functions/stream.ts';
import type { Stage } from './crash/stage.ts';
import { type Dump, dump, restore, toldOf } from './dump.ts';
import { type Plan, underFaults } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { startStaleReads } from './layers/staleReads.ts';
import { faultsOfState, normalisedAnswer } from './normalised.ts';
import { faultsOfInterleaving, faultsOfStates } from './races/serial.ts';
import { joinTogether } from './races/together.ts';
import { seeded, seeds } from './seeded.ts';
import {
  type Actor,
  actingFor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  visitAt,
  type Worker,
  worker,
} from './world.ts';

let reviewers: Actor[];
let workers: Worker[];
let code: string;
let start: Dump;
let stage: Stage;

async function colleague(number: number): Promise<Actor> {
  const id = await personOf(`colleague-${number}`);
  await appoint(id, '同事', orgs.xinjiekouJoint, ['reviewer'], '工发〔2026〕2号');
  return { id, call: actingFor(id) };
}

beforeAll(async () => {
  await seed();
  reviewers = [await staffActor('limin'), await staffActor('zhaoqiang'), await staffActor('zhouyun')];
  reviewers.push(await colleague(1), await colleague(2));
  workers = await Promise.all(Array.from({ length: 200 }, (_, i) => worker(i + 1)));
  const [reviewer, one, other] = [reviewers[0], workers[0], workers[1]];
  if (!reviewer || !one || !other) throw new Error('nobody came');
  code = await openedSession(reviewer);
  stage = { reviewer, workers: [one, other], code };
  start = await dump();
});
// A booking's scenario sets the clock.
afterEach(() => {
  vi.useRealTimers();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  return restore(start);
});

describe.each(seeds())('a session, with seed %i', (seed) => {
  it('200 people submit while 5 staff approve: 200 members, 200 numbers, nobody twice, nothing lost', async () => {
    const random = seeded(seed);
    const stale = await startStaleReads({ random: seeded(seed + 1000) });
    const told = await joinTogether({ workers, reviewers, code, random });
    stale.stop();
    expect(told.unexpected).toEqual([]);
    expect(stale.served()).toBeGreaterThan(100);
    const after = await dump();
    const items = [...after.values()].map(({ item }) => item);
    const members = items.filter(({ sk, status }) => sk?.S === 'APPLICATION' && status?.S === 'approved');
    const numbers = new Set(members.map(({ cardNumber }) => cardNumber?.S));
    const drawn = Number(items.find(({ pk }) => pk?.S === 'DIVISION#110102')?.last?.N);
    expect({ members: members.length, numbers: numbers.size }).toEqual({ members: 200, numbers: 200 });
    // Every number drawn and not on a card is a gap: those of decisions that came second or died on the way.
    expect(drawn - numbers.size).toBeGreaterThanOrEqual(0);
    expect(faultsOfState(after)).toEqual([]);
    for (const [person, cards] of told.cards) expect([person, ...cards]).toHaveLength(2);
    const mine = await Promise.all(workers.map((who) => who.call('getMyApplication', {})));
    expect(new Set(mine.map(({ body }) => body.status))).toEqual(new Set(['approved']));
  });
});

describe('one ID number from 20 phones at once', () => {
  const phones = () => workers.slice(0, 20);
  const idNumber = () => String(workers[0]?.form.idNumber);
  async function submitAll(): Promise<Reply<unknown>[]> {
    const visits = await Promise.all(phones().map((who) => visitAt(code, who)));
    const form = { ...stage.workers[0].form, idNumber: idNumber() };
    return Promise.all(
      phones().map((who, i) => who.call('submitApplication', { visit: visits[i] ?? '', ...form })),
    );
  }

  it('all answers are alike in status, bytes, calls and units; one is live, the others contested, and the queue shows all 20 so', async () => {
    const answers = await submitAll();
    const alike = answers.map(({ status, body, bytes, cost }) =>
      JSON.stringify({ status, bytes, cost, body: normalisedAnswer(body) }),
    );
    expect(new Set(alike).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const items = [...(await dump()).values()].map(({ item }) => item);
    const contested = items
      .filter(({ sk }) => sk?.S === 'APPLICATION')
      .map(({ rivals }) => Number(rivals?.N ?? 0) > 0);
    expect([contested.filter(Boolean).length, contested.length]).toEqual([19, 20]);
    await consume({ Records: toldOf(await dump()) });
    const { body: queue } = await stage.reviewer.call('listApplications', { session: code });
    expect(queue.applications.map(({ contested }) => contested)).toEqual(Array(20).fill(true));
  });

  async function settle(): Promise<Reply<unknown>[]> {
    const decide = (who: Worker, ruling: typeof approval) =>
      stage.reviewer.call('decideApplication', { id: `${who.id}.1`, ...ruling });
    const [true1, ...others] = phones();
    if (!true1) return [];
    const early = await decide(true1, approval);
    for (const who of others) expect((await decide(who, { outcome: 'voided' })).status).toBe(200);
    return [early, await decide(true1, approval)];
  }

  it('a reviewer settles it: 19 voided, one approved, one membership', async () => {
    await submitAll();
    const { body } = await stage.reviewer.call('discloseApplication', {
      id: `${stage.workers[0].id}.1`,
      purpose: 'settle',
    });
    expect(body.rivals).toHaveLength(19);
    const [early, late] = await settle();
    expect(early?.refusal?.code).toBe('CONTESTED');
    expect(late?.status).toBe(200);
    const after = await dump();
    const approved = [...after.values()].filter(({ item }) => item.membership?.S === 'active');
    expect(approved).toHaveLength(1);
    expect(faultsOfState(after)).toEqual([]);
  });

  it('negative control: without conditions two become members under one number', async () => {
    await submitAll();
    await sabotaged('conditions', async () => {
      for (const who of phones().slice(0, 2)) {
        await stage.reviewer.call('decideApplication', { id: `${who.id}.1`, ...approval });
      }
    });
    expect(faultsOfState(await dump())).toContain('two memberships under one ID number');
  });
});

describe('two at once on one case', () => {
  const decides = (who: Actor | undefined, ruling: typeof approval, about = stage.workers[0], round = 1) => {
    const key = newKey();
    return () =>
      (who ?? stage.reviewer).call('decideApplication', { id: `${about.id}.${round}`, ...ruling }, { key });
  };
  const withdraws = (who: Worker) => {
    const key = newKey();
    return () => who.call('withdrawApplication', {}, { key });
  };
  const submits = async (who: Worker, changed: Partial<Worker['form']> = {}) => {
    const visit = await visitAt(code, who);
    const key = newKey();
    return () => who.call('submitApplication', { visit, ...who.form, ...changed }, { key });
  };
  const same = () => ({ idNumber: stage.workers[0].form.idNumber });

  const looks = (...about: Worker[]) => {
    const keys = about.map(() => newKey());
    return async () => {
      for (const [i, { id }] of about.entries()) {
        const input = { id: `${id}.1`, purpose: 'settle' } as const;
        await stage.reviewer.call('discloseApplication', input, { key: keys[i] });
      }
    };
  };

  it('two staff decide: one decision, and the other is told what it was', async () => {
    await applied(code, stage.workers[0]);
    const [one, other] = await Promise.all([
      decides(reviewers[0], approval)(),
      decides(reviewers[1], rejection)(),
    ]);
    const [done, late] = one.status === 200 ? [one, other] : [other, one];
    expect(done.status).toBe(200);
    expect(late.refusal).toMatchObject({
      code: 'ALREADY_DECIDED',
      details: {
        outcome: done.body.outcome,
        decidedAt: done.body.decidedAt,
        decidedBy: done === one ? '李敏' : '赵强',
      },
    });
  });

  it('negative control: without conditions both staff decide', async () => {
    await applied(code, stage.workers[0]);
    const both = () =>
      faultsOfInterleaving(decides(reviewers[0], approval), decides(reviewers[1], rejection));
    expect(await both()).toEqual([]);
    expect(await sabotaged('conditions', both)).not.toEqual([]);
  });

  it('approve, while a colleague approves', async () => {
    await applied(code, stage.workers[0]);
    expect(
      await faultsOfInterleaving(decides(reviewers[0], approval), decides(reviewers[1], approval)),
    ).toEqual([]);
  });

  it.each([
    ['approve', approval],
    ['reject', rejection],
  ] as const)('%s, while the worker withdraws, and the other way round', async (_, ruling) => {
    await applied(code, stage.workers[0]);
    const [decide, withdraw] = [decides(reviewers[0], ruling), withdraws(stage.workers[0])];
    expect(await faultsOfInterleaving(decide, withdraw)).toEqual([]);
    expect(await faultsOfInterleaving(withdraw, decide)).toEqual([]);
  });

  it('approve what was withdrawn, while the worker sends it again', async () => {
    await applied(code, stage.workers[0]);
    await withdraws(stage.workers[0])();
    const [decide, again] = [decides(reviewers[0], approval), await submits(stage.workers[0])];
    expect(await faultsOfInterleaving(decide, again)).toEqual([]);
    expect(await faultsOfInterleaving(again, decide)).toEqual([]);
  });

  it('withdraw, while the same worker withdraws and sends again', async () => {
    await applied(code, stage.workers[0]);
    const [first, second] = [withdraws(stage.workers[0]), withdraws(stage.workers[0])];
    const again = await submits(stage.workers[0]);
    const both = async () => {
      await second();
      return again();
    };
    expect(await faultsOfInterleaving(first, both)).toEqual([]);
  });

  it('approve, while somebody else submits the same number', async () => {
    await applied(code, stage.workers[0]);
    const [decide, submit] = [decides(reviewers[0], approval), await submits(stage.workers[1], same())];
    // The newcomer first: opening their case puts back the claim that the approval dropped.
    const look = looks(stage.workers[1], stage.workers[0]);
    expect(await faultsOfInterleaving(decide, submit, { look })).toEqual([]);
    expect(await faultsOfInterleaving(submit, decide, { look })).toEqual([]);
  });

  it('one account submits two numbers', async () => {
    const [one, other] = [
      await submits(stage.workers[0]),
      await submits(stage.workers[0], stage.workers[1].form),
    ];
    expect(await faultsOfInterleaving(one, other)).toEqual([]);
  });

  it('void a contested membership, while a colleague voids it', async () => {
    const [member, rival] = stage.workers;
    const id = await applied(code, member);
    await stage.reviewer.call('decideApplication', { id, ...approval });
    await applied(code, rival, same());
    const voids = (who: Actor | undefined) => decides(who, { outcome: 'voided' }, member);
    expect(await faultsOfInterleaving(voids(reviewers[0]), voids(reviewers[1]))).toEqual([]);
  });

  it('approve one of two under a number, while the other is voided, withdrawn or approved', async () => {
    await applied(code, stage.workers[0]);
    await applied(code, stage.workers[1], same());
    const approve = decides(reviewers[0], approval);
    const against = [
      decides(reviewers[1], { outcome: 'voided' }, stage.workers[1]),
      decides(reviewers[1], approval, stage.workers[1]),
      withdraws(stage.workers[1]),
    ];
    for (const other of against) {
      expect(await faultsOfInterleaving(approve, other)).toEqual([]);
      expect(await faultsOfInterleaving(other, approve)).toEqual([]);
    }
  });
});

describe('a membership keeps its claim', () => {
  const joins = async (who: Worker) => {
    const visit = await visitAt(code, who);
    const { idNumber } = stage.workers[0].form;
    return (key: string) => who.call('submitApplication', { visit, ...who.form, idNumber }, { key });
  };
  const decide = ({ id }: Worker, ruling: typeof approval) =>
    stage.reviewer.call('decideApplication', { id: `${id}.1`, ...ruling });

  it('while a submission of the same person, which was refused, takes its claim back', async () => {
    const [who] = stage.workers;
    const submit = await joins(who);
    const key = newKey();
    const busyPuts: Plan = ({ command }) => (command === 'PutItemCommand' ? 'throttle' : undefined);
    const again = async () => {
      await submit(key);
      return decide(who, approval);
    };
    expect(await faultsOfStates(() => submit(key), again, { plan: busyPuts })).toEqual([]);
  });

  it('while a reviewer, who saw no application behind it, drops it', async () => {
    const [who, rival] = stage.workers;
    const [submit, key] = [await joins(who), newKey()];
    await underFaults(
      ({ command }) => (command === 'UpdateItemCommand' ? 'dieAfter' : undefined),
      () => submit(key),
    );
    await (await joins(rival))(newKey());
    const look = () => stage.reviewer.call('discloseApplication', { id: `${rival.id}.1`, purpose: 'review' });
    const meanwhile = async () => {
      await submit(key);
      await decide(rival, { outcome: 'voided' });
      return decide(who, approval);
    };
    expect(await faultsOfStates(look, meanwhile)).toEqual([]);
  });
});

describe('what a person did a moment ago', () => {
  it('counts, however far behind the indexes and the eventual reads are', async () => {
    const stale = await startStaleReads({ random: () => 0.999 });
    try {
      const who = await worker(900);
      const id = await applied(code, who);
      const opened = await stage.reviewer.call('discloseApplication', { id, purpose: 'review' });
      const decided = await stage.reviewer.call('decideApplication', { id, ...approval });
      const card = await who.call('getCard', {});
      const { body } = await who.call('issueCardToken', {});
      const verified = await stage.reviewer.call('verifyCard', { token: body.token });
      expect([opened.status, decided.status, card.status]).toEqual([200, 200, 200]);
      expect(verified.body.valid).toBe(true);
    } finally {
      stale.stop();
    }
  });
});
