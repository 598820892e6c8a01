import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Message } from '@niangjia/shared/messages/message';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../../dev/ports.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { type Arrived, standInTemplates } from '../../dev/wechatMessages.ts';
import { changes } from '../../proof/changes.ts';
import { getAccount, personOf, putAccount } from '../accounts.ts';
import { main as deliver } from '../delivery.ts';
import { tell } from '../inbox.ts';
import { seed } from '../seed.ts';
import { allow, subscriptionOf } from '../subscriptions.ts';
import { documents, keyTableName, transact } from '../table.ts';

const SEND = '/cgi-bin/message/subscribe/send';
const standIn = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(`${process.env.WECHAT_URL}/standin/${path}`, init)).json();
};

let warned: string[];
let openid: string;
let person: string;
let number = 0;
beforeAll(seed);
beforeEach(async () => {
  warned = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => warned.push(String(line)));
  number += 1;
  openid = openidOf(`somebody ${number}`);
  person = await personOf(openid);
});

/** The person accepts in WeChat, and the phone tells us. */
async function accept(times = 1): Promise<void> {
  const at = Date.now() - 1000;
  await standIn('subscriptions', { openid, template: standInTemplates.decision, times });
  for (let i = 0; i < times; i++) await allow(person, 'decision', at + i);
}
const approved = (about = '1'): Message => ({ kind: 'applicationApproved', at: Date.now(), about });

