import { orgs } from '@niangjia/shared/cast';
import { bankConsentVersion } from '@niangjia/shared/joining/form';
import { call, type Reply } from '../../dev/api.ts';
import type { Form } from '../../dev/onSite.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { personOf } from '../../functions/accounts.ts';
import { metered } from '../../functions/cost.ts';
import { listDecision } from '../../functions/entries.ts';
import { forgetDue } from '../../functions/joining/forgetDue.ts';
import { main as consume } from '../../functions/stream.ts';
import { sizeOfItem } from '../../functions/units.ts';
import { drawn } from '../callBacks.ts';
import { changes } from '../changes.ts';
import { none, type SeenCall, underFaults } from '../layers/faults.ts';
import { type Actor, applied, approval, rejection, staffActor, visitAt, worker } from '../world.ts';
import type { Figure } from './figure.ts';

/** Three characters and twelve: as long as names and platforms get. */
const longest: Partial<Form> = {
  name: '欧阳霏',
  employment: { kind: 'newForm', occupation: 'domesticWorker', platform: '某某某某即时配送西城站点' },
  remind: true,
};

export interface Measured extends Figure {
  readonly calls: readonly SeenCall[];
  readonly person: string;
}

// Budgets of one operation: write units, read units, round trips one after another.
const most = (writes: number, reads: number, trips: number) => ({ writes, reads, trips });
const PAGE_OF_25 = Math.ceil((25 * 1024) / 4096) / 2;

