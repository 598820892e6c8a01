import { orgs } from '@niangjia/shared/cast';
import { firstJoiningPolicy } from '@niangjia/shared/joining/policy';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { putJoiningPolicy } from '../functions/policies.ts';
import { seed } from '../functions/seed.ts';
import { main } from '../functions/stream.ts';
import { drawn } from './callBacks.ts';
import { changes } from './changes.ts';
import { type Dump, dump, restore } from './dump.ts';
import { at, underFaults } from './layers/faults.ts';
import { seeded, seeds, shuffled } from './seeded.ts';
import {
  type Actor,
  applied,
  approval,
  openedSession,
  rejection,
  staffActor,
  visitAt,
  type Worker,
  worker,
} from './world.ts';

let reviewer: Actor;
let workers: Worker[];
let code: string;
/** The table after the session, with nothing projected yet, and all that happened to it. */
let start: Dump;
let records: DynamoDBRecord[];

/** One of each, WeChat allowed to remind some: approved and shown, rejected and mended, withdrawn, contested and voided, waiting under a contested number. */
async function session(): Promise<void> {
  const [one, two, three, four, five, six] = workers;
  if (!one || !two || !three || !four || !five || !six) throw new Error('nobody came');
  const decide = (who: Worker, round: number, ruling: typeof approval) =>
    reviewer.call('decideApplication', { id: `${who.id}.${round}`, ...ruling });
  await reviewer.call('countConsultations', { code, people: 3 });
  await applied(code, one, { remind: true });
  await decide(one, 1, approval);
  await one.call('issueCardToken', {});
  await applied(code, two, { remind: true });
  await decide(two, 1, rejection);
  await applied(code, two, { remind: true });
  await decide(two, 2, approval);
  await applied(code, three);
  await three.call('withdrawApplication', {});
  await applied(code, four, { idNumber: one.form.idNumber });
  await decide(four, 1, { outcome: 'voided' });
  await applied(code, five);
  await applied(code, six, { idNumber: five.form.idNumber });
  await visitAt(code, await worker(50));
}

beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  await seed();
  await putJoiningPolicy({ ...firstJoiningPolicy, version: 2, effectiveFrom: 1, auditShare: 1 });
  reviewer = await staffActor('limin');
  workers = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => worker(number)));
  code = await openedSession(reviewer);
  await session();
  await forAuditors();
  start = await dump();
  records = await changes();
});
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
  await restore(start);
});

const deliver = async (batch: DynamoDBRecord[]): Promise<string[]> => {
  const { batchItemFailures } = (await main({ Records: batch })) as DynamoDBBatchResponse;
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
};

/** Everything the consumer makes of the changes: records of decisions, passages, marks on rivals. */
async function projections(): Promise<string[]> {
  const plain = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  const sorted = (item: object) =>
    Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  return [...(await dump()).values()].map(({ item }) => JSON.stringify(sorted(item), plain)).sort();
}
async function once(): Promise<string[]> {
  expect(await deliver(records)).toEqual([]);
  const made = await projections();
  await restore(start);
  return made;
}

const itemOf = (record: DynamoDBRecord) => JSON.stringify(record.dynamodb?.Keys);

/** More approvals at once than anybody can have looked at, a case that was opened, and somebody called back. */
async function forAuditors(): Promise<void> {
  const other = await openedSession(reviewer);
  const crowd = await Promise.all(Array.from({ length: 12 }, (_, i) => worker(60 + i)));
  const decisions = await Promise.all(
    crowd.map(async (who) => ({ id: await applied(other, who), ...approval })),
  );
  await reviewer.call('discloseApplication', { id: decisions[0]?.id ?? '', purpose: 'review' });
  await reviewer.call('decideMany', { decisions });
  const sunjing = await staffActor('sunjing');
  const id = await drawn(crowd[1]?.id ?? '');
  await sunjing.call('openCallBack', { id });
  await sunjing.call('noteCallBack', { id, result: 'notReached', words: '没有人接' });
}

/** Each change three times, items in any order beside each other, the changes of one item in their own. */
function disordered(random: () => number, all = records): DynamoDBRecord[] {
  const items = new Map<string, DynamoDBRecord[]>();
  for (const record of all) items.set(itemOf(record), [...(items.get(itemOf(record)) ?? []), record]);
  const turns = shuffled(
    all.flatMap((record) => Array(3).fill(itemOf(record)) as string[]),
    random,
  );
  const left = new Map(
    [...items].map(([item, own]) => [item, own.flatMap((record) => [record, record, record])]),
  );
  return turns.map((item) => left.get(item)?.shift()).filter((record) => record !== undefined);
}

