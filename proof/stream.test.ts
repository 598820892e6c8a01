import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { seed } from '../functions/seed.ts';
import { main } from '../functions/stream.ts';
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
  reviewer = await staffActor('limin');
  workers = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => worker(number)));
  code = await openedSession(reviewer);
  await session();
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

/** Each change three times, items in any order beside each other, the changes of one item in their own. */
function disordered(random: () => number): DynamoDBRecord[] {
  const items = new Map<string, DynamoDBRecord[]>();
  for (const record of records) items.set(itemOf(record), [...(items.get(itemOf(record)) ?? []), record]);
  const turns = shuffled(
    records.flatMap((record) => Array(3).fill(itemOf(record)) as string[]),
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