/** Measures each operation once, for people numbered from `first`. Roles, audit and retry keys included. */
export async function operations(
  reviewer: Actor,
  code: string,
  first: number,
  size: string,
): Promise<Measured[]> {
  const figures: Measured[] = [];
  const table = `One operation, with ${size} items in the table: units and round trips`;
  const person = (offset: number) => worker(first + offset, longest);
  async function measure(
    name: string,
    budget: Figure['budget'],
    who: string,
    request: () => Promise<Reply<unknown>>,
  ) {
    const { answer, calls } = await underFaults(none, request);
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`);
    figures.push({ table, name, measured: { ...answer.cost }, budget, calls, person: who });
    return answer;
  }
  const decide = (id: string, ruling: typeof approval) => () =>
    reviewer.call('decideApplication', { id, ...ruling });

  const code1 = `demo-${size === '10³' ? 'ouyang' : 'zhaomin'}`;
  const newcomer = openidOf(code1.slice(5));
  await measure('sign in, first time', most(6, 2, 3), 'newcomer', () => call('signIn', { code: code1 }));
  await measure('sign in again', most(0, 2, 2), await personOf(newcomer), () =>
    call('signIn', { code: code1 }),
  );

  const one = await person(0);
  const scanned = await measure('scan a poster', most(0, 1, 1), one.id, () =>
    one.call('getSession', { code }),
  );
  const { scan } = scanned.body as { scan: string };
  const opened = await measure('open the form', most(1, 0, 1), one.id, () =>
    one.call('openForm', { from: 'poster', scan }),
  );
  const { visit } = opened.body as { visit: string };
  await measure('submit on site', most(3, 0.5, 2), one.id, () =>
    one.call('submitApplication', { visit, ...one.form }),
  );

  const online = await person(1);
  const elsewhere = (await online.call('openForm', { from: 'online', org: orgs.zhongguancunJoint.id })).body
    .visit;
  await measure('submit online', most(3, 0.5, 2), online.id, () =>
    online.call('submitApplication', { visit: elsewhere, ...online.form }),
  );

  const rival = await person(2);
  const sameNumber = { ...rival.form, idNumber: one.form.idNumber };
  const rivalVisit = await visitAt(code, rival);
  await measure('submit, contested', most(4, 0.5, 2), rival.id, () =>
    rival.call('submitApplication', { visit: rivalVisit, ...sameNumber }),
  );
  await measure(
    'void a contested one',
    most(6, 4, 4),
    rival.id,
    decide(`${rival.id}.1`, { outcome: 'voided' }),
  );

  await measure('a poll for the decision', most(0, 0.5, 1), one.id, () => one.call('getMyApplication', {}));
  await measure('open one case', most(1, 3.5, 4), one.id, () =>
    reviewer.call('discloseApplication', { id: `${one.id}.1`, purpose: 'review' }),
  );
  await measure('approve and issue the card', most(6, 2, 3), one.id, decide(`${one.id}.1`, approval));
  const shown = await measure('the first card token', most(1, 1, 2), one.id, () =>
    one.call('issueCardToken', {}),
  );
  await measure('a later card token', most(0, 1, 1), one.id, () => one.call('issueCardToken', {}));
  await measure('the own card', most(0, 1, 1), one.id, () => one.call('getCard', {}));
  const { token } = shown.body as { token: string };
  await measure('verify a card', most(0, 1, 1), one.id, () => reviewer.call('verifyCard', { token }));

  await measure('request the bank card', most(4, 1.5, 2), one.id, () =>
    one.call('requestBankCard', { consent: bankConsentVersion }),
  );
  const clerk = await staffActor('qianli');
  await measure('issue the bank card', most(4, 2.5, 3), one.id, () =>
    clerk.call('issueBankCard', { id: `${one.id}.1`, lastFour: '6688' }),
  );

  await consume({ Records: await changes() });
  const told = await measure('read the inbox', most(0, 1, 1), one.id, () => one.call('listMessages', {}));
  const { messages } = told.body as { messages: { at: number }[] };
  await measure('note it as read', most(1, 0, 1), one.id, () =>
    one.call('readMessages', { until: messages[0]?.at ?? 0 }),
  );

  const mended = await person(3);
  const id = await applied(code, mended);
  await measure('reject', most(6, 2.5, 3), mended.id, decide(id, rejection));
  const again = (await mended.call('getMyApplication', {})).body as { visit: string };
  await measure('submit, mended', most(5, 0.5, 3), mended.id, () =>
    mended.call('submitApplication', { visit: again.visit, ...mended.form }),
  );
  await measure('withdraw', most(6, 1, 2), mended.id, () => mended.call('withdrawApplication', {}));

  const twice = await person(4);
  await decide(await applied(code, twice), rejection)();
  await applied(code, twice);
  // The request keys it remembers make a mended application longer than one unit.
  await measure('approve a mended one', undefined, twice.id, decide(`${twice.id}.2`, approval));

  await measure('leave', most(8, 1, 2), one.id, () => one.call('leaveUnion', {}));
  // An item of theirs is one write.
  await measure('ask to be forgotten', undefined, one.id, () => one.call('forgetMe', {}));
  const job = (run: () => Promise<unknown>) => (): Promise<Reply<unknown>> =>
    metered(async (cost) => {
      await run();
      return { status: 200, body: {}, refusal: undefined, cost: { ...cost }, bytes: 0 };
    });
  const nobody = job(() => forgetDue(Date.now()));
  await measure('the hourly run, nobody due', most(0, 2.5, 4), 'forgetting', nobody);
  const looker = await person(6);
  await measure('forget at once who never applied', most(11, 6, 4), looker.id, () =>
    looker.call('forgetMe', {}),
  );

  for (let i = 0; i < 25; i++) await applied(code, await person(10 + i));
  const page = await measure('open the queue (25)', most(0, 2 + PAGE_OF_25, 2), 'queue', () =>
    reviewer.call('listApplications', { org: orgs.xinjiekouJoint.id }),
  );
  const sunjing = await staffActor('sunjing');
  const { applications } = page.body as { applications: { id: string }[] };
  for (const [i, { id }] of applications.entries()) {
    const by = reviewer.id;
    const about = {
      kind: 'application',
      person: id.slice(0, 22),
      round: 1,
      org: orgs.xinjiekouJoint,
    } as const;
    const record = { ...about, by, role: 'reviewer', from: 'submitted', to: 'rejected' } as const;
    await listDecision({ ...record, at: Date.now() + i });
  }
  // The page itself is 3 units; each person named is one.
  await measure('audit: decisions of the city (25)', most(0, 2 + 2 + 25 + 1, 3), 'audit', () =>
    sunjing.call('listDecisions', { org: orgs.city.id }),
  );
  const called = await person(5);
  await decide(await applied(code, called), approval)();
  const callBack = await drawn(called.id);
  await measure('audit: open a call-back', most(3, 5, 5), called.id, () =>
    sunjing.call('openCallBack', { id: callBack }),
  );
  await measure('audit: note a call-back', most(2, 2.5, 3), called.id, () =>
    sunjing.call('noteCallBack', { id: callBack, result: 'confirmed', words: '本人当面办的' }),
  );
  const rows = (page.body as { applications: unknown[] }).applications.length;
  if (rows !== 25) throw new Error(`the page has ${rows} rows`);
  return figures;
}

/** What the stream's consumer writes of one person's way: from its changes, and from the records they lead to. */
export async function streamWrites(person: string): Promise<readonly SeenCall[]> {
  const before = (await changes()).length;
  const consumed = async (from: number, until?: number) => {
    const records = (await changes())
      .slice(from, until)
      .filter((record) => JSON.stringify(record.dynamodb?.Keys).includes(`PERSON#${person}`));
    return (await underFaults(none, () => consume({ Records: records }))).calls;
  };
  return [...(await consumed(0, before)), ...(await consumed(before))];
}

/** The largest item an operation writes, in bytes: above 1,024 it costs a unit more. */
export function largestItem(calls: readonly SeenCall[]): number {
  const written = calls.flatMap(({ input }) => {
    const operations = (input.TransactItems as { Put?: { Item?: object } }[] | undefined) ?? [];
    return [input.Item, ...operations.map(({ Put }) => Put?.Item)].filter((item) => item !== undefined);
  });
  return Math.max(0, ...written.map((item) => sizeOfItem(item as Record<string, unknown>)));
}
