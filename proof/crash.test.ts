import { DAY, HOUR } from '@niangjia/shared/time';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EndpointName, endpoints, newKey } from '../dev/api.ts';
import type { Form } from '../dev/onSite.ts';
import {
  type Case,
  disturbances,
  faultsOfRepeat,
  faultsUnder,
  type Request,
  undisturbed,
} from './crash/faultRuns.ts';
import { naiveRequest } from './crash/naive.ts';
import { scenarios, type WriteName } from './crash/scenarios.ts';
import { type Stage, setStage } from './crash/stage.ts';
import { type Dump, dump, restore } from './dump.ts';
import type { Fault } from './layers/faults.ts';
import { sabotaged } from './layers/sabotage.ts';
import { visitAt } from './world.ts';

let stage: Stage;
let start: Dump;

beforeAll(async () => {
  stage = await setStage();
  start = await dump();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  // The pauses between tries are random; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  return restore(start);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The end as the worker and the reviewer see it. */
async function see(): Promise<unknown> {
  const { reviewer, workers, code } = stage;
  const replies = [
    workers[0].call('getMyApplication', {}),
    workers[0].call('getCard', {}),
    reviewer.call('listApplications', { session: code }),
  ];
  return (await Promise.all(replies)).map(({ body }) => body);
}

const scenarioOf = (name: WriteName, title: string) => {
  const scenario = scenarios[name].find((one) => one.title === title);
  if (!scenario) throw new Error(`no scenario ${title}`);
  return scenario;
};
const prepared = async (name: WriteName, title: string): Promise<Case> =>
  undisturbed(await scenarioOf(name, title).prepare(stage), see);

async function failures(one: Case, of?: readonly Fault[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await restore(one.before);
  for (const disturbance of disturbances(one, of)) {
    const wrong = await faultsUnder(one, disturbance);
    if (wrong.length > 0) found[disturbance.title] = wrong;
  }
  return found;
}

const writing = (Object.keys(endpoints) as EndpointName[]).filter(
  (name) => endpoints[name].repeat !== 'safe',
);

it('has a scenario for every endpoint that writes', () => {
  expect(Object.keys(scenarios).sort()).toEqual([...writing].sort());
});

describe.each(
  Object.entries(scenarios).flatMap(([name, all]) =>
    all.map(({ title }) => [name as WriteName, title] as const),
  ),
)('%s %s', (name, title) => {
  it('takes effect exactly once whatever happens to any of its calls', async () => {
    const one = await prepared(name, title);
    expect(one.accepted).toMatchObject({ status: 200 });
    expect(one.calls.length).toBeGreaterThan(0);
    expect(await failures(one)).toEqual({});
  });

  it('is answered the same when it is asked again 23 hours later, or as long as it is good', async () => {
    const one = await prepared(name, title);
    const { good = DAY - HOUR } = scenarioOf(name, title);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + good });
    expect(await faultsOfRepeat(one)).toEqual([]);
  });
});

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
