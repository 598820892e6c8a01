import { DAY, HOUR } from '@niangjia/shared/time';
import { describe, expect, it, vi } from 'vitest';
import { type EndpointName, endpoints, newKey } from '../dev/api.ts';
import type { Form } from '../dev/onSite.ts';
import { faultsOfRepeat, type Request, undisturbed } from './crash/faultRuns.ts';
import { crashMatrix, failures, inThatWorld, prepared, see, stage } from './crash/matrix.ts';
import { naiveRequest } from './crash/naive.ts';
import { clubNames, houseNames, scenarios, type WriteName } from './crash/scenarios.ts';
import type { Fault } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { visitAt } from './world.ts';

/** Requests that die, are throttled, or lose their reply. Those of venues and of clubs have files of their own, beside this one. */

inThatWorld();

const writing = (Object.keys(endpoints) as EndpointName[]).filter(
  (name) => endpoints[name].repeat !== 'safe',
);

it('has a scenario for every endpoint that writes', () => {
  expect(Object.keys(scenarios).sort()).toEqual([...writing].sort());
});

const elsewhere: readonly string[] = [...houseNames, ...clubNames];
crashMatrix((Object.keys(scenarios) as WriteName[]).filter((name) => !elsewhere.includes(name)));

describe('negative controls', () => {
  const failing = async (request: Request, fault: Fault) => {
    const one = await undisturbed(request, async () => []);
    expect(one.accepted.status).toBe(200);
    return Object.keys(await failures(one, [fault]));
  };

  it.each(['dieBefore', 'dieAfter', 'lostReply'] as const)(
    '%s is seen where no key is remembered',
    async (fault) => {
      expect(await failing(naiveRequest('unremembered'), fault)).not.toEqual([]);
    },
  );

  it.each([
    ['throttle', 'unretried'],
    ['conflict', 'unretried'],
    ['inProgress', 'unretriedTransaction'],
  ] as const)('%s is seen where nothing is retried', async (fault, name) => {
    expect(await failing(naiveRequest(name), fault)).not.toEqual([]);
  });

  it.each(['memory', 'conditions'] as const)('an application without its %s is seen', async (what) => {
    const one = await prepared('submitApplication', 'mended');
    expect(await sabotaged(what, () => failures(one, ['dieAfter', 'lostReply']))).not.toEqual({});
  });
});

describe('what a submission was made from may end, and the same request is still answered', () => {
  const sent = async (changed: Partial<Form>) => {
    const [who] = stage.workers;
    const visit = await visitAt(stage.code, who);
    const key = newKey();
    return () => who.call('submitApplication', { visit, ...who.form, ...changed }, { key });
  };

  it('a phone code of WeChat, good once', async () => {
    const one = await undisturbed(await sent({ phone: { kind: 'wechat', code: 'phone-wangfang' } }), see);
    // The stand-in's codes are good for ever unless it is told otherwise.
    const used = { errcode: 40029, path: '/wxa/business/getuserphonenumber' };
    await fetch(`${process.env.WECHAT_URL}/standin/failures`, { method: 'POST', body: JSON.stringify(used) });
    expect(await faultsOfRepeat(one)).toEqual([]);
  });

  it('a visit, good for a day', async () => {
    const request = await sent({});
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * HOUR });
    const one = await undisturbed(request, see);
    vi.setSystemTime(Date.now() + DAY - HOUR);
    expect(await faultsOfRepeat(one)).toEqual([]);
  });
});