/** Tells the person and delivers every change there has been, older ones of others included. */
async function told(message: Message): Promise<() => Promise<string[]>> {
  await tell(person, message, Date.now());
  const own = (record: DynamoDBRecord) => record.dynamodb?.Keys?.pk?.S === `PERSON#${person}`;
  const records = (await changes()).filter(own);
  return async () => {
    const { batchItemFailures } = (await deliver({ Records: records })) as DynamoDBBatchResponse;
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
}
/** The account as a lost phone leaves it. */
async function freeze(): Promise<void> {
  const account = await getAccount(person);
  if (account) await transact([putAccount(person, account, { ...account, frozenAt: Date.now() })]);
}
/** Destroys the person's data key. */
const forget = () =>
  documents.send(new DeleteCommand({ TableName: keyTableName(), Key: { pk: `PERSON#${person}` } }));
const arrived = async (): Promise<Arrived[]> => (await standIn(`messages?openid=${openid}`)).messages;
const left = async () => (await subscriptionOf(person, 'decision'))?.left;

describe('a message', () => {
  it('goes to WeChat too when it was allowed, once, and opens the right page', async () => {
    await accept();
    const message = approved();
    const again = await told(message);
    expect(await again()).toEqual([]);
    expect(await again()).toEqual([]);
    expect(await arrived()).toEqual([
      {
        touser: openid,
        template_id: standInTemplates.decision,
        page: 'joining/member/card',
        data: {
          thing1: { value: '入会申请' },
          phrase2: { value: '已通过' },
          time3: { value: expect.stringMatching(/^\d{4}年\d+月\d+日 \d\d:\d\d$/) },
          thing4: { value: '会员卡可以用了，点开看看' },
        },
      },
    ]);
    expect(await left()).toBe(0);
  });

  it('stays in the inbox when it was not allowed, and WeChat is not asked', async () => {
    const again = await told(approved());
    const asked = vi.spyOn(globalThis, 'fetch');
    expect(await again()).toEqual([]);
    expect(asked.mock.calls.filter(([url]) => String(url).includes(SEND))).toEqual([]);
    asked.mockRestore();
    expect(await arrived()).toEqual([]);
  });

  it('takes no consent that was given after it happened', async () => {
    const again = await told({ ...approved(), at: Date.now() - 5000 });
    await accept();
    expect(await again()).toEqual([]);
    expect(await arrived()).toEqual([]);
    expect(await left()).toBe(1);
  });

  it('without a template goes nowhere', async () => {
    await accept();
    const again = await told({ kind: 'accountFrozen', at: Date.now(), about: '1' });
    expect(await again()).toEqual([]);
    expect(await arrived()).toEqual([]);
  });

  it('goes nowhere where the city has no such template', async () => {
    vi.stubEnv('WECHAT_TEMPLATE_DECISION', 'none');
    onTestFinished(() => void vi.unstubAllEnvs());
    await accept();
    const again = await told(approved());
    expect(await again()).toEqual([]);
    expect(await left()).toBe(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['has no account', async () => (person = 'A'.repeat(22))],
    ['has lost the phone', () => freeze()],
    ['was forgotten', () => forget()],
  ])('goes nowhere where the person %s', async (_, happens) => {
    await happens();
    await accept();
    const again = await told(approved());
    expect(await again()).toEqual([]);
    expect(await left()).toBe(1);
  });
});

describe('consents', () => {
  it('are counted by tap, whatever is told twice or late', async () => {
    const now = Date.now();
    for (const at of [now - 3, now - 2, now - 3, now - 2, now - 2]) await allow(person, 'decision', at);
    expect(await left()).toBe(2);
    expect(await subscriptionOf(person, 'bankCard')).toBeUndefined();
  });

  it('serve a message each', async () => {
    await accept(2);
    for (const about of ['1', '2', '3']) await (await told(approved(about)))();
    expect(await arrived()).toHaveLength(2);
    expect(await left()).toBe(0);
  });
});

describe('WeChat says', () => {
  const saying = (errcode: number, times = 1) => standIn('failures', { errcode, path: SEND, times });

  it.each([40003, 40037, 41030, 47003])(
    '%i: said in the log alone, and the consent stays',
    async (errcode) => {
      await accept();
      const again = await told(approved());
      await saying(errcode);
      expect(await again()).toEqual([]);
      expect(await again()).toEqual([]);
      expect(await arrived()).toEqual([]);
      expect(await left()).toBe(1);
      expect(warned).toHaveLength(1);
      expect(JSON.parse(warned[0] ?? '')).toEqual({
        level: 'warn',
        reminder: 'decision',
        became: 'never',
        errcode,
      });
    },
  );

  it.each([-1, 45009, 45011])('%i: tried again, and sent once', async (errcode) => {
    await accept();
    const again = await told(approved());
    await saying(errcode);
    expect(await again()).toHaveLength(1);
    expect(await left()).toBe(1);
    expect(await again()).toEqual([]);
    expect(await again()).toEqual([]);
    expect(await arrived()).toHaveLength(1);
    expect(await left()).toBe(0);
  });

  it('43101: no consent is left, until the next one', async () => {
    await accept(2);
    await standIn('subscriptions', { openid, template: standInTemplates.decision, times: 0 });
    const again = await told(approved());
    expect(await again()).toEqual([]);
    expect(await subscriptionOf(person, 'decision')).toMatchObject({ left: 0, refused: true });
    await standIn('subscriptions', { openid, template: standInTemplates.decision });
    await allow(person, 'decision', Date.now());
    const after = await subscriptionOf(person, 'decision');
    expect([after?.left, after?.refused]).toEqual([1, undefined]);
    await (await told(approved('2')))();
    expect(await arrived()).toHaveLength(1);
  });

  it('that the token has ended: sent with a new one', async () => {
    await accept();
    await standIn('tokens/expiry', {});
    await (await told(approved()))();
    expect(await arrived()).toHaveLength(1);
  });
});

describe('when WeChat does not answer', () => {
  const talkingTo = (url: string) => {
    vi.stubEnv('WECHAT_URL', url);
    onTestFinished(() => void vi.unstubAllEnvs());
  };
  /** A server in WeChat's place that gets every message and does this with it. */
  async function broken(listener: RequestListener): Promise<void> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    talkingTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  it('because nothing is there: tried again', async () => {
    await accept();
    const again = await told(approved());
    talkingTo(`http://127.0.0.1:${await freePort()}`);
    expect(await again()).toHaveLength(1);
    vi.unstubAllEnvs();
    expect(await again()).toEqual([]);
    expect(await arrived()).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    ['because the line breaks', (request) => void request.socket.destroy()],
    ['but a gateway does', (_, response) => void response.writeHead(502).end('bad gateway')],
  ])('%s: it may have been sent, so it is not sent again', async (_, listener) => {
    await accept(2);
    const again = await told(approved());
    await broken(listener);
    expect(await again()).toEqual([]);
    vi.unstubAllEnvs();
    expect(await again()).toEqual([]);
    expect(await arrived()).toEqual([]);
    expect(await left()).toBe(1);
  });
});

it('says nothing of a person in the log', async () => {
  await accept();
  await standIn('failures', { errcode: 40003, path: SEND });
  await (await told(approved()))();
  expect(warned).toHaveLength(1);
  expect(warned.join()).not.toContain(openid);
  expect(warned.join()).not.toContain(person);
});
