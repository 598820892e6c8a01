import { bankConsentVersion, consentVersions } from '@niangjia/shared/joining/form';
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
  one,
  openedSession,
  rejection,
  staffActor,
  type Worker,
  worker,
} from './world.ts';

/** What people do to their own membership, while others decide on it or on the same number. */

let reviewers: Actor[];
let workers: Worker[];
let code: string;
let start: Dump;

beforeAll(async () => {
  await seed();
  reviewers = await Promise.all((['limin', 'zhaoqiang', 'zhouyun'] as const).map(staffActor));
  workers = await Promise.all(Array.from({ length: 20 }, (_, i) => worker(i + 1)));
  code = await openedSession(one(reviewers));
  start = await dump();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  return restore(start);
});

const me = () => one(workers);
const rival = () => one(workers, 1);

const decides = (ruling: typeof approval, who: Worker, by = one(reviewers)): Act => {
  const key = newKey();
  return () => by.call('decideApplication', { id: `${who.id}.1`, ...ruling }, { key });
};
const leaves = (): Act => {
  const key = newKey();
  return () => me().call('leaveUnion', {}, { key });
};
const withdraws = (consent: 'privacy' | 'bank'): Act => {
  const key = newKey();
  return () => me().call('withdrawConsent', { consent }, { key });
};
const corrects = (): Act => {
  const key = newKey();
  return () => me().call('correctMyData', { education: '20' }, { key });
};
async function joined(): Promise<string> {
  const id = await applied(code, me());
  await decides(approval, me())();
  return id;
}
const claimedByAnother = () => applied(code, rival(), { idNumber: me().form.idNumber });

/** What is wrong with either running in between the other's calls. */
const eitherWay = async (first: Act, other: Act) => [
  ...(await faultsOfInterleaving(first, other)),
  ...(await faultsOfInterleaving(other, first)),
];

describe('leaving', () => {
  it('while a reviewer voids the contested membership', async () => {
    await joined();
    await claimedByAnother();
    expect(await eitherWay(leaves(), decides({ outcome: 'voided' }, me()))).toEqual([]);
  });

  it('while somebody else is approved under the same number', async () => {
    await joined();
    await claimedByAnother();
    expect(await eitherWay(leaves(), decides(approval, rival()))).toEqual([]);
  });

  it('while somebody else who claims the number is voided, rejected or withdraws', async () => {
    await joined();
    await claimedByAnother();
    const key = newKey();
    const others: Act[] = [
      decides({ outcome: 'voided' }, rival()),
      decides(rejection, rival()),
      () => rival().call('withdrawApplication', {}, { key }),
    ];
    for (const other of others) expect(await eitherWay(leaves(), other)).toEqual([]);
  });

  it('while the same member corrects, withdraws a consent, asks for the bank card, or leaves on another phone', async () => {
    await joined();
    const asks: Act = () => me().call('requestBankCard', { consent: bankConsentVersion });
    for (const other of [corrects(), withdraws('privacy'), asks, leaves()]) {
      expect(await eitherWay(leaves(), other)).toEqual([]);
    }
  });

  it('while the clerk issues the bank card', async () => {
    const id = await joined();
    await me().call('requestBankCard', { consent: bankConsentVersion });
    const clerk = await staffActor('qianli');
    const key = newKey();
    const issues: Act = () => clerk.call('issueBankCard', { id, lastFour: '6688' }, { key });
    expect(await eitherWay(leaves(), issues)).toEqual([]);
    expect(await eitherWay(withdraws('bank'), issues)).toEqual([]);
  });

  it('while all staff approve twenty others under the number: one becomes the member', async () => {
    await joined();
    const others = workers.slice(1);
    for (const who of others) await applied(code, who, { idNumber: me().form.idNumber });
    const approvals = others.map((who, i) => decides(approval, who, one(reviewers, i % 3))());
    await Promise.all([leaves()(), ...approvals]);
    // Nobody is approved beside others who claim the number, whenever the member leaves.
    for (const who of others.slice(1)) await decides({ outcome: 'voided' }, who)();
    await Promise.all(reviewers.map((by) => decides(approval, rival(), by)()));
    expect(faultsOfState(await dump())).toEqual([]);
    const { body } = await rival().call('getMyApplication', {});
    expect(body.status).toBe('approved');
  });

  it('negative control: without conditions a membership is left and voided, or two hold one number', async () => {
    await joined();
    await claimedByAnother();
    const voids = decides({ outcome: 'voided' }, me());
    expect(await sabotaged('conditions', () => eitherWay(leaves(), voids))).not.toEqual([]);
  });
});

describe('a consent', () => {
  it('withdrawn while the application is approved or rejected', async () => {
    await applied(code, me());
    for (const ruling of [approval, rejection]) {
      expect(await eitherWay(withdraws('privacy'), decides(ruling, me()))).toEqual([]);
    }
  });

  it('withdrawn and given again on two phones', async () => {
    await joined();
    await withdraws('privacy')();
    const key = newKey();
    const gives: Act = () =>
      me().call('giveConsent', { consent: 'privacy', version: consentVersions.privacy }, { key });
    expect(await eitherWay(gives, withdraws('privacy'))).toEqual([]);
    expect(await eitherWay(gives, leaves())).toEqual([]);
  });
});
