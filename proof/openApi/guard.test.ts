import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HttpAnswer, newKey, send } from '../../dev/api.ts';
import { seed } from '../../functions/seed.ts';
import { type Guard, startGuard } from './guard.ts';
import { judgeBy } from './judge.ts';

/** The guard sees what is wrong: the real API answers, and is spoilt on the way. */

let api: Server;
let guard: Guard;
let token: string;
let spoil: (answer: HttpAnswer) => HttpAnswer;

beforeAll(async () => {
  await seed();
  api = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const headers = request.headers as Record<string, string>;
    const body = await text(request);
    const answer = await send({ method, url, headers, body: body === '' ? undefined : body });
    const { status, headers: said, body: sent } = url === '/openapi.json' ? answer : spoil(answer);
    response.writeHead(status, said).end(sent);
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  guard = await startGuard(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await guard.stop();
  api.close();
});
beforeEach(async () => {
  spoil = (answer) => answer;
  token ??= ((await (await ask('POST /logins', { code: 'demo-wangfang' })).json()) as { token: string })
    .token;
  guard.badRequests.length = 0;
  guard.badAnswers.length = 0;
});

function ask(route: string, body?: object, headers: Record<string, string> = {}) {
  const [method = 'GET', path = '/'] = route.split(' ');
  return fetch(guard.url + path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
}
const withBody = (change: (body: Record<string, unknown>) => void) => (answer: HttpAnswer) => {
  const body = JSON.parse(answer.body);
  change(body);
  return { ...answer, body: JSON.stringify(body) };
};

it('passes on what is right, refusals too, and finds nothing', async () => {
  const keyed = { 'idempotency-key': newKey() };
  const answers = [
    await ask('GET /health'),
    await ask('GET /applications/mine'),
    await ask('GET /orgs?name=%E6%96%B0'),
    await ask('GET /card'),
    await ask('POST /applications/mine/withdrawal', undefined, keyed),
    await ask('GET /orgs', undefined, { authorization: 'Bearer made.up.token' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 409, 409, 401]);
  expect([...guard.badRequests, ...guard.badAnswers]).toEqual([]);
});

describe('an answer', () => {
  const spoilt: [what: string, said: RegExp, how: typeof spoil][] = [
    ['has a field too many', /found 'openid'/, withBody((body) => Object.assign(body, { openid: 'o1' }))],
    ['lacks a field', /required property 'orgs'/, withBody((body) => delete body.orgs)],
    ['has a number for a text', /must be string/, withBody((body) => Object.assign(body, { cursor: 1 }))],
    ['is a page', /media type "text\/html"/, (a) => ({ ...a, headers: { 'content-type': 'text/html' } })],
    ['has a status of its own', /Unable to match the returned status/, (a) => ({ ...a, status: 418 })],
    [
      'refuses with a reason of its own',
      /must be equal to one of the allowed values/,
      (answer) => ({
        ...answer,
        status: 403,
        body: JSON.stringify({ code: 'UNDER_16', message: '未满 16 周岁还不能入会。', requestId: 'r' }),
      }),
    ],
  ];
  it.each(spoilt)('that %s is found', async (_what, said, how) => {
    spoil = how;
    await ask('GET /orgs');
    expect(guard.badAnswers).toContainEqual(expect.stringMatching(said));
    expect(guard.badRequests).toEqual([]);
  });
});

describe('a request', () => {
  const wrong: [what: string, said: RegExp, how: () => Promise<unknown>][] = [
    ['with a field too many', /found 'as'/, () => ask('POST /visits', { from: 'online', org: 'x', as: 'y' })],
    ['with a list for a text', /must be string/, () => ask('POST /card/verifications', { token: [] })],
    ['without a field', /required property 'token'/, () => ask('POST /card/verifications', {})],
    ['out of bounds', /must match pattern/, () => ask('GET /sessions?org=short')],
    ['without a key', /idempotency-key/, () => ask('POST /applications/mine/withdrawal')],
    [
      'in words of its own',
      /Supported content types/,
      () => ask('POST /card/verifications', {}, { 'content-type': 'text/plain' }),
    ],
    ['without a token', /[Ss]ecurity/, () => fetch(`${guard.url}/card`)],
  ];
  it.each(wrong)('%s is found', async (_what, said, how) => {
    await how();
    expect(guard.badRequests).toContainEqual(expect.stringMatching(said));
    expect(guard.badAnswers).toEqual([]);
  });
});

it('no schema is passed over: every endpoint is judged by what it describes', async () => {
  const document = JSON.parse((await send({ method: 'GET', url: '/openapi.json' })).body);
  const judge = await judgeBy(document);
  const operations = Object.entries<Record<string, { operationId: string; requestBody?: object }>>(
    document.paths,
  ).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ path, method, ...said })),
  );
  expect(operations.length).toBeGreaterThan(20);
  const json = { 'content-type': 'application/json', 'content-length': '9' };
  for (const { path, method, operationId, requestBody } of operations) {
    const verdict = await judge({
      method: method.toUpperCase(),
      url: path.replace(/\{\w+\}/g, 'x'),
      headers: json,
      body: requestBody ? { stray: 1 } : undefined,
      answer: { status: 200, headers: json, body: { stray: 1 } },
    });
    const stray = expect.stringContaining("found 'stray'");
    if (operationId !== 'getOpenApi') expect(verdict.answer, operationId).toContainEqual(stray);
    if (requestBody) expect(verdict.request, operationId).toContainEqual(stray);
  }
});