describe('the stream', () => {
  it('makes the board, the decisions, the messages and the marks on rivals', async () => {
    await deliver(records);
    const { body: board } = await reviewer.call('getBoard', { code });
    expect(board.figures).toMatchObject({ consulted: 3, opened: 7, submitted: 6, approved: 2, waiting: 2 });
    const decided = await Promise.all(
      (['approved', 'rejected', 'voided'] as const).map(
        async (status) =>
          (await reviewer.call('listApplications', { session: code, status })).body.applications.length,
      ),
    );
    // Whoever was sent back and has applied again is with those approved now.
    expect(decided).toEqual([2, 0, 1]);
    const inboxes = await Promise.all(workers.map((who) => who.call('listMessages', {})));
    const told = inboxes.map(({ body }) => body.messages.map(({ screen }) => screen));
    expect(told).toEqual([['card'], ['card', 'status'], [], ['status'], [], []]);
    const { body: queue } = await reviewer.call('listApplications', { session: code });
    expect(queue.applications.map(({ contested }) => contested)).toEqual([true, true]);
  });

  it.each(seeds().map((seed) => seed * 7))(
    'delivers each change three times and out of order to the same end (seed %i)',
    async (seed) => {
      const wanted = await once();
      expect(wanted).not.toEqual(await projections());
      expect(await deliver(disordered(seeded(seed)))).toEqual([]);
      expect(await projections()).toEqual(wanted);
    },
  );

  it.each(seeds().map((seed) => seed * 11))(
    'lists the records it made for auditors, delivered three times and out of order, to the same end (seed %i)',
    async (seed) => {
      const before = (await changes()).length;
      await deliver(records);
      // Records lead to lists; lists lead to nothing.
      const made = (await changes()).slice(before);
      const unlisted = await projections();
      await deliver(made);
      const wanted = await projections();
      const told = async () => {
        const sunjing = await staffActor('sunjing');
        const org = orgs.city.id;
        const [paces, decisions, disclosures, callBacks] = await Promise.all([
          sunjing.call('listPaces', { org }),
          sunjing.call('listDecisions', { org }),
          sunjing.call('listDisclosures', { org }),
          sunjing.call('listCallBacks', { org }),
        ]);
        return [
          paces.body.reviewers,
          decisions.body.decisions,
          disclosures.body.disclosures,
          callBacks.body.callBacks,
        ];
      };
      const figures = await told();
      expect(figures.map(({ length }) => length)).toEqual([1, 18, 2, 14]);
      expect(figures[0]).toMatchObject([{ approved: 14, stretches: [{ opened: 1 }] }]);
      await restore(start);
      await deliver(records);
      expect(await projections()).toEqual(unlisted);
      expect(await deliver(disordered(seeded(seed), made))).toEqual([]);
      expect(await projections()).toEqual(wanted);
      expect(await told()).toEqual(figures);
    },
  );

  it('delivers all again, from the first, after a crash at any point, to the same end', async () => {
    const wanted = await once();
    for (const k of [1, 2, 5, 9, 14]) {
      await restore(start);
      await underFaults(at(k, 'dieAfter'), () => deliver(records));
      expect(await deliver(records)).toEqual([]);
      expect(await projections()).toEqual(wanted);
    }
  });

  it('reports a record that cannot be read, and does the others', async () => {
    const wanted = await once();
    const poison = structuredClone(
      records.find(({ dynamodb }) => dynamodb?.NewImage?.sk?.S === 'APPLICATION'),
    );
    if (!poison?.dynamodb?.NewImage) throw new Error('no application in the stream');
    poison.dynamodb.NewImage.status = { S: 'nonsense' };
    poison.dynamodb.SequenceNumber = 'poison';
    expect(await deliver([poison, ...records])).toEqual(['poison']);
    expect(await projections()).toEqual(wanted);
  });

  it('negative control: an older change that passes for a newer one is seen', async () => {
    const wanted = await once();
    const disguised = [...records].reverse().map((record, i) => {
      const copy = structuredClone(record);
      const image = copy.dynamodb?.NewImage;
      if (image?.version) image.version = { N: String(1000 + i) };
      return copy;
    });
    await deliver(disguised);
    const versionless = (lines: string[]) => lines.map((line) => line.replace(/"version":\{"N":"\d+"\}/, ''));
    expect(versionless(await projections())).not.toEqual(versionless(wanted));
  });
});
