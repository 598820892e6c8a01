import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../dev/api.ts';
import { seed } from '../functions/seed.ts';
import { type Dump, dump, restore } from './dump.ts';
import { sabotaged } from './layers/sabotage.ts';
import { faultsOfState } from './normalised.ts';
import { type Act, faultsOfInterleaving } from './races/serial.ts';
import {
  type Actor,
  applied,
  approval,
  formOf,
  one,
  openedSession,
  staffActor,
  visitAt,
  type Worker,
  worker,
} from './world.ts';

/** ID numbers being corrected, while others claim, hold or give up the same numbers: one number, one member. */

let reviewers: Actor[];
let workers: Worker[];
let code: string;
let start: Dump;

beforeAll(async () => {
  await seed();
  reviewers = await Promise.all((['limin', 'zhaoqiang', 'zhouyun'] as const).map(staffActor));
  workers = await Promise.all(Array.from({ length: 10 }, (_, i) => worker(i + 1)));
  code = await openedSession(one(reviewers));
  start = await dump();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  return restore(start);
});

const me = () => one(workers);
const other = () => one(workers, 1);
/** The number that everybody wants. */
const wanted = formOf(500).idNumber;
const reason = '登记时写错了';

async function joined(who: Worker): Promise<void> {
  const id = await applied(code, who);
  await one(reviewers).call('decideApplication', { id, ...approval });
}
const asks = (who: Worker): Act => {
  const key = newKey();
  return () => who.call('requestCorrection', { idNumber: wanted, reason }, { key });
};
const grants = (who: Worker, by = one(reviewers)): Act => {
  const key = newKey();
  const ruling = { outcome: 'approved', evidence: 'seenAtDesk' } as const;
  return () => by.call('decideCorrection', { id: `${who.id}.1`, ...ruling }, { key });
};
const declines = (who: Worker, by = one(reviewers, 1)): Act => {
  const key = newKey();
  return () =>
    by.call('decideCorrection', { id: `${who.id}.1`, outcome: 'rejected', words: '不符' }, { key });
};
const approves = (who: Worker): Act => {
  const key = newKey();
  return () => one(reviewers, 2).call('decideApplication', { id: `${who.id}.1`, ...approval }, { key });
};
const own = (who: Worker, name: 'leaveUnion' | 'withdrawCorrection'): Act => {
  const key = newKey();
  return () => who.call(name, {}, { key });
};
const withdraws = (who: Worker): Act => {
  const key = newKey();
  return () => who.call('withdrawConsent', { consent: 'realName' }, { key });
};
async function asking(who: Worker): Promise<void> {
  await joined(who);
  await asks(who)();
}

/** What staff do before they decide: opening the requests also puts claims right that were cut short. */
const look = async () => {
  const key = 'the-same-opening';
  for (const { id } of [other(), me()]) {
    await one(reviewers).call('discloseCorrection', { id: `${id}.1` }, { key });
    await one(reviewers).call('discloseApplication', { id: `${id}.1`, purpose: 'settle' }, { key });
  }
};
/** What is wrong with either running in between the other's calls. */
const eitherWay = async (first: Act, second: Act) => [
  ...(await faultsOfInterleaving(first, second, { look })),
  ...(await faultsOfInterleaving(second, first, { look })),
];

describe('granting a correction', () => {
  it('while a colleague grants or declines it', async () => {
    await asking(me());
    expect(await eitherWay(grants(me()), grants(me(), one(reviewers, 1)))).toEqual([]);
    expect(await eitherWay(grants(me()), declines(me()))).toEqual([]);
  });

  it('while the member takes it back, leaves, withdraws a consent or corrects something else', async () => {
    await asking(me());
    const key = newKey();
    const corrects: Act = () => me().call('correctMyData', { education: '20' }, { key });
    for (const act of [own(me(), 'withdrawCorrection'), own(me(), 'leaveUnion'), withdraws(me()), corrects]) {
      expect(await eitherWay(grants(me()), act)).toEqual([]);
    }
  });

  it('while somebody applies with the number, and is approved', async () => {
    await asking(me());
    const visit = await visitAt(code, other());
    const key = newKey();
    const applies: Act = () =>
      other().call('submitApplication', { visit, ...other().form, idNumber: wanted }, { key });
    expect(await eitherWay(grants(me()), applies)).toEqual([]);
    await applies();
    expect(await eitherWay(grants(me()), approves(other()))).toEqual([]);
  });

  it('while somebody else asks for the same number, or is granted it', async () => {
    await asking(me());
    await joined(other());
    expect(await eitherWay(grants(me()), asks(other()))).toEqual([]);
    await asks(other())();
    expect(await eitherWay(grants(me()), grants(other(), one(reviewers, 1)))).toEqual([]);
    expect(await eitherWay(grants(me()), declines(other()))).toEqual([]);
  });

  it('while somebody joins under the number that it gives free', async () => {
    await asking(me());
    await applied(code, other(), { idNumber: me().form.idNumber });
    expect(await eitherWay(grants(me()), approves(other()))).toEqual([]);
  });

  it('to ten members who ask for one number, by all staff at once: none, until one is left', async () => {
    for (const who of workers) await asking(who);
    const answers = await Promise.all(workers.map((who, i) => grants(who, one(reviewers, i % 3))()));
    expect(new Set(answers.map(({ refusal }) => refusal?.code))).toEqual(new Set(['CONTESTED']));
    for (const who of workers.slice(1)) await declines(who)();
    await Promise.all(reviewers.map((by) => grants(me(), by)()));
    expect(faultsOfState(await dump())).toEqual([]);
    expect((await me().call('getMyData', {})).body.application?.idNumber).toBe(wanted);
  });

  it('negative control: without conditions two hold one number', async () => {
    await asking(me());
    await asking(other());
    const both = () => eitherWay(grants(me()), grants(other(), one(reviewers, 1)));
    expect(await both()).toEqual([]);
    expect(await sabotaged('conditions', both)).not.toEqual([]);
  });
});

describe('asking for a correction', () => {
  it('on two phones at once is asking once', async () => {
    await joined(me());
    const key = newKey();
    const name: Act = () => me().call('requestCorrection', { name: '赵小六', reason }, { key });
    expect(await eitherWay(asks(me()), name)).toEqual([]);
    expect(await eitherWay(asks(me()), own(me(), 'leaveUnion'))).toEqual([]);
  });
});
